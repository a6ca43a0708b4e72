// The emulator inside a command, where nothing listens at the target `local`.
import type { Project } from "../project/find-project.ts";
import { LOCAL_FOLDER } from "../project/lock-file.ts";
import { joinPath } from "../project/paths.ts";
import type { Target } from "../project/targets.ts";
import type { EmulatorOpening, EmulatorWorld } from "./emulator.ts";
import { openEmulator } from "./emulator.ts";

/** Where the emulator of a project keeps its state. */
export function emulatorFile({ root }: Pick<Project, "root">): string {
  return joinPath(joinPath(root, LOCAL_FOLDER), "emulator.json");
}

/** Opens the emulator for a target; undefined where the target is another, or something listens there. */
export async function openStandIn(
  target: Target,
  project: Pick<Project, "root">,
  outside: { readonly fetch: typeof fetch; readonly world: EmulatorWorld; readonly signal: AbortSignal },
): Promise<EmulatorOpening | undefined> {
  const mayStandIn = target.name === "local" && target.addressFrom !== "option";
  if (!mayStandIn || (await listens(target.origin, outside))) return undefined;
  return openEmulator({ storeFile: emulatorFile(project), form: "both", world: outside.world });
}

/** Whether anything listens there; what it says is the client's matter. */
async function listens(
  origin: string,
  { fetch, signal }: { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal },
): Promise<boolean> {
  try {
    const response = await fetch(origin, { method: "HEAD", redirect: "manual", signal });
    await response.body?.cancel();
    return true;
  } catch (error) {
    return !isConnectionRefused(error);
  }
}

function isConnectionRefused(error: unknown): boolean {
  for (let it = error; it instanceof Error; it = it.cause) {
    if ("code" in it && it.code === "ECONNREFUSED") return true;
  }
  return false;
}
