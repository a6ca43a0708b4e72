// What stands above objectives and a set's header: the ways in, the flow's picture, what was uploaded.
import { fileIndex, idOf, placeAt, type Model } from "../model/analyze.ts";
import type { FileId, Place } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { possibleTargetsIn, waysInto } from "./ways-in.ts";

export interface CodeLens {
  readonly kind: "ways-in" | "preview" | "upload";
  /** The name or title that it stands above. */
  readonly span: Span;
}

/** The lenses of a file of the set, in order; what they say is asked for when they are looked at. */
export function codeLenses(model: Model, id: FileId): readonly CodeLens[] {
  const file = fileIndex(model, id);
  if (file === undefined) return [];
  const header = model.symbols.headers.find(({ at }) => idOf(model, at) === id);
  return [
    ...(header ? headerLenses(placeAt(model, header.at).span) : []),
    ...possibleTargetsIn(model, file).map(({ symbol }) => lens("ways-in", placeAt(model, symbol.at).span)),
  ];
}

function headerLenses(span: Span): readonly CodeLens[] {
  return [lens("preview", span), lens("upload", span)];
}

function lens(kind: CodeLens["kind"], span: Span): CodeLens {
  return { kind, span };
}

export interface WaysIn {
  readonly title: Sentence;
  /** The arrows that lead there. */
  readonly places: readonly Place[];
}

/** What the lens above an objective says; undefined where none stands there any more. */
export function waysIn(model: Model, id: FileId, { start }: Span): WaysIn | undefined {
  const found = possibleTargetsIn(model, fileIndex(model, id) ?? -1).find(
    ({ symbol }) => placeAt(model, symbol.at).span.start === start,
  );
  if (!found) return undefined;
  const places = waysInto(model, found.index).map((way) => placeAt(model, way));
  const isStart = places.length === 0 && found.index === model.flow.start;
  return { title: isStart ? sentence`The conversation starts here` : countOf(places), places };
}

function countOf({ length }: readonly Place[]): Sentence {
  switch (length) {
    case 0:
      return sentence`No way in`;
    case 1:
      return sentence`1 way in`;
    default:
      return sentence`${length} ways in`;
  }
}
