// The *.objectives files that paths, folders and patterns mean.
import picomatch from "picomatch/posix";
import type { FileFailure, FileSystem } from "./file-system.ts";
import { joinPath, relativePath } from "./paths.ts";

export interface FoundFiles {
  /** Absolute paths, each once: sets and fragments alike, for only reading a file tells them apart. */
  readonly files: readonly string[];
  /** What was named and gave no file. */
  readonly missing: readonly MissingFiles[];
}

export interface MissingFiles {
  /** As it was given. */
  readonly given: string;
  readonly why: "no such path" | "no file fits" | "unreadable";
  readonly failure: FileFailure | undefined;
}

export const FILE_ENDING = ".objectives";

/** Never walked into: what is in there is made by programs. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", ".git", "dist", ".objectives"]);

/**
 * The files that each of `wanted` means, seen from `folder`: a file by its path, whatever its ending; a folder
 * for every set in it; a pattern such as `flows/**`. Without any, every file of the folder.
 */
export async function findFiles(
  fileSystem: Pick<FileSystem, "list" | "kindOf">,
  folder: string,
  wanted: readonly string[],
): Promise<FoundFiles> {
  const found = new Set<string>();
  const missing: MissingFiles[] = [];
  for (const given of wanted.length === 0 ? ["."] : wanted) {
    const finding = await findOne(fileSystem, folder, given);
    for (const file of finding.files) found.add(file);
    missing.push(...finding.missing);
  }
  return { files: [...found], missing };
}

/** A sentence that says what was looked for, and what to do. */
export function describeMissing({ given, why, failure }: MissingFiles): string {
  switch (why) {
    case "no such path":
      return `${given} is not there. Check the path.`;
    case "no file fits":
      return `Nothing that ends in ${FILE_ENDING} is in ${given}.`;
    case "unreadable":
      return `${failure?.path ?? given} cannot be looked into (${failure?.kind ?? "other"}). Check its permissions.`;
  }
}

async function findOne(
  fileSystem: Pick<FileSystem, "list" | "kindOf">,
  folder: string,
  given: string,
): Promise<FoundFiles> {
  const path =
    given.startsWith("/") || /^[A-Za-z]:\//.test(given) ? joinPath(given, "") : joinPath(folder, given);
  const kind = await fileSystem.kindOf(path);
  if (kind === "folder") return walk(fileSystem, path, { given, fits: (file) => file.endsWith(FILE_ENDING) });
  // A device or a pipe is passed on: reading it says best what is wrong with it.
  if (kind !== "missing") return { files: [path], missing: [] };
  const { base, glob, isGlob } = picomatch.scan(path);
  if (!isGlob) return { files: [], missing: [{ given, why: "no such path", failure: undefined }] };
  const matches = picomatch(glob, { dot: true });
  return walk(fileSystem, base === "" ? "/" : base, {
    given,
    fits: (file, inBase) => file.endsWith(FILE_ENDING) && matches(inBase),
  });
}

interface Wish {
  readonly given: string;
  fits(file: string, relative: string): boolean;
}

/** Folders are walked by a worklist: no depth is too deep. */
async function walk(
  fileSystem: Pick<FileSystem, "list">,
  start: string,
  { given, fits }: Wish,
): Promise<FoundFiles> {
  const files: string[] = [];
  const missing: MissingFiles[] = [];
  const folders = [start];
  for (const folder of folders) {
    const listing = await fileSystem.list(folder);
    if (!listing.ok) {
      missing.push({ given, why: "unreadable", failure: listing.failure });
      continue;
    }
    for (const { name, kind } of listing.value) {
      const path = joinPath(folder, name);
      if (kind === "folder" && !SKIPPED.has(name)) folders.push(path);
      if (kind === "file" && fits(path, relativePath(start, path) ?? name)) files.push(path);
    }
  }
  if (files.length === 0 && missing.length === 0)
    missing.push({ given, why: "no file fits", failure: undefined });
  return { files: files.sort(), missing };
}
