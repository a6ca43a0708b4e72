// The emulator's state in one file: read once, replaced whole at every change, locked while in use.
import { basename, dirname, join } from "node:path";
import type { StoreFiles } from "./files.ts";
import { errorCode, fileTrouble } from "./files.ts";
import type { Processes } from "./lock.ts";
import { takeLock } from "./lock.ts";
import type { State, StateReading } from "./state.ts";
import { EMPTY_STATE, printState, readState } from "./state.ts";

export interface Store {
  /** What the file held when it was opened. */
  readonly state: State;
  /** Puts a state into the file, whole or not at all; says what went wrong. */
  save(state: State): Promise<Saving>;
  /** Gives the file free for others. */
  close(): Promise<void>;
}

export type Saving = { readonly ok: true } | { readonly ok: false; readonly message: string };

export type StoreOpening =
  { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly problem: StoreProblem };

export interface StoreProblem {
  readonly kind: "store in use" | "store damaged" | "store newer" | "store unusable";
  /** What is wrong with which file, and what to do. */
  readonly message: string;
}

/** Opens the state in a file, which need not be there yet. A file that cannot be read is never touched. */
export async function openStore(
  file: string,
  files: StoreFiles,
  processes: Processes,
): Promise<StoreOpening> {
  try {
    await prepareFolder(dirname(file), files);
    const lock = await takeLock(`${file}.lock`, files, processes);
    if (!lock.ok) return { ok: false, problem: inUse(file, lock.holder) };
    const reading = await readFileState(file, files).catch(releaseAndThrow(lock.release));
    if (reading.ok) return { ok: true, store: storeOf(file, files, reading.state, lock.release) };
    await lock.release();
    return { ok: false, problem: unreadable(file, reading.fault) };
  } catch (error) {
    const message = `The emulator cannot keep its state in ${file}: ${fileTrouble(error)}. Choose another place for it.`;
    return { ok: false, problem: { kind: "store unusable", message } };
  }
}

function storeOf(file: string, files: StoreFiles, state: State, release: () => Promise<void>): Store {
  return { state, save: (next) => save(file, printState(next), files), close: release };
}

/** Only the holder of the lock writes, so the name of the temporary file needs no chance. */
async function save(file: string, text: string, files: StoreFiles): Promise<Saving> {
  const temporary = `${file}.new`;
  try {
    await files.write(temporary, text);
    await files.rename(temporary, file);
    return { ok: true };
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    return {
      ok: false,
      message: `The emulator could not save ${file}: ${fileTrouble(error)}. Nothing was changed.`,
    };
  }
}

async function readFileState(file: string, files: StoreFiles): Promise<StateReading> {
  try {
    const bytes = await files.read(file);
    return decodeState(bytes);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { ok: true, state: EMPTY_STATE };
    throw error;
  }
}

function decodeState(bytes: Uint8Array): StateReading {
  try {
    return readState(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, fault: "damaged" };
  }
}

/** What the emulator keeps in `.objectives` is of this machine alone and not to be committed. */
async function prepareFolder(folder: string, files: StoreFiles): Promise<void> {
  const found = await files.makeFolder(folder);
  if (found === "made" && basename(folder) === ".objectives") {
    await files.create(join(folder, ".gitignore"), "*\n");
  }
}

function releaseAndThrow(release: () => Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await release();
    throw error;
  };
}

function inUse(
  file: string,
  holder: { readonly pid: number; readonly host: string } | "unknown",
): StoreProblem {
  const who = holder === "unknown" ? "another process" : `process ${holder.pid} on ${holder.host}`;
  const message = `The emulator's state ${file} is in use by ${who}. Stop that emulator or choose another place for the state; if no emulator is running, delete ${file}.lock.`;
  return { kind: "store in use", message };
}

function unreadable(file: string, fault: "damaged" | "newer"): StoreProblem {
  if (fault === "newer") {
    const message = `The emulator's state ${file} was written by a newer version. Update this one, or choose another place for the state; the file was left as it is.`;
    return { kind: "store newer", message };
  }
  const message = `The emulator's state ${file} is damaged: it is not what the emulator writes. Move it away or repair it; it was left as it is.`;
  return { kind: "store damaged", message };
}
