// A file, or what ranges of it touch, in the one right layout: values, comments and whatever is broken stay as they are.
import { unitAt, type Source } from "../model/source.ts";
import { differences } from "../text/differences.ts";
import { shiftEdits } from "../text/edits.ts";
import { endOfBlanks, startOfBlanks } from "../text/lines.ts";
import { covers, shift, type Span, type TextEdit } from "../text/span.ts";
import { layoutOf, type Layout, type Piece } from "./format/layout.ts";

/**
 * The text of the source as it should be laid out, with the first of its line ends everywhere.
 * A declaration in which something could not be read, or has no meaning, is left exactly as it is.
 */
export function format(source: Source): string {
  return wholeLayout(source)
    .pieces.map((piece) => piece.newText)
    .join("");
}

/** The edits that lay out the whole text, in order; where nothing is to be done there is none. */
export function formatEdits(source: Source): readonly TextEdit[] {
  const layout = wholeLayout(source);
  return editsOf(layout, layout.pieces);
}

/**
 * The edits that lay out the declarations and comments that the ranges touch, with the gaps between those that one range
 * touches. Everything else stays as it is.
 */
export function formatRanges(source: Source, ranges: readonly Span[]): readonly TextEdit[] {
  if (ranges.length === 0) return [];
  const units = ranges.flatMap(({ start, end }) => [unitAt(source, start), unitAt(source, end)]);
  // The units beside them: comments may join what is below, and a gap has two sides.
  const first = Math.max(0, Math.min(...units) - 1);
  const last = Math.min(source.units.length - 1, Math.max(...units) + 1);
  const layout = layoutOf(source, first, last);
  const within = ranges.map((range) => shift(range, -layout.offset));
  return editsOf(layout, chosenPieces(layout, within));
}

function wholeLayout(source: Source): Layout {
  return layoutOf(source, 0, source.units.length - 1);
}

function editsOf({ text, offset }: Layout, pieces: readonly Piece[]): readonly TextEdit[] {
  return pieces.flatMap(({ span, newText }) =>
    shiftEdits(differences(text.slice(span.start, span.end), newText), span.start + offset),
  );
}

// ── What ranges touch ──

function chosenPieces(layout: Layout, ranges: readonly Span[]): readonly Piece[] {
  const { text, pieces } = layout;
  const touched = touchedPieces(layout, ranges);
  const isTouched = (index: number): boolean => touched.has(index) || pieces[index] === undefined;
  return pieces.flatMap((piece, index) => {
    if (piece.kind === "paragraph") return touched.has(index) ? [piece] : [];
    const isBetween = isTouched(index - 1) && isTouched(index + 1);
    if (isBetween && (!hasLineBreak(text, piece) || ranges.some((range) => selects(range, piece.span))))
      return [piece];
    return [
      ...(touched.has(index - 1) ? [trailingBlanks(text, piece)] : []),
      ...(touched.has(index + 1) ? [indentation(text, piece)] : []),
    ];
  });
}

/** The places of the paragraphs that the ranges touch; those that share a line are touched together. */
function touchedPieces({ text, pieces }: Layout, ranges: readonly Span[]): ReadonlySet<number> {
  const isTouched = (piece: Piece): boolean =>
    piece.kind === "paragraph" && ranges.some((range) => overlaps(range, linesOf(text, piece)));
  const touched = new Set<number>();
  let together: number[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind === "paragraph") together.push(index);
    else if (hasLineBreak(text, piece)) together = [];
    if (isTouched(piece) || together.some((it) => touched.has(it))) together.forEach((it) => touched.add(it));
  });
  return touched;
}

/** Whether what stands before and behind a gap is on different lines; what is left as it is ends its last line itself. */
function hasLineBreak(text: string, { span }: Piece): boolean {
  const isEdge = span.start === 0 || span.end === text.length;
  return isEdge || /[\r\n]/.test(text.slice(span.start - 1, span.end));
}

/** A range of no length covers nothing: where a cursor is at the end of the text, none is added behind it. */
function selects(range: Span, span: Span): boolean {
  return range.start < range.end && covers(range, span);
}

/** A range of no length touches what it is in or at an end of. */
function overlaps(range: Span, span: Span): boolean {
  if (range.start === range.end) return span.start <= range.start && range.start <= span.end;
  return range.start < span.end && span.start < range.end;
}

/** The piece with the blanks before and behind it on its lines. */
function linesOf(text: string, { span }: Piece): Span {
  return { start: startOfBlanks(text, span.start), end: endOfBlanks(text, span.end) };
}

/** The part of a gap that is at the end of the line before it. */
function trailingBlanks(text: string, { span: { start } }: Piece): Piece {
  return { kind: "gap", span: { start, end: endOfBlanks(text, start) }, newText: "" };
}

/** The part of a gap that is at the beginning of the line behind it. */
function indentation(text: string, { span: { end }, newText }: Piece): Piece {
  const start = startOfBlanks(text, end);
  return {
    kind: "gap",
    span: { start, end },
    newText: newText.slice(startOfBlanks(newText, newText.length)),
  };
}
