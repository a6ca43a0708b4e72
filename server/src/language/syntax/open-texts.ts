// Texts whose closing quotes are missing, and what was meant as one of those quotes.
import type { IToken } from "chevrotain";
import * as t from "./tokens.ts";

/** Whether the text may hide a brace. */
export function isUnclosed(token: IToken): boolean {
  return (
    isUnclosedBlock(token) ||
    (token.tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(token.image)) ||
    (token.tokenType === t.UnclosedString && token.image.includes("}"))
  );
}

/** Whether nothing closes the block, in the right place or another. */
export function isUnclosedBlock(token: IToken): boolean {
  const isClosed = token.tokenType !== t.Block || /^[^\S\r\n]*"""$/.test(lastLine(token));
  return !isClosed && misplacedQuotes(token) === "";
}

/** The quotes behind a block's last words that were meant to close it; "" where there are none. */
export function misplacedQuotes(token: IToken): string {
  return /[^"\s\\][^\S\r\n]*("{2,3})$/.exec(lastLine(token))?.[1] ?? "";
}

/** What was meant to open a folded text: one quote short, or with a blank before its mark; "" where it is well opened. */
export function misspeltOpening({ image }: IToken): string {
  return image.startsWith('""">') ? "" : (/^"{2,3}\s*>/.exec(image)?.[0] ?? "");
}

/** The last line of a text of several; "" of one. */
function lastLine({ image }: IToken): string {
  const lineBreak = Math.max(image.lastIndexOf("\n"), image.lastIndexOf("\r"));
  return lineBreak < 0 ? "" : image.slice(lineBreak + 1);
}

/** A quote behind which its line ends; a brace or a mark may follow it. */
export function isClosingQuote({ tokenType, image }: IToken): boolean {
  return tokenType === t.UnclosedString && /^"[\s},;]*$/.test(image);
}
