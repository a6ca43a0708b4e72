// A stretch of a file as paragraphs and the gaps between them, each with the text that should stand there.
import { isSuppression } from "../../diagnostics/suppressions.ts";
import { startOf, type Source } from "../../model/source.ts";
import { INDENT } from "../../syntax/print.ts";
import { isOnOneLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { partsOf, type Part } from "./parts.ts";

/** Gaps and paragraphs by turns, from a gap to a gap. */
export interface Layout {
  /** Of the stretch; the pieces' spans count in it. */
  readonly text: string;
  /** Where the stretch begins in its file. */
  readonly offset: number;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly kind: "paragraph" | "gap";
  readonly span: Span;
  /** What should stand there. */
  readonly newText: string;
}

/** The layout of units in a row. What is before and behind them stays, unless the file begins or ends there. */
export function layoutOf(source: Source, first: number, last: number): Layout {
  const units = source.units.slice(first, last + 1);
  const offset = startOf(source, first);
  const text = units.map((unit) => unit.text).join("");
  const parts = units.flatMap((unit, index) => partsOf(unit, startOf(source, first + index) - offset));
  const lineEnd = lineEndOf(source);
  const edges = { isFirst: first === 0, isLast: last === source.units.length - 1 };
  return { text, offset, pieces: piecesOf({ text, lineEnd, ...edges }, paragraphsOf(text, parts)) };
}

/** The first line end behind the file's first word: blank lines before it go. */
function lineEndOf({ units }: Source): string {
  for (const { text } of units) {
    const lineEnd = /\r\n|\r|\n/.exec(text.trimStart());
    if (lineEnd) return lineEnd[0];
  }
  return "\n";
}

// ── Paragraphs ──

/** Comments and the declaration below them, or what is left as it is; a blank line stands around it. */
interface Paragraph extends Part {
  /** Before its first line. */
  readonly indentation: string;
}

function paragraphsOf(text: string, parts: readonly Part[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const part of parts) {
    const previous = paragraphs.pop();
    const next = { ...part, indentation: "" };
    paragraphs.push(...(previous === undefined ? [next] : inOneOrTwo(text, previous, next)));
  }
  return paragraphs;
}

function inOneOrTwo(text: string, previous: Paragraph, next: Paragraph): readonly Paragraph[] {
  const above = isFreeAbove(text, previous, next) ? indented(previous) : previous;
  const gap = gapWithin(text, above, next);
  return gap === undefined ? [above, next] : [joined(above, gap, next)];
}

/**
 * Whether comments would begin to say something of what is below them if they stood in column 0 as it does:
 * documentation, or what silences a finding.
 */
function isFreeAbove(text: string, comments: Paragraph, next: Paragraph): boolean {
  if (comments.kind !== "comments" || comments.unit === next.unit || !isClose(text, comments, next))
    return false;
  const lines = comments.text.split("\n");
  return lines.at(-1)?.startsWith("///") === true || lines.some(isSuppression);
}

function indented(paragraph: Paragraph): Paragraph {
  return { ...paragraph, indentation: INDENT, text: paragraph.text.replaceAll("\n", `\n${INDENT}`) };
}

/** What stands between two parts of one paragraph; undefined where they are not of one. */
function gapWithin(text: string, previous: Paragraph, next: Paragraph): "\n" | " " | undefined {
  if (previous.kind === "broken" || next.kind === "broken") return undefined;
  if (previous.kind === "comments") return isClose(text, previous, next) ? "\n" : undefined;
  const trails =
    next.kind === "comments" &&
    !next.leads &&
    isOnOneLine(text, { start: previous.span.end, end: next.span.start });
  return trails ? " " : undefined;
}

function joined(previous: Paragraph, gap: string, next: Paragraph): Paragraph {
  return {
    ...next,
    indentation: previous.indentation,
    kind: next.kind === "comments" ? previous.kind : next.kind,
    span: { start: previous.span.start, end: next.span.end },
    text: previous.text + gap + next.text,
  };
}

/** Whether no blank line stands between the two. */
function isClose(text: string, previous: Paragraph, next: Paragraph): boolean {
  const between = text.slice(previous.span.end, next.span.start);
  return (between.match(/\r\n|\r|\n/g) ?? []).length <= 1;
}

// ── Pieces ──

interface Frame {
  readonly text: string;
  readonly lineEnd: string;
  /** Whether the file begins or ends with the text. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function piecesOf(frame: Frame, paragraphs: readonly Paragraph[]): readonly Piece[] {
  return [
    ...paragraphs.flatMap((paragraph, index) => [
      gapPiece(frame, paragraphs[index - 1], paragraph),
      paragraphPiece(frame, paragraph),
    ]),
    gapPiece(frame, paragraphs.at(-1), undefined),
  ];
}

function paragraphPiece({ lineEnd }: Frame, { kind, span, text }: Paragraph): Piece {
  return {
    kind: "paragraph",
    span,
    newText: kind === "broken" ? text : text.replaceAll("\n", lineEnd),
  };
}

function gapPiece(frame: Frame, previous: Paragraph | undefined, next: Paragraph | undefined): Piece {
  const span = { start: previous?.span.end ?? 0, end: next?.span.start ?? frame.text.length };
  const isCut = (previous === undefined && !frame.isFirst) || (next === undefined && !frame.isLast);
  const newText = isCut ? frame.text.slice(span.start, span.end) : gapBetween(frame, previous, next);
  return { kind: "gap", span, newText };
}

function gapBetween(frame: Frame, previous: Paragraph | undefined, next: Paragraph | undefined): string {
  return lineEndsBetween(frame, previous, next) + (next?.indentation ?? "");
}

/** What is left as it is has its line ends itself. */
function lineEndsBetween(
  { text, lineEnd }: Frame,
  previous: Paragraph | undefined,
  next: Paragraph | undefined,
): string {
  if (previous === undefined || previous.kind === "broken") return "";
  return next === undefined || standsClose(text, previous, next) ? lineEnd : lineEnd + lineEnd;
}

/** Short declarations of one kind may form a list, and a comment stays with what is left as it is. */
function standsClose(text: string, paragraph: Paragraph, next: Paragraph): boolean {
  const isList = paragraph.kind === next.kind && (next.kind === "include" || next.kind === "param");
  if (isList) return isClose(text, paragraph, next);
  return paragraph.kind === "comments" && next.kind === "broken" && isClose(text, paragraph, next);
}
