// What tells a file from others for the language server: its URI in one spelling, whichever one a client uses.
import type { FileId } from "../language/text/place.ts";
import { partsOf, pathOfUri, uriOf } from "../project/file-uri.ts";
import { includedPath } from "../project/includes.ts";
import { parentOf, pathFrom, relativePath } from "../project/paths.ts";

/** Every client's spelling of a file's URI leads to the same id, which is a URI too. */
export function fileIdOf(uri: string): FileId {
  return uriOf(partsOf(uri));
}

/** The file that an include's path means, within the folder that may be left by no include. */
export function includedId(from: FileId, path: string, folders: readonly FileId[]): FileId | undefined {
  const { start, path: fromPath } = partsOf(from);
  const root = folderPathOf(from, folders) ?? parentOf(fromPath) ?? "";
  const included = includedPath(root === "" ? "/" : root, fromPath, path);
  return included === undefined ? undefined : uriOf({ start, path: included, rest: "" });
}

/** The path by which one file includes another; undefined where none leads from one to the other. */
export function includePath(from: FileId, to: FileId): string | undefined {
  const [one, other] = [partsOf(from), partsOf(to)];
  const folder = parentOf(one.path);
  return one.start === other.start && folder !== undefined ? pathFrom(folder, other.path) : undefined;
}

/** The file as people call it: its path from the folder of the workspace that it is in, else its name. */
export function shownName(id: FileId, folders: readonly FileId[]): string {
  const { path } = partsOf(id);
  const folder = folderPathOf(id, folders) ?? path.slice(0, path.lastIndexOf("/"));
  return path.slice(folder.length + 1);
}

/** Whether the file belongs to the workspace: to one of its folders; without any, every file does. */
export function isInside(id: FileId, folders: readonly FileId[]): boolean {
  return folders.length === 0 ? pathOfUri(id) !== undefined : folderOf(id, folders) !== undefined;
}

/** The first of the folders that the file is in. */
export function folderOf(id: FileId, folders: readonly FileId[]): FileId | undefined {
  const { start, path } = partsOf(id);
  return folders.find((folder) => {
    const it = partsOf(folder);
    return it.start === start && (relativePath(it.path, path) ?? "") !== "";
  });
}

/** The path of that folder, without a slash at its end. */
function folderPathOf(id: FileId, folders: readonly FileId[]): string | undefined {
  const folder = folderOf(id, folders);
  return folder === undefined ? undefined : partsOf(folder).path.replace(/\/+$/, "");
}
