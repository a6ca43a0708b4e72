// The files of a set, read from outside: what an include's path means, and the texts it leads to.
import { assemble, unreadFiles, type FileSet, type Library, type SetFile } from "../language/model/files.ts";
import { parse, type Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "./file-system.ts";
import { joinPath, parentOf, relativePath } from "./paths.ts";

/** Reads a file by its absolute path. */
export type ReadSource = (path: string) => Promise<Source | "missing">;

/** Reads each file once, however many sets include it. */
export function sourceReader(fileSystem: Pick<FileSystem, "readFile">): ReadSource {
  const readings = new Map<string, Promise<Source | "missing">>();
  return (path) => {
    const reading = readings.get(path) ?? readSource(fileSystem, path);
    readings.set(path, reading);
    return reading;
  };
}

/** Puts a set together, fragment by fragment; includes may lead to what is inside `root`. */
export async function readSet(read: ReadSource, root: string, file: SetFile): Promise<FileSet> {
  return readSetBy(read, (from, path) => includedPath(root, from, path), file);
}

/** The same where files are told apart by something else than their paths. */
export async function readSetBy(
  read: (id: FileId) => Promise<Source | "missing">,
  resolve: Library["resolve"],
  file: SetFile,
): Promise<FileSet> {
  const known = new Map<FileId, Source | "missing">();
  const library: Library = { resolve, read: (id) => known.get(id) ?? "unread" };
  for (;;) {
    const set = assemble(file, library);
    const unread = unreadFiles(set);
    if (unread.length === 0) return set;
    for (const id of unread) known.set(id, await read(id));
  }
}

/**
 * The file that an include's path means, seen from the file that says it, by absolute paths; undefined where that is
 * outside of `root`. A path is relative, with `/` between its parts.
 */
export function includedPath(root: string, from: string, path: string): string | undefined {
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.includes("\\")) return undefined;
  const included = joinPath(parentOf(from) ?? root, path);
  return relativePath(root, included) === undefined ? undefined : included;
}

/** The file as it is on the disk now. */
export async function readSource(
  fileSystem: Pick<FileSystem, "readFile">,
  path: string,
): Promise<Source | "missing"> {
  const reading = await fileSystem.readFile(path);
  return reading.ok ? parse(reading.value) : "missing";
}
