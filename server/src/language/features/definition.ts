// From a name to where what it names is declared.
import { idOf, spanAt, type Model } from "../model/analyze.ts";
import type { FileId, Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { declarationSpan, declarationsOfName, nameAt } from "./name-at.ts";

export interface Definition {
  /** The name that was asked for. */
  readonly origin: Span;
  readonly places: readonly DeclaredPlace[];
}

export interface DeclaredPlace {
  readonly file: FileId;
  /** The whole declaration. */
  readonly declaration: Span;
  /** The name in it. */
  readonly name: Span;
}

/** Where the name at the place is declared; undefined where no name stands or nothing declares it. */
export function definition(model: Model, point: Point): Definition | undefined {
  const name = nameAt(model, point);
  const places = name ? declarationsOfName(model, name) : [];
  if (!name || places.length === 0) return undefined;
  return {
    origin: name.span,
    places: places.map((at) => ({
      file: idOf(model, at),
      declaration: declarationSpan(model, at),
      name: spanAt(model, at),
    })),
  };
}
