// The few things the store does with files, behind an interface, so that a test can let any of them fail.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { LockFiles } from "../project/file-lock.ts";
import {
  attemptedOn,
  errorCode,
  type FileFailureKind,
  type FileResult,
  type FileSystem,
} from "../project/file-system.ts";
import { isOnDisk } from "../project/paths.ts";

/** Every function rejects with Node's error, whose `code` says why. */
export interface StoreFiles {
  read(path: string): Promise<Uint8Array>;
  /** Makes a file, unless one is there: of several who try at once, one makes it. */
  create(path: string, text: string): Promise<"made" | "there">;
  /** Writes a file anew; it is on the disk when this resolves. */
  write(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Does nothing where there is no such file. */
  remove(path: string): Promise<void>;
  /** Makes a folder and those above it; says whether it had to. */
  makeFolder(path: string): Promise<"made" | "there">;
}

/**
 * The same by a file system, for where there is no Node. It moves a file by writing it anew: what it writes is there whole
 * or not at all, so nothing is lost on the way.
 */
export function storeFilesOf(files: FileSystem): StoreFiles {
  const read = async (path: string): Promise<string> => valueOf(await files.readFile(path));
  const write = async (path: string, text: string): Promise<void> =>
    void valueOf(await files.writeFileAtomic(path, text));
  const remove = async (path: string): Promise<void> => void valueOf(await files.removeFile(path));
  return {
    read: async (path) => new TextEncoder().encode(await read(path)),
    create: async (path, text) => valueOf(await files.createFile(path, text)),
    write,
    rename: async (from, to) => {
      await write(to, await read(from));
      await remove(from);
    },
    remove,
    makeFolder: async (path) => {
      if ((await files.kindOf(path)) === "folder") return "there";
      valueOf(await files.makeFolder(path));
      return "made";
    },
  };
}

/** The files of a disk, and those that are on none: no system may take the path of one for a relative one of its own. */
export function storeFilesEverywhere(disk: StoreFiles, elsewhere: StoreFiles): StoreFiles {
  const at = (path: string): StoreFiles => (isOnDisk(path) ? disk : elsewhere);
  return {
    read: (path) => at(path).read(path),
    create: (path, text) => at(path).create(path, text),
    write: (path, text) => at(path).write(path, text),
    rename: (from, to) => at(from).rename(from, to),
    remove: (path) => at(path).remove(path),
    makeFolder: (path) => at(path).makeFolder(path),
  };
}

/** Throws a failure as Node would. */
function valueOf<Value>(result: FileResult<Value>): Value {
  if (result.ok) return result.value;
  const { kind, path, code } = result.failure;
  throw Object.assign(new Error(`${path}: ${kind}`), { code: NODE_CODES[kind] ?? code });
}

const NODE_CODES: Readonly<Partial<Record<FileFailureKind, string>>> = {
  missing: "ENOENT",
  folder: "EISDIR",
  "not a folder": "ENOTDIR",
  denied: "EACCES",
  "read-only": "EROFS",
  full: "ENOSPC",
};

/** The same files for a lock, which takes failures as values. */
export function lockFilesOf(files: StoreFiles): LockFiles {
  return {
    readFile: (path) => attempt(path, async () => new TextDecoder().decode(await files.read(path))),
    createFile: (path, text) => attempt(path, () => files.create(path, text)),
    removeFile: (path) => attempt(path, async () => (await files.remove(path), "removed" as const)),
  };
}

function attempt<Value>(path: string, act: () => Promise<Value>): Promise<FileResult<Value>> {
  const acted = async (): Promise<FileResult<Value>> => ({ ok: true, value: await act() });
  return attemptedOn(path, acted, (error) => {
    const code = errorCode(error);
    return { kind: code === "ENOENT" ? "missing" : "other", code };
  });
}

/** Why a file could not be used, for people. */
export function fileTrouble(error: unknown): Sentence {
  return codeTrouble(errorCode(error));
}

/** What one of Node's codes says, for people. */
export function codeTrouble(code: string): Sentence {
  const known = FILE_TROUBLES[code];
  if (known) return known;
  return code === ""
    ? sentence`the system says no more than that it failed`
    : sentence`the system says ${code}`;
}

const FILE_TROUBLES: Readonly<Record<string, Sentence | undefined>> = {
  EACCES: sentence`this user may not`,
  EPERM: sentence`this user may not`,
  EROFS: sentence`the disk is read-only`,
  ENOSPC: sentence`the disk is full`,
  EDQUOT: sentence`the disk's quota is used up`,
  EISDIR: sentence`it is a folder`,
  ENOTDIR: sentence`a file stands where a folder should be`,
  EEXIST: sentence`a file stands where a folder should be`,
  ENAMETOOLONG: sentence`its name is too long`,
  EMFILE: sentence`too many files are open`,
};
