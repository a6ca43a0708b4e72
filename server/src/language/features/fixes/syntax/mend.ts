// What a problem of form is mended with, and the tokens around it.
import type { Model } from "../../../model/analyze.ts";
import { tokenize } from "../../../syntax/tokens.ts";
import { endOfBlanks } from "../../../text/lines.ts";
import type { Span } from "../../../text/span.ts";
import type { Fix } from "../fix.ts";
import type { Found } from "../found.ts";

export interface Broken {
  readonly model: Model;
  readonly found: Found;
  /** The problem's own. */
  readonly args: readonly string[];
}

export type Mend = (broken: Broken) => readonly Fix[];

export interface Piece extends Span {
  readonly image: string;
}

/** The token that begins where the problem does. */
export function tokenAt({ unit, span }: Found): Piece | undefined {
  const token = tokenize(unit.text).tokens.find(({ startOffset }) => startOffset === span.start);
  return (
    token && { start: token.startOffset, end: token.startOffset + token.image.length, image: token.image }
  );
}

/** Where what stands before the place ends. */
export function endBefore({ unit }: Found, place: number): number {
  return unit.text.slice(0, place).trimEnd().length;
}

/** Where what stands behind the place on its line begins. */
export function startBehind({ unit }: Found, place: number): number {
  return endOfBlanks(unit.text, place);
}
