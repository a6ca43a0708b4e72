// Files that a command names, read; what cannot be read is said with what to do.
import { inEnglish } from "../language/text/sentence.ts";
import type { FileFailure } from "../project/file-system.ts";
import { describeFileFailure } from "../project/file-system.ts";
import { describeMissing, findFiles } from "../project/find-sets.ts";
import { parentOf } from "../project/paths.ts";
import type { Session } from "./session.ts";
import { absolutePath, complain, displayPath } from "./session.ts";
import { STANDARD_INPUT } from "./world.ts";

export interface Input {
  /** As people see it. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  readonly text: string;
}

/** What names standard input among paths. */
export const DASH = "-";

/** Reads one file, or standard input; undefined, with a complaint, where that fails. */
export async function readOne(session: Session, given: string): Promise<Input | undefined> {
  const path = given === DASH ? undefined : absolutePath(session, given);
  const file = await (path === undefined ? session.world.readInput() : session.world.files.readFile(path));
  if (file.ok)
    return { name: path === undefined ? STANDARD_INPUT : displayPath(session, path), path, text: file.value };
  complain(session, describeInputFailure(session, file.failure));
  return undefined;
}

export interface NamedFiles {
  /** Absolute paths, or the dash. */
  readonly files: readonly string[];
  /** Whether every name led to a file. */
  readonly found: "all" | "some";
}

/** The files that paths, folders and patterns mean; what led nowhere is complained about. */
export async function nameFiles(session: Session, given: readonly string[]): Promise<NamedFiles> {
  const named = given.filter((it) => it !== DASH).map((it) => withSlashes(session, it));
  const dashes = given.includes(DASH) ? [DASH] : [];
  if (dashes.length > 0 && named.length === 0) return { files: dashes, found: "all" };
  const { files, missing } = await findFiles(session.world.files, session.folder, named);
  for (const it of missing) complain(session, describeMissing(it));
  return { files: [...dashes, ...files], found: missing.length === 0 ? "all" : "some" };
}

/** Only Windows parts folders by a backslash; elsewhere it may be in a name. */
function withSlashes({ folder }: Session, given: string): string {
  return /^[A-Za-z]:\//.test(folder) ? given.replaceAll("\\", "/") : given;
}

/** The folder that decides which project an input belongs to. */
export function folderOf({ folder }: Session, { path }: Pick<Input, "path">): string {
  return path === undefined ? folder : (parentOf(path) ?? folder);
}

/** A failed read in words. */
function describeInputFailure(session: Session, failure: FileFailure): string {
  return inEnglish(describeFileFailure({ ...failure, path: displayPath(session, failure.path) }));
}
