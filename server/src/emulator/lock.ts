// A file beside the state says which process uses it, so that two emulators never write the same state.
import type { StoreFiles } from "./files.ts";
import { errorCode } from "./files.ts";

/** A process as its lock names it. The start tells it from a later one with the same number. */
export interface Process {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

export interface Processes {
  readonly own: Process;
  /** Whether a process of this machine is alive. */
  readonly isRunning: (pid: number) => boolean;
}

export type Locking =
  | { readonly ok: true; readonly release: () => Promise<void> }
  | { readonly ok: false; readonly holder: Process | "unknown" };

/** Takes the lock, also from a process that died with it. Rejects as the files do. */
export async function takeLock(path: string, files: StoreFiles, processes: Processes): Promise<Locking> {
  const content = `${JSON.stringify(processes.own)}\n`;
  const release = (): Promise<void> => files.remove(path);
  // A second time, for the lock of the dead that was cleared away in the first.
  for (const attempt of ["first", "second"]) {
    if (await createIfMissing(path, content, files)) return { ok: true, release };
    const found = await readIfThere(path, files);
    if (found === undefined) continue;
    const holder = readProcess(found);
    if (attempt === "second" || holder === undefined || !isDead(holder, processes)) {
      return { ok: false, holder: holder ?? "unknown" };
    }
    await clearAway(path, found, files, processes.own);
  }
  return { ok: false, holder: "unknown" };
}

async function createIfMissing(path: string, content: string, files: StoreFiles): Promise<boolean> {
  try {
    await files.create(path, content);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function readIfThere(path: string, files: StoreFiles): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Moves a dead process's lock aside before removing it. Between looking and moving, another emulator may have
 * done the same and taken the lock: then what was moved is its lock, and goes back.
 */
async function clearAway(path: string, dead: string, files: StoreFiles, own: Process): Promise<void> {
  const aside = `${path}.${own.pid}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  const moved = await readIfThere(aside, files);
  if (moved !== undefined && moved !== dead) await createIfMissing(path, moved, files);
  await files.remove(aside);
}

/** Of another machine's process nothing can be known, so it counts as alive. */
function isDead(holder: Process, { own, isRunning }: Processes): boolean {
  if (holder.host !== own.host) return false;
  if (holder.pid === own.pid) return holder.startedAt !== own.startedAt;
  return !isRunning(holder.pid);
}

function readProcess(text: string): Process | undefined {
  try {
    const it: unknown = JSON.parse(text);
    return isProcess(it) ? it : undefined;
  } catch {
    return undefined;
  }
}

function isProcess(it: unknown): it is Process {
  if (typeof it !== "object" || it === null || !("pid" in it && "host" in it && "startedAt" in it))
    return false;
  return Number.isInteger(it.pid) && typeof it.host === "string" && typeof it.startedAt === "number";
}
