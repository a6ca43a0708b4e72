// What a problem of form is mended with, and where its neighbours end and begin.
import type { Model } from "../../../model/analyze.ts";
import { endOfBlanks } from "../../../text/lines.ts";
import type { Fix } from "../fix.ts";
import type { Found } from "../found.ts";

export interface Broken {
  readonly model: Model;
  /** Other sets that may share its files. */
  readonly others: readonly Model[];
  readonly found: Found;
  /** The problem's own. */
  readonly args: readonly string[];
}

export type Mend = (broken: Broken) => readonly Fix[];

/** Where what stands before the place ends; the place itself where that is a comment, which would go on over it. */
export function endBefore({ unit }: Found, place: number): number {
  const end = unit.text.slice(0, place).trimEnd().length;
  return unit.comments.some(({ span }) => span.end === end) ? place : end;
}

/** Where what stands behind the place on its line begins. */
export function startBehind({ unit }: Found, place: number): number {
  return endOfBlanks(unit.text, place);
}
