// Where a text of several lines ends that no line closes: at quotes behind its last words, or above what is no text.
import { declarations, properties } from "../vocabulary.ts";
import { indentationAt, nextLine, lineAt } from "../text/lines.ts";

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
