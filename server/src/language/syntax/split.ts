// Cuts a text where declarations begin, whatever stands before them, so that damage stays in the declaration that has it.
import { NAME } from "./tokens.ts";

const BLANK = "[^\\S\\r\\n]";
const STRING = '"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])*"';
const SHAPES = [
  `(?:objective|scenario)(?:${BLANK}+(?:${NAME.source})|${BLANK}*${STRING})${BLANK}*\\{`,
  `(?:objectives|include)${BLANK}*"`,
  `param${BLANK}+(?:${NAME.source})${BLANK}*(?:=|//|[\\r\\n]|$)`,
  `defaults${BLANK}*\\{`,
];
const shape = new RegExp(SHAPES.join("|"), "uy");

/** The pieces of the text, in order: put together they are the text. There is always one. */
export function split(text: string): readonly string[] {
  const starts = declarationStarts(text);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** Where declarations begin, the comment lines directly above them included. */
function declarationStarts(text: string): number[] {
  const starts: number[] = [];
  for (const lineStart of text.matchAll(/(?:^|[\r\n])(?=[oispd])/g)) {
    const start = lineStart.index + lineStart[0].length;
    shape.lastIndex = start;
    if (shape.test(text)) starts.push(aboveComments(text, start));
  }
  return starts;
}

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
