// What tells a file from others for the language server: its URI in one spelling, whichever one a client uses.
import type { FileId } from "../language/text/place.ts";
import { includedPath } from "../project/includes.ts";
import { parentOf, pathFrom } from "../project/paths.ts";

/** The parts of a URI: what stands before its path, and the path without escapes. */
interface UriParts {
  readonly start: string;
  readonly path: string;
  readonly rest: string;
}

/** Every client's spelling of a file's URI leads to the same id, which is a URI too. */
export function fileIdOf(uri: string): FileId {
  const { start, path, rest } = partsOf(uri);
  return start + escaped(path) + rest;
}

/** The path of a file on a disk, as a file system wants it; undefined for what lies elsewhere. */
export function diskPathOf(id: FileId): string | undefined {
  const { start, path, rest } = partsOf(id);
  if (start !== "file://" || rest !== "") return undefined;
  return path.replace(/^\/(?=[A-Za-z]:)/, "");
}

/** The id of a file on a disk. */
export function idOfDiskPath(path: string): FileId {
  return fileIdOf(`file://${path.startsWith("/") ? "" : "/"}${escaped(path)}`);
}

/** The file that an include's path means, within the folder that may be left by no include. */
export function includedId(from: FileId, path: string, folders: readonly FileId[]): FileId | undefined {
  const { start, path: fromPath } = partsOf(from);
  const root = folderPathOf(from, folders) ?? parentOf(fromPath) ?? "";
  const included = includedPath(root === "" ? "/" : root, fromPath, path);
  return included === undefined ? undefined : start + escaped(included);
}

/** How a file includes another; undefined where no path leads there that an include may take. */
export function includePath(from: FileId, to: FileId, folders: readonly FileId[]): string | undefined {
  const folder = parentOf(partsOf(from).path);
  const path = folder === undefined ? undefined : pathFrom(folder, partsOf(to).path);
  return path !== undefined && includedId(from, path, folders) === to ? path : undefined;
}

/** The file as people call it: its path from the folder of the workspace that it is in, else its name. */
export function shownName(id: FileId, folders: readonly FileId[]): string {
  const { path } = partsOf(id);
  const folder = folderPathOf(id, folders) ?? path.slice(0, path.lastIndexOf("/"));
  return path.slice(folder.length + 1);
}

/** Whether the file belongs to the workspace: to one of its folders, or, without any, to the disk. */
export function isInside(id: FileId, folders: readonly FileId[]): boolean {
  return folders.length === 0 ? diskPathOf(id) !== undefined : folderOf(id, folders) !== undefined;
}

/** The first of the folders that the file is in. */
export function folderOf(id: FileId, folders: readonly FileId[]): FileId | undefined {
  const { start, path } = partsOf(id);
  return folders.find((folder) => {
    const it = partsOf(folder);
    return it.start === start && isBelow(path, it.path);
  });
}

/** The path of that folder, without a slash at its end. */
function folderPathOf(id: FileId, folders: readonly FileId[]): string | undefined {
  const folder = folderOf(id, folders);
  return folder === undefined ? undefined : partsOf(folder).path.replace(/\/+$/, "");
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

const URI = /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/s;

function partsOf(uri: string): UriParts {
  const [, start = "", path = uri, rest = ""] = URI.exec(uri) ?? [];
  return { start: start.toLowerCase(), path: withSmallDrive(unescaped(path)), rest };
}

/** Windows does not tell C: from c:. */
function withSmallDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

function escaped(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A stray percent sign stands for itself. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
