// The files of one set: its own, and the fragments that its includes lead to, in the order in which declarations count.
import type { FileId } from "../text/place.ts";
import { looksAlike, type Source } from "./source.ts";
import type { Ref } from "./symbols.ts";

export interface SetFile {
  readonly id: FileId;
  readonly source: Source;
}

export interface FileSet {
  /** The set's own first, then its fragments, depth first in the order of the includes, each once. */
  readonly files: readonly SetFile[];
  readonly includes: readonly IncludeLink[];
}

/** An `include` and what it leads to. */
export interface IncludeLink {
  readonly at: Ref;
  /** Its path as written. */
  readonly path: string;
  /** The file that it means; undefined where that is outside of the workspace. */
  readonly id: FileId | undefined;
  readonly leads: Leads;
}

/**
 * `fragment`: its declarations are in the set. `unread`: nobody has looked yet, so nothing is known to be wrong.
 * `set`: the file has a header of its own. `cycle`: it includes, in the end, the file that includes it.
 */
export type Leads = "fragment" | "unread" | "missing" | "outside" | "set" | "cycle";

/** Files as they are known now. */
export interface Library {
  /** The file that an include's path means, seen from the file that says it; undefined where that is outside. */
  readonly resolve: (from: FileId, path: string) => FileId | undefined;
  readonly read: (id: FileId) => Source | "missing" | "unread";
}

/** The set that begins with this file. */
export function assemble(root: SetFile, library: Library): FileSet {
  const files: SetFile[] = [root];
  const includes: IncludeLink[] = [];
  const known = new Set([root.id]);
  const way = [visit(root, 0)];
  for (let top = way.at(-1); top; top = way.at(-1)) {
    const include = top.includes[top.next++];
    if (!include) {
      way.pop();
      continue;
    }
    const { source, ...link } = follow(include, top, way, library);
    includes.push(link);
    const { id } = link;
    if (id === undefined || !source || known.has(id)) continue;
    known.add(id);
    files.push({ id, source });
    way.push(visit({ id, source }, files.length - 1));
  }
  return { files, includes: includes.sort(byPlace) };
}

/** A set of one file, which can reach no other. */
export function onlyFile(source: Source, id: FileId = ""): FileSet {
  return assemble({ id, source }, NO_LIBRARY);
}

/** The same set with another text of one of its files; only where that includes what the one before did. */
export function withText({ files, includes }: FileSet, file: number, source: Source): FileSet {
  const before = files[file];
  return { files: before ? files.with(file, { id: before.id, source }) : files, includes };
}

/** The set as its files are now; where they include what they did, what led somewhere is not followed again. */
export function refreshed(set: FileSet, root: SetFile, library: Library): FileSet {
  const now = set.files.map(({ id }) => (id === root.id ? root.source : library.read(id)));
  const stays =
    set.files[0]?.id === root.id &&
    set.files.every(({ source }, file) => includesAsBefore(now[file], source)) &&
    set.includes.every((link) => isStillSo(link, library));
  if (!stays) return assemble(root, library);
  return now.reduce<FileSet>(
    (same, source, file) =>
      typeof source === "object" && source !== same.files[file]?.source ? withText(same, file, source) : same,
    set,
  );
}

function includesAsBefore(source: Source | string | undefined, before: Source): boolean {
  if (source === before) return true;
  if (typeof source !== "object") return false;
  if (looksAlike(source, before)) return true;
  const [now, then] = [includesIn(source), includesIn(before)];
  return hasHeader(source) === hasHeader(before) && JSON.stringify(now) === JSON.stringify(then);
}

/** Whether an include that leads to no fragment still does not, for the same reason. */
function isStillSo({ id, leads }: IncludeLink, { read }: Library): boolean {
  if (leads === "fragment" || leads === "cycle" || id === undefined) return true;
  const now = read(id);
  if (typeof now === "string") return now === leads;
  return leads === "set" && hasHeader(now);
}

/** The paths of a file's includes as written, in order. */
export function includePaths(source: Source): readonly string[] {
  return includesIn(source).map(({ path }) => path);
}

interface Include {
  readonly unit: number;
  readonly mention: number;
  readonly path: string;
}

/** A file's includes in order. */
export function includesIn({ units }: Source): readonly Include[] {
  const includes: Include[] = [];
  units.forEach(({ mentions }, unit) =>
    mentions.forEach(({ role, name }, mention) => {
      if (role === "include") includes.push({ unit, mention, path: name });
    }),
  );
  return includes;
}

/** Files that the set wants and nobody has read. */
export function unreadFiles({ includes }: FileSet): readonly FileId[] {
  return [
    ...new Set(includes.flatMap(({ id, leads }) => (leads === "unread" && id !== undefined ? [id] : []))),
  ];
}

/** Whether a file is a set: its header stands, even while its text is missing. */
export function hasHeader({ units }: Source): boolean {
  return units.some(({ mentions }) => mentions.some(({ role }) => role === "header"));
}

const NO_LIBRARY: Library = { resolve: (_, path) => path, read: () => "missing" };

/** A file on the way from the root to where we are, and which of its includes is next. */
interface Visit {
  readonly id: FileId;
  readonly includes: readonly Pick<IncludeLink, "at" | "path">[];
  next: number;
}

function visit({ id, source }: SetFile, file: number): Visit {
  const includes = includesIn(source).map(({ path, ...at }) => ({ at: { file, ...at }, path }));
  return { id, includes, next: 0 };
}

function follow(
  { at, path }: Visit["includes"][number],
  from: Visit,
  way: readonly Visit[],
  { resolve, read }: Library,
): IncludeLink & { readonly source?: Source } {
  if (path === "") return { at, path, id: undefined, leads: "missing" };
  const id = resolve(from.id, path);
  if (id === undefined) return { at, path, id, leads: "outside" };
  if (way.some((visited) => visited.id === id)) return { at, path, id, leads: "cycle" };
  const source = read(id);
  if (typeof source === "string") return { at, path, id, leads: source };
  return hasHeader(source) ? { at, path, id, leads: "set" } : { at, path, id, leads: "fragment", source };
}

/** The order of the texts, in which findings are shown. */
function byPlace({ at: one }: IncludeLink, { at: other }: IncludeLink): number {
  return one.file - other.file || one.unit - other.unit || one.mention - other.mention;
}
