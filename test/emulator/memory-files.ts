// Files in memory for the emulator's store, which fail, or end the process, where a test says.
import type { StoreFiles } from "../../server/src/emulator/files.ts";
import type { EmulatorWorld } from "../../server/src/emulator/emulator.ts";
import type { Processes } from "../../server/src/project/file-lock.ts";

export type FileAction = keyof StoreFiles;

/** Told before each action; what it throws is what the action rejects with. */
export type Fault = (action: FileAction, path: string) => void;

export interface MemoryFiles extends StoreFiles {
  /** What there is, by path. */
  readonly contents: Map<string, Uint8Array>;
}

export const noFault: Fault = () => undefined;

/** Fails every action of that kind with one of Node's codes. */
export function failing(action: FileAction, code: string): Fault {
  return (it) => {
    if (it === action) throw systemError(code);
  };
}

export function memoryFiles(fault: Fault, contents = new Map<string, Uint8Array>()): MemoryFiles {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const need = (path: string): Uint8Array => {
    const found = contents.get(path);
    if (found === undefined) throw systemError("ENOENT");
    return found;
  };
  const act = async <Value>(action: FileAction, path: string, run: () => Value): Promise<Value> => {
    await Promise.resolve();
    fault(action, path);
    return run();
  };
  return {
    contents,
    read: (path) => act("read", path, () => need(path)),
    create: (path, text) =>
      act("create", path, () => {
        if (contents.has(path)) return "there";
        contents.set(path, encode(text));
        return "made";
      }),
    write: (path, text) => act("write", path, () => void contents.set(path, encode(text))),
    rename: (from, to) =>
      act("rename", from, () => {
        contents.set(to, need(from));
        contents.delete(from);
      }),
    remove: (path) => act("remove", path, () => void contents.delete(path)),
    makeFolder: (path) => act("makeFolder", path, () => "there" as const),
  };
}

/** A process among others of which these are alive. */
export function processes(pid: number, alive: readonly number[], startedAt = 1): Processes {
  return { own: { pid, host: "here", startedAt }, isRunning: (it) => alive.includes(it) };
}

/** A world whose clock goes on by a second at every look, and whose chance is a count. */
export function memoryWorld(files: StoreFiles, own: Processes = processes(1, [1])): EmulatorWorld {
  let now = Date.parse("2026-03-01T12:00:00Z");
  let drawn = 0;
  return {
    files,
    processes: own,
    now: () => (now += 1000),
    randomDigits: (count) => (drawn += 1).toString(16).padStart(count, "0"),
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
