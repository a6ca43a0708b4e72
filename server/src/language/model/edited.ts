// A model after edits, as if somebody had typed them.
import type { FileEdit } from "../text/place.ts";
import { analyze, type Model } from "./analyze.ts";
import { withText } from "./files.ts";
import { edit, type Source } from "./source.ts";

/** The model after edits that do not overlap and change no include. */
export function withEdits(model: Model, edits: readonly FileEdit[]): Model {
  const set = model.files.reduce<Parameters<typeof analyze>[0]>((same, { id, source }, file) => {
    const own = edits.filter((it) => it.file === id);
    return own.length === 0 ? same : withText(same, file, editedSource(source, own));
  }, model);
  return analyze(set, model);
}

/** From the last edit to the first, so that none moves the place of another. */
function editedSource(source: Source, edits: readonly FileEdit[]): Source {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start || other.span.end - one.span.end)
    .reduce((before, it) => edit(before, it), source);
}
