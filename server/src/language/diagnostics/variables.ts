// The variables of a set as rules see them: one name is one variable, wherever it is collected.
import { groupedBy } from "../text/grouped.ts";
import type { NamedRef, Symbols } from "../model/symbols.ts";

/** Where each variable with such a name, none of them a usual one, is collected, in order. */
export function placesByVariable(
  { oddVariables }: Symbols,
  isMeant: (name: string) => boolean,
): ReadonlyMap<string, readonly NamedRef[]> {
  return groupedBy(
    oddVariables.filter(({ name }) => isMeant(name)),
    ({ name }) => name,
  );
}
