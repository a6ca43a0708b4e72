// Lines of a text: where they begin and end, how they are indented, and what is left over when something is taken away.
import type { Span } from "../../text/span.ts";

/** Where the line begins that the offset stands in; behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start -= 1;
  return text[start] === BYTE_ORDER_MARK ? start + 1 : start;
}

/** Where it ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
}

/** The first line break of the text: new lines end as the others do. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** The blanks that the line begins with. */
export function indentationAt(text: string, offset: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? "";
}

/** Whether nothing but blanks stands before the offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

/** Whether nothing but a comment stands behind the offset on its line. */
export function endsLine(text: string, offset: number): boolean {
  return ITEM.behind.test(text.slice(offset, lineEnd(text, offset)));
}

/** Whether the span holds no line break. */
export function isOnOneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
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
  if (!beginsLine(text, start)) return { start: text.slice(0, start).replace(/[^\S\r\n]+$/, "").length, end };
  if (!borders.behind.test(text.slice(end, lineEnd(text, end))))
    return { start, end: end + blanksAt(text.slice(end)) };
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
  let first = start;
  for (;;) {
    const above = lineAbove(text, first);
    if (above === undefined || !lineAt(text, above).trimStart().startsWith(marker)) return first;
    first = above + blanksAt(text.slice(above));
  }
}

/** Whether the line above is blank or opens a block; so it is where nothing stands above. */
export function isFirstOfGroup(text: string, offset: number): boolean {
  const above = lineAbove(text, offset);
  return above === undefined || ITEM.opens.test(lineAt(text, above));
}

const BYTE_ORDER_MARK = "\uFEFF";

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

function lineAt(text: string, offset: number): string {
  return text.slice(offset, lineEnd(text, offset));
}

/** Where the line above begins; undefined on the first. */
function lineAbove(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  const isFirst = start === 0 || text[start - 1] === BYTE_ORDER_MARK;
  if (isFirst) return undefined;
  const end = text.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
  return lineStart(text, end);
}

/** Where the next line begins; the text's end where there is none. */
function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (text.startsWith("\r\n", end) ? 2 : Math.min(1, text.length - end));
}

function blanksAt(text: string): number {
  return /^[^\S\r\n]*/.exec(text)?.[0].length ?? 0;
}

function isBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
