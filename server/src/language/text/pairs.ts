// Lists of names in which a name may stand more than once.
import { groupedBy } from "./grouped.ts";

/** For each name of a list the place of the same one in another; of several with one name, in their order. */
export function pairedByName(
  names: readonly string[],
  others: readonly string[],
): readonly (number | undefined)[] {
  const places = groupedBy(others.keys(), (place) => others[place]);
  const taken = new Map<string, number>();
  return names.map((name) => {
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return places.get(name)?.[count];
  });
}
