// A file beside another says which process uses it, so that no two ever change it at once.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Time } from "../platform/time.ts";
import type { FileFailure, FileResult, FileSystem } from "./file-system.ts";

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

export type LockFiles = Pick<FileSystem, "readFile" | "createFile" | "removeFile">;

export interface LockWorld {
  readonly files: LockFiles;
  readonly processes: Processes;
  readonly time: Pick<Time, "sleep">;
}

export type Locking =
  | { readonly kind: "taken"; readonly release: () => Promise<FileResult<"removed">> }
  | { readonly kind: "held"; readonly holder: Holder }
  | { readonly kind: "failed"; readonly failure: FileFailure };

/** `unknown` where the lock does not say: it may be half written. */
export type Holder = Process | "unknown";

/** Milliseconds that a lock is waited for: many times what a change takes. */
export const LOCK_PATIENCE = 10_000;

const PAUSE = 20;

/** Takes the lock, also from a process that died with it, and waits for a living one, though not for ever. */
export async function awaitLock(path: string, { files, processes, time }: LockWorld): Promise<Locking> {
  const uninterrupted = new AbortController().signal;
  for (let waited = 0; ; waited += PAUSE) {
    const locking = await takeLock(path, files, processes);
    if (locking.kind !== "held" || waited >= LOCK_PATIENCE) return locking;
    await time.sleep(PAUSE, uninterrupted);
  }
}

/** Takes the lock, also from a process that died with it; waits for nobody. */
export async function takeLock(path: string, files: LockFiles, processes: Processes): Promise<Locking> {
  const first = await tryLock(path, files, processes);
  if (first.kind !== "dead") return first;
  const clearing = await clearAway(path, first.text, files, processes.own);
  if (!clearing.ok) return { kind: "failed", failure: clearing.failure };
  const second = await tryLock(path, files, processes);
  return second.kind === "dead" ? { kind: "held", holder: second.holder } : second;
}

/** Who is meant by a holder, for people. */
export function describeHolder(holder: Holder): Sentence {
  return holder === "unknown" ? sentence`another process` : sentence`process ${holder.pid} on ${holder.host}`;
}

type Try = Locking | { readonly kind: "dead"; readonly holder: Process; readonly text: string };

async function tryLock(path: string, files: LockFiles, processes: Processes): Promise<Try> {
  const creating = await files.createFile(path, lockText(processes.own));
  if (!creating.ok) return { kind: "failed", failure: creating.failure };
  if (creating.value === "made") return { kind: "taken", release: () => files.removeFile(path) };
  const reading = await files.readFile(path);
  if (reading.ok) return judge(reading.value, processes);
  // Released between the two looks.
  if (reading.failure.kind === "missing") return { kind: "held", holder: "unknown" };
  return { kind: "failed", failure: reading.failure };
}

function judge(text: string, processes: Processes): Try {
  const holder = readProcess(text);
  if (holder === undefined) return { kind: "held", holder: "unknown" };
  return isDead(holder, processes) ? { kind: "dead", holder, text } : { kind: "held", holder };
}

/**
 * Removes a dead process's lock. One process at a time, and only what is still that lock: between looking and
 * removing, another may have removed it and taken the lock itself.
 */
async function clearAway(
  path: string,
  dead: string,
  files: LockFiles,
  own: Process,
): Promise<FileResult<unknown>> {
  const turn = `${path}.clearing`;
  const creating = await files.createFile(turn, lockText(own));
  if (!creating.ok || creating.value === "there") return creating;
  const found = await files.readFile(path);
  const removing = found.ok && found.value === dead ? await files.removeFile(path) : found;
  const ending = await files.removeFile(turn);
  const isFine = removing.ok || removing.failure.kind === "missing";
  return isFine ? ending : removing;
}

/** Of another machine's process nothing can be known, so it counts as alive. */
function isDead(holder: Process, { own, isRunning }: Processes): boolean {
  if (holder.host !== own.host) return false;
  if (holder.pid === own.pid) return holder.startedAt !== own.startedAt;
  return !isRunning(holder.pid);
}

function lockText(own: Process): string {
  return `${JSON.stringify(own)}\n`;
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
