// Every *.objectives file in a folder and those below it.
import type { FileFailure, FileSystem } from "./file-system.ts";
import { joinPath, relativePath } from "./paths.ts";

export const FILE_ENDING = ".objectives";

export interface Walked {
  /** Absolute paths, sorted: sets and fragments alike, for only reading a file tells them apart. */
  readonly files: readonly string[];
  /** Folders that could not be looked into. */
  readonly failures: readonly FileFailure[];
}

/** Whether a file or a folder is left out, by its path as seen from where the walk begins. */
export type IsLeftOut = (path: string) => boolean;

/** Never walked into, as folders whose names begin with a dot are not: what is in there is made by programs. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "dist"]);

/** Folders are walked by a worklist: no depth is too deep. */
export async function walkFolder(
  fileSystem: Pick<FileSystem, "list">,
  start: string,
  isLeftOut: IsLeftOut = () => false,
): Promise<Walked> {
  const files: string[] = [];
  const failures: FileFailure[] = [];
  const folders = [start];
  for (const folder of folders) {
    const listing = await fileSystem.list(folder);
    if (!listing.ok) failures.push(listing.failure);
    for (const { name, kind } of listing.ok ? listing.value : []) {
      const path = joinPath(folder, name);
      if (isLeftOut(relativePath(start, path) ?? name)) continue;
      if (kind === "folder" && !isSkipped(name)) folders.push(path);
      if (kind === "file" && name.endsWith(FILE_ENDING)) files.push(path);
    }
  }
  return { files: files.sort(), failures };
}

/** Whether a walk never comes to a file, by its path as seen from where the walk begins. */
export function isOffTheWay(path: string, isLeftOut: IsLeftOut): boolean {
  const parts = path.split("/");
  const ways = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return parts.slice(0, -1).some(isSkipped) || ways.some(isLeftOut);
}

function isSkipped(folder: string): boolean {
  return SKIPPED.has(folder) || folder.startsWith(".");
}
