// Every place that mentions what the name at a place stands for.
import { placeAt } from "../model/analyze.ts";
import { declares, kindOfRole } from "../model/names.ts";
import { eachOnce, mentionedIn, setsOf, type Sets } from "../model/sharing.ts";
import type { FileId, Place, Point } from "../text/place.ts";
import { includeAt, nameAt } from "./name-at.ts";

export interface Reference extends Place {
  /** Whether it gives the thing its name, as the line that collects a variable does, or uses it. */
  readonly kind: "declaration" | "use";
}

/**
 * Where what stands at a place of the first set is mentioned, there and in all sets in which it is the same; of an
 * include's path the includes that lead to the same file.
 */
export function references(sets: Sets, point: Point): readonly Reference[] {
  const name = nameAt(sets[0], point);
  if (!name) return includers(sets, includeAt(sets[0], point)?.id);
  const mentioned = mentionedIn(sets, kindOfRole(name.role), name.name);
  return eachOnce(
    mentioned.flatMap(({ model, places }) =>
      places.map(({ file, span, at }) => ({ file, span, kind: declares(model, at) ? "declaration" : "use" })),
    ),
  );
}

function includers(sets: Sets, included: FileId | undefined): readonly Reference[] {
  if (included === undefined) return [];
  const places = setsOf(sets, included).flatMap((model) =>
    model.includes.filter(({ id }) => id === included).map(({ at }) => placeAt(model, at)),
  );
  return eachOnce(places.map((place) => ({ ...place, kind: "use" })));
}
