// Where a text of several lines ends that no line closes: at quotes behind its last words, or above what is no text.
import { declarations, properties } from "../vocabulary.ts";
import { indentationAt, nextLine, lineAt } from "../text/lines.ts";

/** Where the last line begins that three quotes begin, as they do on one that closes a text; -1 where none does. */
export function lastClosingLine(text: string): number {
  let quotes = text.lastIndexOf('"""');
  while (quotes > 0 && !BEGINS_LINE.test(lineBefore(text, quotes)))
    quotes = text.lastIndexOf('"""', quotes - 1);
  return quotes;
}

/** The character before the blanks before an offset; "" at the text's beginning. */
function lineBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (text[at] === " " || text[at] === "\t") at -= 1;
  return text.charAt(at);
}

const BEGINS_LINE = /^[\s\uFEFF]?$/;

/** Where the text that begins there was meant to end. */
export function meantEnd(text: string, start: number): number {
  const { length: outer } = indentationAt(text, start);
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    const words = lineAt(text, line);
    if (PART.test(words) && words.search(/\S/) <= outer) return endOfLineAbove(text, line);
    const quotes = QUOTES.exec(words);
    if (quotes) return line + quotes.index + quotes[0].length;
  }
  return text.length;
}

function endOfLineAbove(text: string, line: number): number {
  return line - (text.startsWith("\r\n", line - 2) ? 2 : 1);
}

/** What begins a line that is no text where it stands no deeper than the line that opens the text. */
const PART = new RegExp(
  `^[^\\S\\r\\n]*(?:->|\\}|(?:${[...Object.keys(properties), ...Object.keys(declarations)].join("|")})(?=[\\s:=]|$))`,
);

/** Quotes that were meant to close a text: three, or two behind which the line ends. */
const QUOTES = /(?<!\\)(?:"""|""(?=[^\S\r\n]*[,;]?[^\S\r\n]*$))/;
