// The few things the store does with files, behind an interface, so that a test can let any of them fail.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import type { LockFiles } from "../project/file-lock.ts";
import type { FileResult } from "../project/file-system.ts";
import { createFile } from "../project/node-file-system.ts";

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

export const nodeFiles: StoreFiles = {
  read: (path) => readFile(path),
  create: createFile,
  write: writeToDisk,
  rename,
  remove: (path) => rm(path, { force: true }),
  makeFolder: async (path) => ((await mkdir(path, { recursive: true })) === undefined ? "there" : "made"),
};

async function writeToDisk(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same files for a lock, which takes failures as values. */
export function lockFilesOf(files: StoreFiles): LockFiles {
  return {
    readFile: (path) => attempt(path, async () => new TextDecoder().decode(await files.read(path))),
    createFile: (path, text) => attempt(path, () => files.create(path, text)),
    removeFile: (path) => attempt(path, async () => (await files.remove(path), "removed" as const)),
  };
}

async function attempt<Value>(path: string, act: () => Promise<Value>): Promise<FileResult<Value>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    const code = errorCode(error);
    return { ok: false, failure: { kind: code === "ENOENT" ? "missing" : "other", path, code } };
  }
}

/** The `code` of one of Node's errors, such as `ENOENT`; "" for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
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
