// Lines of a text and the blanks on them: LF, CRLF and a lone CR end a line.
import type { Span } from "./span.ts";

/** Where the line begins that the offset stands in. A byte order mark is no part of the first: what stands there may move. */
export function lineStart(text: string, offset: number): number {
  const first = startOfFirst(text);
  let start = offset;
  while (start > first && !isBreak(text[start - 1])) start -= 1;
  return start;
}

/** Where it ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
}

/** Where the next line begins; the text's end where there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (text.startsWith("\r\n", end) ? 2 : Math.min(1, text.length - end));
}

/** Where the line above begins; undefined on the first. */
export function lineAbove(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  if (start <= startOfFirst(text)) return undefined;
  return lineStart(text, text.startsWith("\r\n", start - 2) ? start - 2 : start - 1);
}

/** Where the unbroken run of such lines above a line begins; the line itself where there is none. */
export function linesAbove(text: string, offset: number, isWanted: (line: string) => boolean): number {
  let first = lineStart(text, offset);
  for (let above = lineAbove(text, first); above !== undefined; above = lineAbove(text, above)) {
    if (!isWanted(lineAt(text, above))) break;
    first = above;
  }
  return first;
}

/** What stands on the line from the offset on. */
export function lineAt(text: string, offset: number): string {
  return text.slice(offset, lineEnd(text, offset));
}

/** The first line break of the text: new lines end as the others do. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** The blanks that the line begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, endOfBlanks(text, start));
}

/** Whether the span holds no line break. */
export function isOnOneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
}

/** Where the blanks before the offset begin. */
export function startOfBlanks(text: string, offset: number): number {
  let start = offset;
  while (isBlank(text[start - 1])) start -= 1;
  return start;
}

/** Where the blanks behind the offset end. */
export function endOfBlanks(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text[end])) end += 1;
  return end;
}

function startOfFirst(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /[^\S\r\n]/.test(character);
}

function isBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
