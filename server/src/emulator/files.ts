// The few things the store does with files, behind an interface, so that a test can let any of them fail.
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
export function fileTrouble(error: unknown): string {
  return codeTrouble(errorCode(error));
}

/** What one of Node's codes says, for people. */
export function codeTrouble(code: string): string {
  return FILE_TROUBLES[code] ?? `the system says ${code === "" ? "no more than that it failed" : code}`;
}

const FILE_TROUBLES: Readonly<Record<string, string | undefined>> = {
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk's quota is used up",
  EISDIR: "it is a folder",
  ENOTDIR: "a file stands where a folder should be",
  EEXIST: "a file stands where a folder should be",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
};
