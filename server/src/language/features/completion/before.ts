// What stands before a cursor in its unit: tokens, and whether they are still open.
import { isUnclosedBlock } from "../../syntax/open-texts.ts";
import * as t from "../../syntax/tokens.ts";

export type Token = t.Tokens["tokens"][number];

/** What stands before the word that is being typed, and behind the cursor. */
export interface Before {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly last: Token | undefined;
  /** The text of the unit from the cursor on. */
  readonly rest: string;
}

export function isText({ tokenType }: Token): boolean {
  return [t.String_, t.UnclosedString, t.Block, t.MisopenedBlock].includes(tokenType);
}

/** Whether the text goes on behind its end: nothing closes it. */
export function isOpenText(token: Token): boolean {
  const { tokenType, image } = token;
  if (tokenType === t.UnclosedString || isUnclosedBlock(token)) return true;
  return tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(image);
}

const WHOLE_WORD = new RegExp(`^(?:${t.NAME.source})$`, "u");

export function isWord({ image }: Token): boolean {
  return WHOLE_WORD.test(image);
}

/** How much of the word stands behind the cursor; the hyphen of an arrow belongs to none. */
export function lengthBehind(rest: string): number {
  return /^(?:[\p{L}\p{M}\p{N}_]|-(?!>))*/u.exec(rest)?.[0].length ?? 0;
}

/** Whether the last token stands on the cursor's line. */
export function isOnLine({ last, text }: Before): boolean {
  return last !== undefined && !/[\r\n]/.test(text.slice(t.endOf(last)));
}

/** Whether nothing but blanks stands before the word on its line. */
export function hasOwnLine({ text }: Before): boolean {
  return /(?:^|[\r\n])[^\S\r\n]*$/.test(text);
}

export function touches({ text }: Before, last: Token): boolean {
  return t.endOf(last) >= text.length;
}
