// What is wanted at a cursor, and how much of the word there stands on either side of it.
import type { Place } from "./place.ts";

export interface Reading {
  readonly place: Place;
  /** How many characters of the word stand before the cursor. */
  readonly typed: number;
  /** How many stand behind it; without it, as many as a name may have. */
  readonly behind?: number;
}
