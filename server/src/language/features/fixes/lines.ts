// Items on the lines of a text: what belongs to them, and what is left over when they are taken away.
import {
  endOfBlanks,
  indentationAt,
  lineAbove,
  lineAt,
  lineBreakOf,
  lineEnd,
  linesAbove,
  lineStart,
  nextLine,
  startOfBlanks,
} from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** Whether nothing but blanks stands before the offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** Whether nothing but a comment stands behind the offset on its line. */
export function endsLine(text: string, offset: number): boolean {
  return ITEM.behind.test(lineAt(text, offset));
}

/** Where a line is put in behind an item: at the end of its own, or right behind it where something follows there. */
export function behindItem(text: string, end: number): number {
  return endsLine(text, end) ? lineEnd(text, end) : end;
}

/** What stands between an item and another that is put behind it: a line break, if it begins its line, else a blank. */
export function gapBehind(text: string, start: number): string {
  return beginsLine(text, start) ? lineBreakOf(text) + indentationAt(text, start) : " ";
}

/** What stands at the borders of what is taken away. */
interface Borders {
  /** What may stand behind it on its line, if it has that for itself. */
  readonly behind: RegExp;
  /** A line above it that makes a blank line behind it one too many, and one below that makes one before it so. */
  readonly opens: RegExp;
  readonly closes: RegExp;
}

/** A comment behind an item is about it. */
const ITEM: Borders = {
  behind: /^\s*(?:\/\/.*)?$/,
  opens: /^\s*$|\{\s*(?:\/\/.*)?$/,
  closes: /^\s*(?:$|\})/,
};

const WORDS: Borders = { behind: /^\s*$/, opens: /^\s*$|\S\s*""">?\s*$/, closes: /^\s*(?:$|""")/ };

/** The span of an item with what would be left over without it: its line, with a blank line too many; else blanks. */
export function withLeftovers(text: string, span: Span): Span {
  return withBlanks(text, span, ITEM);
}

/** The same of words in a string of several lines. */
export function withLeftoversOfWords(text: string, span: Span): Span {
  return withBlanks(text, span, WORDS);
}

function withBlanks(text: string, { start, end }: Span, borders: Borders): Span {
  if (!beginsLine(text, start)) return { start: startOfBlanks(text, start), end };
  if (!borders.behind.test(lineAt(text, end))) return { start, end: endOfBlanks(text, end) };
  return withBlankLines(text, { start: lineStart(text, start), end: nextLine(text, end) }, borders);
}

/**
 * An item with what belongs to it: the comment lines directly above it and the comment behind it. Only where it has its
 * lines for itself.
 */
export function withComments(text: string, { start, end }: Span): Span | undefined {
  if (!beginsLine(text, start) || !endsLine(text, end)) return undefined;
  return {
    start: commentsAbove(text, start, "//"),
    end: text.slice(0, lineEnd(text, end)).trimEnd().length,
  };
}

/** Where the comment lines directly above an item begin, behind their indentation; the item's own start without any. */
export function commentsAbove(text: string, start: number, marker: "//" | "///"): number {
  const own = lineStart(text, start);
  const first = linesAbove(text, own, (line) => line.trimStart().startsWith(marker));
  return first === own ? start : endOfBlanks(text, first);
}

/** Whether the line above is blank or opens a block; so it is where nothing stands above. */
export function isFirstOfGroup(text: string, offset: number): boolean {
  const above = lineAbove(text, offset);
  return above === undefined || ITEM.opens.test(lineAt(text, above));
}

/** Whole lines, and the blank lines that would stand at a border or beside others without them. */
function withBlankLines(text: string, { start, end }: Span, { opens, closes }: Borders): Span {
  const above = lineAbove(text, start);
  const isFirst = above === undefined || opens.test(lineAt(text, above));
  if (!isFirst || !closes.test(lineAt(text, end))) return { start, end };
  let last = end;
  while (last < text.length && isBlank(text, last)) last = nextLine(text, last);
  if (!closes.test(lineAt(text, last))) return { start, end: last };
  let first = start;
  for (let at = above; at !== undefined && isBlank(text, at); at = lineAbove(text, at)) first = at;
  return { start: first, end: last };
}

function isBlank(text: string, line: number): boolean {
  return lineAt(text, line).trim() === "";
}
