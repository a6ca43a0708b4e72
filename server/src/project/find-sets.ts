// The *.objectives files that paths, folders and patterns mean.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import picomatch from "picomatch/posix";
import type { FileFailure, FileSystem } from "./file-system.ts";
import { joinPath, relativePath } from "./paths.ts";
import { FILE_ENDING, walkFolder } from "./walk-folder.ts";

export interface FoundFiles {
  /** Absolute paths, each once: sets and fragments alike, for only reading a file tells them apart. */
  readonly files: readonly string[];
  /** What was named and gave no file. */
  readonly missing: readonly MissingFiles[];
}

export interface MissingFiles {
  /** As it was given, or absolute where that would be nothing but dots. */
  readonly given: string;
  readonly why: "no such path" | "no file there" | "no file fits" | "unreadable";
  readonly failure: FileFailure | undefined;
}

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
export function describeMissing({ given, why, failure }: MissingFiles): Sentence {
  switch (why) {
    case "no such path":
      return sentence`${given} is not there. Check the path.`;
    case "no file there":
      return sentence`${given} holds no file that ends in ${FILE_ENDING}. Name another folder, or write one.`;
    case "no file fits":
      return sentence`No file that ends in ${FILE_ENDING} fits the pattern '${given}'. Check it.`;
    case "unreadable":
      return sentence`${failure?.path ?? given} cannot be looked into (${failure?.kind ?? "other"}). Check its permissions.`;
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
  if (kind === "folder") {
    const named = /^[./]*$/.test(given) ? path : given;
    return findIn(fileSystem, path, { given: named, why: "no file there" }, () => true);
  }
  // A device or a pipe is passed on: reading it says best what is wrong with it.
  if (kind !== "missing") return { files: [path], missing: [] };
  const { base, glob, isGlob } = picomatch.scan(path);
  if (!isGlob) return { files: [], missing: [{ given, why: "no such path", failure: undefined }] };
  return findIn(
    fileSystem,
    base === "" ? "/" : base,
    { given, why: "no file fits" },
    picomatch(glob, { dot: true }),
  );
}

/** The files of a folder that fit; by their paths as seen from it. */
async function findIn(
  fileSystem: Pick<FileSystem, "list">,
  folder: string,
  none: Pick<MissingFiles, "given" | "why">,
  fits: (file: string) => boolean,
): Promise<FoundFiles> {
  const { files, failures } = await walkFolder(fileSystem, folder);
  const fitting = files.filter((file) => fits(relativePath(folder, file) ?? file));
  // A pattern may name a folder that is not there; a folder that has just gone holds nothing.
  const unreadable = failures
    .filter(({ kind }) => kind !== "missing")
    .map((failure) => ({ ...none, why: "unreadable", failure }) as const);
  if (fitting.length > 0 || unreadable.length > 0) return { files: fitting, missing: unreadable };
  return { files: [], missing: [{ ...none, failure: undefined }] };
}
