// Where the new name stands after a refactoring, for somebody who wants to choose another.
import { placeAt, sourceOf, type Model } from "../../model/analyze.ts";
import { mentionsOfName } from "../../model/names.ts";
import { objectiveNamed } from "../../model/symbols.ts";
import { lineIndex, type Position } from "../../text/line-index.ts";
import { lineStart } from "../../text/lines.ts";
import type { FileEdit, FileId, Place } from "../../text/place.ts";
import { shift, type Span, type TextEdit } from "../../text/span.ts";

export interface Named {
  readonly file: FileId;
  /** Where its declaration says it, in the text afterwards. */
  readonly position: Position;
  /** All edits of the file as one, and where in its text the name stands; undefined where other files mention it, too. */
  readonly together: (TextEdit & { readonly names: readonly Span[] }) | undefined;
}

export function namedIn(
  before: Model,
  after: Model,
  edits: readonly FileEdit[],
  name: string,
): Named | undefined {
  const symbol = objectiveNamed(after.symbols, name);
  const declared = symbol && placeAt(after, symbol.at);
  if (!declared) return undefined;
  const { file, span } = declared;
  const text = textIn(after, file);
  const places = mentionsOfName(after, "objective", name).map((at) => placeAt(after, at));
  const isAlone = [...places, ...edits].every((it) => it.file === file);
  return {
    file,
    position: lineIndex(text).positionAt(span.start),
    together: isAlone ? together(textIn(before, file), text, edits, places) : undefined,
  };
}

function textIn(model: Model, file: FileId): string {
  const source = sourceOf(model, file);
  return source ? source.text : "";
}

/**
 * From the first place that changes, or where the name stands, to the last. It begins with its line: clients indent what
 * is put in as the rest of the line before it.
 */
function together(
  before: string,
  after: string,
  edits: readonly TextEdit[],
  names: readonly Place[],
): Named["together"] {
  const grown = after.length - before.length;
  const first = Math.min(...edits.map(({ span }) => span.start), ...names.map(({ span }) => span.start));
  const start = lineStart(after, first);
  const end = Math.max(...edits.map(({ span }) => span.end + grown), ...names.map(({ span }) => span.end));
  return {
    span: { start, end: end - grown },
    newText: after.slice(start, end),
    names: names.map(({ span }) => shift(span, -start)).toSorted((one, other) => one.start - other.start),
  };
}
