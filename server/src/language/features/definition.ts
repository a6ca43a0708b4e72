// From a name to where what it names is declared, and from an include to its file.
import { idOf, spanAt, type Model } from "../model/analyze.ts";
import { eachOnce, type Sets } from "../model/sharing.ts";
import type { Place, Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { declarationSpan, declarationsOfName, includeAt, nameAt } from "./name-at.ts";

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
 * Where the name at the place is declared, in each of the sets that its file is a part of, or the file that an include's
 * path means; undefined where neither stands or nothing is there.
 */
export function definition(sets: Sets, point: Point): Definition | undefined {
  const asked = nameAt(sets[0], point) ?? includeAt(sets[0], point);
  const places = eachOnce(
    sets.flatMap((model) => [...declaredIn(model, point), ...includedIn(model, point)]),
  );
  if (!asked || places.length === 0) return undefined;
  return { origin: spanAt(sets[0], asked.at), places };
}

function declaredIn(model: Model, point: Point): readonly DeclaredPlace[] {
  const name = nameAt(model, point);
  return (name ? declarationsOfName(model, name) : []).map((at) => ({
    file: idOf(model, at),
    declaration: declarationSpan(model, at),
    span: spanAt(model, at),
  }));
}

/** The beginning of the file, which may be one that the set has no use for. */
function includedIn(model: Model, point: Point): readonly DeclaredPlace[] {
  const include = includeAt(model, point);
  if (include?.id === undefined || include.leads === "missing") return [];
  return [{ file: include.id, declaration: BEGINNING, span: BEGINNING }];
}

const BEGINNING: Span = { start: 0, end: 0 };
