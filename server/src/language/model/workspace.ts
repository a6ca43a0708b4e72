// The files of a workspace beside one another: which sets a fragment is a part of, and which sets have a name in common.
import { groupedBy } from "../text/grouped.ts";
import type { FileId } from "../text/place.ts";
import { withSurroundings, type Model } from "./analyze.ts";
import { includePaths } from "./files.ts";
import type { Source } from "./source.ts";

/** What the rest of a workspace needs to know of a file. */
export interface FileSummary {
  readonly kind: "set" | "fragment";
  /** A set's name with its params as they are written; "" where it has none, and for a fragment. */
  readonly name: string;
  /** The files that its includes mean. */
  readonly includes: readonly FileId[];
}

export function summaryOf(source: Source, resolve: (path: string) => FileId | undefined): FileSummary {
  const header = source.units.flatMap(({ mentions }) => mentions).find(({ role }) => role === "header");
  return {
    kind: header ? "set" : "fragment",
    name: header?.name ?? "",
    includes: includePaths(source).flatMap((path) => resolve(path) ?? []),
  };
}

/** The sets that a fragment is a part of, through whatever other fragments, in the order of their names. */
export function setsWith(file: FileId, files: ReadonlyMap<FileId, FileSummary>): readonly FileId[] {
  const includers = withIncluders(file, files);
  return [...includers].filter((id) => id !== file && files.get(id)?.kind === "set").sort();
}

/** The fragments that a file could include, those that do not include it themselves; in the order of their names. */
export function includableFrom(file: FileId, files: ReadonlyMap<FileId, FileSummary>): readonly FileId[] {
  const includers = withIncluders(file, files);
  return [...files]
    .flatMap(([id, { kind }]) => (kind === "fragment" && !includers.has(id) ? [id] : []))
    .sort();
}

/** The file, and all that include it, through whatever others. */
function withIncluders(file: FileId, files: ReadonlyMap<FileId, FileSummary>): ReadonlySet<FileId> {
  const includers = new Set([file]);
  // A Set grows while it is walked.
  for (const included of includers) {
    for (const [id, { includes }] of files) if (includes.includes(included)) includers.add(id);
  }
  return includers;
}

/** What the files of a workspace are read from: every set, and every fragment that is a part of none. */
export function rootsOf(files: ReadonlyMap<FileId, FileSummary>): readonly FileId[] {
  const sets = [...files].flatMap(([id, { kind }]) => (kind === "set" ? [id] : []));
  const inSets = new Set(sets.flatMap((set) => filesFrom(set, files)));
  return [...sets, ...[...files.keys()].filter((id) => !inSets.has(id))].sort();
}

/** The file and all that its includes lead to, whether it is there or not. */
export function filesFrom(root: FileId, files: ReadonlyMap<FileId, FileSummary>): readonly FileId[] {
  const reached = new Set([root]);
  // A Set grows while it is walked.
  for (const id of reached) for (const included of files.get(id)?.includes ?? []) reached.add(included);
  return [...reached];
}

/** The files of the sets of each name that more than one has. */
export function namesakes(files: ReadonlyMap<FileId, FileSummary>): ReadonlyMap<string, readonly FileId[]> {
  const named = [...files].filter(([, { kind, name }]) => kind === "set" && name !== "");
  const byName = groupedBy(named, ([, { name }]) => name);
  const shared = [...byName].filter(([, sets]) => sets.length > 1);
  return new Map(shared.map(([name, sets]) => [name, sets.map(([id]) => id).sort()]));
}

/** The model with what is known of the files around it. */
export function among(model: Model, surroundings: Model["surroundings"]): Model {
  const { namesakes: called, includedBy } = model.surroundings;
  const isAsBefore =
    surroundings.includedBy === includedBy && surroundings.namesakes.join("\n") === called.join("\n");
  return isAsBefore ? model : withSurroundings(model, surroundings);
}
