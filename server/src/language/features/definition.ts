// From a name to where what it names is declared.
import { idOf, spanAt, type Model } from "../model/analyze.ts";
import { eachOnce, type Sets } from "../model/sharing.ts";
import type { Place, Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { declarationSpan, declarationsOfName, nameAt } from "./name-at.ts";

export interface Definition {
  /** The name that was asked for. */
  readonly origin: Span;
  readonly places: readonly DeclaredPlace[];
}

/** The name in a declaration. */
export interface DeclaredPlace extends Place {
  /** The whole declaration. */
  readonly declaration: Span;
}

/**
 * Where the name at the place is declared, in each of the sets that its file is a part of; undefined where no name stands
 * or nothing declares it.
 */
export function definition(sets: Sets, point: Point): Definition | undefined {
  const name = nameAt(sets[0], point);
  const places = eachOnce(sets.flatMap((model) => declaredIn(model, point)));
  if (!name || places.length === 0) return undefined;
  return { origin: name.span, places };
}

function declaredIn(model: Model, point: Point): readonly DeclaredPlace[] {
  const name = nameAt(model, point);
  return (name ? declarationsOfName(model, name) : []).map((at) => ({
    file: idOf(model, at),
    declaration: declarationSpan(model, at),
    span: spanAt(model, at),
  }));
}
