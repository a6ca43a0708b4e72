// The files of a workspace beside one another: which sets a fragment is a part of, and which sets have a name in common.
import { groupedBy } from "../text/grouped.ts";
import type { FileId } from "../text/place.ts";
import { withSurroundings, type Model } from "./analyze.ts";
import { includePaths } from "./files.ts";
import { template } from "../syntax/written.ts";
import { declarationsOf, type Source } from "./source.ts";

/** What the rest of a workspace needs to know of a file. */
export interface FileSummary {
  readonly kind: "set" | "fragment";
  /** A set's name; "" where it has none, and for a fragment. */
  readonly name: string;
  /** The same with its params as they are written. */
  readonly title: string;
  /** The files that its includes mean. */
  readonly includes: readonly FileId[];
}

export function summaryOf(source: Source, resolve: (path: string) => FileId | undefined): FileSummary {
  const header = source.units.flatMap(({ mentions }) => mentions).find(({ role }) => role === "header");
  return {
    kind: header ? "set" : "fragment",
    name: header?.name ?? "",
    title: titleOf(source),
    includes: includePaths(source).flatMap((path) => resolve(path) ?? []),
  };
}

function titleOf(source: Source): string {
  for (const { node } of declarationsOf(source))
    if (node.kind === "header" && node.title) return template(node.title);
  return "";
}

/** The sets that a fragment is a part of, through whatever other fragments, in the order of the files. */
export function setsWith(file: FileId, files: ReadonlyMap<FileId, FileSummary>): readonly FileId[] {
  const includers = new Set([file]);
  // A Set grows while it is walked.
  for (const included of includers) {
    for (const [id, { includes }] of files) if (includes.includes(included)) includers.add(id);
  }
  includers.delete(file);
  return [...files.keys()].filter((id) => includers.has(id) && files.get(id)?.kind === "set");
}

/** The files of the sets of each name that more than one has. */
export function namesakes(files: ReadonlyMap<FileId, FileSummary>): ReadonlyMap<string, readonly FileId[]> {
  const named = [...files].filter(([, { kind, name }]) => kind === "set" && name !== "");
  const byName = groupedBy(named, ([, { name }]) => name);
  const shared = [...byName].filter(([, sets]) => sets.length > 1);
  return new Map(shared.map(([name, sets]) => [name, sets.map(([id]) => id)]));
}

/** The model with what is known of the files around it. */
export function among(model: Model, surroundings: Model["surroundings"]): Model {
  const { namesakes: called, includedBy } = model.surroundings;
  const isAsBefore =
    surroundings.includedBy === includedBy && surroundings.namesakes.join("\n") === called.join("\n");
  return isAsBefore ? model : withSurroundings(model, surroundings);
}
