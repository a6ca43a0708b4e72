// Texts whose closing quotes are missing, and what was meant as one of those quotes.
import type { IToken } from "chevrotain";
import * as t from "./tokens.ts";

/** Whether the text runs to the end, or hides a brace. */
export function isUnclosed(token: IToken): boolean {
  return (
    isUnclosedBlock(token) ||
    (token.tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(token.image)) ||
    (token.tokenType === t.UnclosedString && token.image.includes("}"))
  );
}

export function isUnclosedBlock({ tokenType, image }: IToken): boolean {
  return tokenType === t.Block && !/[\r\n][^\S\r\n]*"""$/.test(image);
}

/** A quote behind which its line ends; a brace or a mark may follow it. */
export function isClosingQuote({ tokenType, image }: IToken): boolean {
  return tokenType === t.UnclosedString && /^"[\s},;]*$/.test(image);
}
