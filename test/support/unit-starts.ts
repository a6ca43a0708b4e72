// Where the units of a text begin, as a list to compare.
import { startOf, type Source } from "../../server/src/language/model/source.ts";

export function unitStarts(source: Source): readonly number[] {
  return source.units.map((_, unit) => startOf(source, unit));
}
