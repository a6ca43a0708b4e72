// Where else in the same text the name at a place stands, and whether it is written or read there.
import { mentionAt, spanAt, type Model } from "../model/analyze.ts";
import { declares, kindOfRole, mentionsOfName } from "../model/names.ts";
import type { Ref } from "../model/symbols.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { nameAt } from "./name-at.ts";

export interface Highlight {
  readonly span: Span;
  /** `write`: what is named is declared there, or is given a value. */
  readonly kind: "read" | "write";
}

/** In the file of the place; one set says all of it, since a file has the same names in every set. */
export function highlights(model: Model, point: Point): readonly Highlight[] {
  const name = nameAt(model, point);
  if (!name) return [];
  return mentionsOfName(model, kindOfRole(name.role), name.name)
    .filter(({ file }) => file === name.at.file)
    .map((at) => ({ span: spanAt(model, at), kind: kindOf(model, at) }));
}

function kindOf(model: Model, at: Ref): Highlight["kind"] {
  const isGiven = mentionAt(model, at)?.role === "step-variable";
  return isGiven || declares(model, at) ? "write" : "read";
}
