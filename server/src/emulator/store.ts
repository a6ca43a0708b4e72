// The emulator's state in one file: read once, replaced whole at every change, locked while in use.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Holder, Processes } from "../project/file-lock.ts";
import { describeHolder, takeLock } from "../project/file-lock.ts";
import { errorCode } from "../project/file-system.ts";
import { baseName, joinPath, parentOf } from "../project/paths.ts";
import type { StoreFiles } from "./files.ts";
import { codeTrouble, fileTrouble, lockFilesOf } from "./files.ts";
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

export type Saving = { readonly ok: true } | { readonly ok: false; readonly message: Sentence };

export type StoreOpening =
  { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly problem: StoreProblem };

export interface StoreProblem {
  readonly kind: "store in use" | "store damaged" | "store newer" | "store unusable";
  /** What is wrong with which file, and what to do. */
  readonly message: Sentence;
}

/** Opens the state in a file, which need not be there yet. A file that cannot be read is never touched. */
export async function openStore(
  file: string,
  files: StoreFiles,
  processes: Processes,
): Promise<StoreOpening> {
  try {
    await prepareFolder(parentOf(file) ?? "/", files);
    const locking = await takeLock(lockOf(file), lockFilesOf(files), processes);
    switch (locking.kind) {
      case "failed":
        return { ok: false, problem: unusable(file, codeTrouble(locking.failure.code)) };
      case "held":
        return { ok: false, problem: inUse(file, locking.holder) };
      case "taken":
        return await openLocked(file, files);
    }
  } catch (error) {
    return { ok: false, problem: unusable(file, fileTrouble(error)) };
  }
}

/** Gives the lock back where the state cannot be used. */
async function openLocked(file: string, files: StoreFiles): Promise<StoreOpening> {
  const release = (): Promise<void> => files.remove(lockOf(file));
  const reading = await readFileState(file, files).catch(releaseAndThrow(release));
  if (reading.ok) return { ok: true, store: storeOf(file, files, reading.state, release) };
  await release();
  return { ok: false, problem: unreadable(file, reading.fault) };
}

function lockOf(file: string): string {
  return `${file}.lock`;
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
      message: sentence`The emulator could not save ${file}: ${fileTrouble(error)}. Nothing was changed.`,
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
  if (found === "made" && baseName(folder) === ".objectives") {
    await files.create(joinPath(folder, ".gitignore"), "*\n");
  }
}

function releaseAndThrow(release: () => Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await release();
    throw error;
  };
}

function unusable(file: string, trouble: Sentence): StoreProblem {
  const message = sentence`The emulator cannot keep its state in ${file}: ${trouble}. Choose another place for it.`;
  return { kind: "store unusable", message };
}

function inUse(file: string, holder: Holder): StoreProblem {
  const who = describeHolder(holder);
  const message = sentence`The emulator's state ${file} is in use by ${who}. Stop that emulator or choose another place for the state; if no emulator is running, delete ${lockOf(file)}.`;
  return { kind: "store in use", message };
}

function unreadable(file: string, fault: "damaged" | "newer"): StoreProblem {
  if (fault === "newer") {
    const message = sentence`The emulator's state ${file} was written by a newer version. Update this one, or choose another place for the state; the file was left as it is.`;
    return { kind: "store newer", message };
  }
  const message = sentence`The emulator's state ${file} is damaged: it is not what the emulator writes. Move it away or repair it; it was left as it is.`;
  return { kind: "store damaged", message };
}
