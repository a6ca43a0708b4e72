// Reading this machine's files, by Node: all that a program needs that changes none.
import type { Dirent, Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { decode } from "./decode.ts";
import type { FileFailureKind, FileReader, FileResult, FolderEntry, PathKind } from "./file-system.ts";
import { attemptedOn, errorCode, FILE_LIMIT, refusedFile } from "./file-system.ts";
import { joinPath } from "./paths.ts";

/** The machine's files, to be read alone. */
export function nodeFileReader(): FileReader {
  return {
    readFile: (path) => attempt(path, () => readText(path)),
    kindOf,
    list: (folder) => attempt(folder, async () => ({ ok: true, value: await listFolder(folder) })),
  };
}

/** What an action on a path comes to, by the codes of the system. */
export function attempt<Value>(
  path: string,
  act: () => Promise<FileResult<Value>>,
): Promise<FileResult<Value>> {
  return attemptedOn(path, act, (error) => {
    const code = errorCode(error);
    return { kind: FAILURE_KINDS[code] ?? "other", code };
  });
}

const FAILURE_KINDS: Readonly<Record<string, FileFailureKind | undefined>> = {
  ENOENT: "missing",
  EISDIR: "folder",
  ENOTDIR: "not a folder",
  EEXIST: "not a folder",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
};

async function readText(path: string): Promise<FileResult<string>> {
  const file = await open(path, "r");
  try {
    const unfit = unfitFor(await file.stat());
    if (unfit !== undefined) return refusedFile(unfit, path);
    const decoded = decode([await file.readFile()]);
    return "unfit" in decoded ? refusedFile(decoded.unfit, path) : { ok: true, value: decoded.text };
  } finally {
    await file.close();
  }
}

/** Asked before reading: a pipe or a device would never end, and a huge file need not be read to be refused. */
function unfitFor(status: Stats): FileFailureKind | undefined {
  if (status.isDirectory()) return "folder";
  if (!status.isFile()) return "other";
  return status.size > FILE_LIMIT ? "too large" : undefined;
}

async function kindOf(path: string): Promise<PathKind> {
  try {
    const status = await stat(path);
    if (status.isFile()) return "file";
    return status.isDirectory() ? "folder" : "other";
  } catch {
    return "missing";
  }
}

async function listFolder(folder: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry) => ({ name: entry.name, kind: await entryKind(folder, entry) })),
  );
}

async function entryKind(folder: string, entry: Dirent): Promise<FolderEntry["kind"]> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  const isLinkToFile = entry.isSymbolicLink() && (await kindOf(joinPath(folder, entry.name))) === "file";
  return isLinkToFile ? "file" : "other";
}
