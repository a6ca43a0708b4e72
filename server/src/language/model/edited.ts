// A model after edits, as if somebody had typed them.
import type { FileEdit } from "../text/place.ts";
import { analyze, isSameRef, type Model } from "./analyze.ts";
import { includesIn, withText, type FileSet, type IncludeLink } from "./files.ts";
import { edit, type Source } from "./source.ts";

/** The model after edits that do not overlap and include nothing that was not included before. */
export function withEdits(model: Model, edits: readonly FileEdit[]): Model {
  const set = model.files.reduce<FileSet>((same, { id, source }, file) => {
    const own = edits.filter((it) => it.file === id);
    return own.length === 0 ? same : withText(same, file, editedSource(source, own));
  }, model);
  return analyze({ files: set.files, includes: replaced(set) }, model);
}

/** From the last edit to the first, so that none moves the place of another. */
function editedSource(source: Source, edits: readonly FileEdit[]): Source {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start || other.span.end - one.span.end)
    .reduce((before, it) => edit(before, it), source);
}

/** The includes where they stand now, by their paths. */
function replaced({ files, includes }: FileSet): readonly IncludeLink[] {
  const left = [...includes];
  const now = files.flatMap(({ source }, file) =>
    includesIn(source).flatMap(({ path, ...at }) => {
      const known = left.findIndex((link) => link.at.file === file && link.path === path);
      return left.splice(known, known < 0 ? 0 : 1).map((link) => ({ ...link, at: { file, ...at } }));
    }),
  );
  const isAsBefore =
    now.length === includes.length && now.every(({ at }, index) => isSameRef(at, includes[index]?.at));
  return isAsBefore ? includes : now;
}
