// Cuts a text where declarations begin, whatever stands before them, so that damage stays in the declaration that has it.
import { endOfName, endOfString } from "./tokens.ts";

/** The pieces of the text, in order: put together they are the text. There is always one. */
export function split(text: string): readonly string[] {
  const starts = declarationStarts(text);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** Where declarations begin, the comment lines directly above them included. */
function declarationStarts(text: string): number[] {
  const starts: number[] = [];
  const lines = text.replaceAll("\r", "\n");
  let line = 0;
  do {
    const word = FIRST_LETTERS.includes(text.charAt(line)) ? declarationWordAt(text, line) : "";
    if (shapes[word]?.(text, line + word.length)) starts.push(aboveComments(text, line));
    line = lines.indexOf("\n", line) + 1;
  } while (line > 0);
  return starts;
}

/** To go from line to line and look at their first letters takes half as long as a pattern for whole texts. */
const FIRST_LETTERS = "osipd";

function declarationWordAt(text: string, line: number): string {
  WORD.lastIndex = line;
  return WORD.exec(text)?.[0] ?? "";
}

const WORD = /objectives?|scenario|include|param|defaults/y;

/** Whether what follows a declaration's word, from the offset on, is what its declaration has there. */
const shapes: Readonly<Record<string, (text: string, offset: number) => boolean>> = {
  objective: isNamedBlock,
  scenario: isNamedBlock,
  objectives: (text, offset) => text[afterBlanks(text, offset)] === '"',
  include: (text, offset) => text[afterBlanks(text, offset)] === '"',
  param: isParam,
  defaults: (text, offset) => text[afterBlanks(text, offset)] === "{",
};

function isNamedBlock(text: string, offset: number): boolean {
  const start = afterBlanks(text, offset);
  const end = text[start] === '"' ? endOfString(text, start) : endOfNameBehind(text, offset, start);
  return end > start && text[afterBlanks(text, end)] === "{";
}

function isParam(text: string, offset: number): boolean {
  const start = afterBlanks(text, offset);
  const end = endOfNameBehind(text, offset, start);
  PARAM_REST.lastIndex = end;
  return end > start && PARAM_REST.test(text);
}

const PARAM_REST = /[^\S\r\n]*(?:=|\/\/|[\r\n]|$)/y;

/** Where the name behind a word and blanks ends; at its start where there are no blanks, or no name. */
function endOfNameBehind(text: string, word: number, start: number): number {
  return start > word ? endOfName(text, start) : start;
}

function afterBlanks(text: string, offset: number): number {
  BLANKS.lastIndex = offset;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}

const BLANKS = /[^\S\r\n]*/y;

/** The beginning of the unbroken run of `//` lines in column 0 above a line. */
function aboveComments(text: string, start: number): number {
  let first = start;
  while (first > 0) {
    const above = startOfLineAbove(text, first);
    if (!text.startsWith("//", above === 0 && text[0] === BYTE_ORDER_MARK ? 1 : above)) break;
    first = above;
  }
  return first;
}

const BYTE_ORDER_MARK = "\uFEFF";

function startOfLineAbove(text: string, start: number): number {
  let at = start - 1;
  if (text[at] === "\n" && text[at - 1] === "\r") at -= 1;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at -= 1;
  return at;
}
