// Every *.objectives file in a folder and those below it.
import type { FileFailure, FileSystem } from "./file-system.ts";
import { joinPath } from "./paths.ts";

export const FILE_ENDING = ".objectives";

export interface Walked {
  /** Absolute paths, sorted: sets and fragments alike, for only reading a file tells them apart. */
  readonly files: readonly string[];
  /** Folders that could not be looked into. */
  readonly failures: readonly FileFailure[];
}

/** Never walked into: what is in there is made by programs. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", ".git", "dist", ".objectives"]);

/** Folders are walked by a worklist: no depth is too deep. */
export async function walkFolder(fileSystem: Pick<FileSystem, "list">, start: string): Promise<Walked> {
  const files: string[] = [];
  const failures: FileFailure[] = [];
  const folders = [start];
  for (const folder of folders) {
    const listing = await fileSystem.list(folder);
    if (!listing.ok) failures.push(listing.failure);
    for (const { name, kind } of listing.ok ? listing.value : []) {
      const path = joinPath(folder, name);
      if (kind === "folder" && !SKIPPED.has(name)) folders.push(path);
      if (kind === "file" && name.endsWith(FILE_ENDING)) files.push(path);
    }
  }
  return { files: files.sort(), failures };
}
