// Files as the project sees them: handed in, so that a full disk or a missing file is a value like any other.
import { isOnDisk } from "./paths.ts";
import { sentence, type Sentence } from "../language/text/sentence.ts";

/** Files to be read alone. Absolute paths as in paths.ts, on Windows too (`C:/flows/intake.objectives`). */
export interface FileReader {
  /** The text of a UTF-8 file, without a byte order mark. */
  readFile(path: string): Promise<FileResult<string>>;
  /** What stands at a path, links followed. */
  kindOf(path: string): Promise<PathKind>;
  /** A folder's entries, in no particular order. */
  list(folder: string): Promise<FileResult<readonly FolderEntry[]>>;
}

export interface FileSystem extends FileReader {
  /** Puts a text into a file, whole or not at all; it is on the disk when this resolves. */
  writeFileAtomic(path: string, text: string): Promise<FileResult<"written">>;
  /** Makes a file, unless one is there: of several who try at once, one makes it. */
  createFile(path: string, text: string): Promise<FileResult<"made" | "there">>;
  /** Removes a file; it is well where there is none. */
  removeFile(path: string): Promise<FileResult<"removed">>;
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<FileResult<"made">>;
}

export type PathKind = "file" | "folder" | "other" | "missing";

export interface FolderEntry {
  readonly name: string;
  /** A link to a file is a file; a link to a folder is `other`, so that nobody walks in circles. */
  readonly kind: Exclude<PathKind, "missing">;
}

export type FileResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: FileFailure };

export interface FileFailure {
  readonly kind: FileFailureKind;
  readonly path: string;
  /** The system's own code, such as `EIO`, where the kind says too little. */
  readonly code: string;
}

export type FileFailureKind =
  | "missing"
  | "folder"
  | "not a folder"
  | "denied"
  | "read-only"
  | "full"
  | "not text"
  | "zero byte"
  | "too large"
  | "other";

/** Bytes that a text file may have: far above any set, far below what would stall an editor. */
export const FILE_LIMIT = 16 * 1024 * 1024;

/** The files of a disk, and by their schemes those that are on none. */
export function filesEverywhere(disk: FileSystem, elsewhere: FileSystem): FileSystem {
  const at = (path: string): FileSystem => (isOnDisk(path) ? disk : elsewhere);
  return {
    readFile: (path) => at(path).readFile(path),
    writeFileAtomic: (path, text) => at(path).writeFileAtomic(path, text),
    createFile: (path, text) => at(path).createFile(path, text),
    removeFile: (path) => at(path).removeFile(path),
    makeFolder: (path) => at(path).makeFolder(path),
    kindOf: (path) => at(path).kindOf(path),
    list: (folder) => at(folder).list(folder),
  };
}

/** What comes of an action on a path that is not even tried. */
export function refusedFile(kind: FileFailureKind, path: string): FileResult<never> {
  return { ok: false, failure: { kind, path, code: "" } };
}

/** What an action on a path comes to: a failure of the system is a value like any other. */
export async function attemptedOn<Value>(
  path: string,
  act: () => Promise<FileResult<Value>>,
  failureOf: (error: unknown) => Pick<FileFailure, "kind" | "code">,
): Promise<FileResult<Value>> {
  try {
    return await act();
  } catch (error) {
    return { ok: false, failure: { ...failureOf(error), path } };
  }
}

/** The `code` of one of Node's errors, such as `ENOENT`; "" for any other. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** What is wrong with which file, and what to do, in one or two sentences. */
export function describeFileFailure({ kind, path, code }: FileFailure): Sentence {
  switch (kind) {
    case "missing":
      return sentence`${path} is not there. Check the path.`;
    case "folder":
      return sentence`${path} is a folder, and a file is wanted. Name a file in it.`;
    case "not a folder":
      return sentence`${path} cannot be reached: a file stands where a folder should be.`;
    case "denied":
      return sentence`${path} may not be used by this user. Check its permissions.`;
    case "read-only":
      return sentence`${path} is on a disk that cannot be written to.`;
    case "full":
      return sentence`${path} could not be written: the disk is full. Make room and try again.`;
    case "not text":
      return sentence`${path} is not text in UTF-8. Save it as UTF-8, or name another file.`;
    case "zero byte":
      return sentence`${path} holds a zero byte (NUL), which no text does. Take it out, or name another file.`;
    case "too large":
      return sentence`${path} is larger than ${FILE_LIMIT / 1024 / 1024} MiB: no set is. Name another file.`;
    case "other":
      return code === ""
        ? sentence`${path} could not be used: the system says no more than that it failed.`
        : sentence`${path} could not be used: the system says ${code}.`;
  }
}
