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

/** Whether anything listens at an address; what it says is the client's matter. */
export type Probe = (origin: string, signal: AbortSignal) => Promise<boolean>;

/** Opens the emulator for a target; undefined where the target is another, or something listens there. */
export async function openStandIn(
  target: Target,
  project: Pick<Project, "root">,
  outside: { readonly listens: Probe; readonly world: EmulatorWorld; readonly signal: AbortSignal },
): Promise<EmulatorOpening | undefined> {
  const { listens, world, signal } = outside;
  const mayStandIn = target.name === "local" && target.addressFrom !== "option";
  if (!mayStandIn || (await listens(target.origin, signal))) return undefined;
  return openEmulator({ storeFile: emulatorFile(project), form: "both", world });
}

/** By a `fetch` that says why it failed, as Node's does: where that is not known, something may listen. */
export function probeOf(fetch: typeof globalThis.fetch): Probe {
  return async (origin, signal) => {
    try {
      const response = await fetch(origin, { method: "HEAD", redirect: "manual", signal });
      await response.body?.cancel();
      return true;
    } catch (error) {
      return !isConnectionRefused(error);
    }
  };
}

function isConnectionRefused(error: unknown): boolean {
  for (let it = error; it instanceof Error; it = it.cause) {
    if ("code" in it && it.code === "ECONNREFUSED") return true;
  }
  return false;
}
