// The longest run of rising numbers: what keeps its order when a list is put in another.

/**
 * The places of a longest run of rising numbers, so that everything else counts as moved. What has no number
 * was not there before and cannot have moved.
 */
export function longestRise(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  const ends: RunEnd[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [place, value] of numbers.entries()) {
    if (value === undefined) continue;
    const length = placeFor(value, ends);
    previous.set(place, ends[length - 1]?.place);
    ends[length] = { value, place };
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1)?.place; place !== undefined; place = previous.get(place)) rise.add(place);
  return rise;
}

/** The last number of the best run of some length, and its place. */
interface RunEnd {
  readonly value: number;
  readonly place: number;
}

/** How many numbers the longest run has that the value can follow. */
function placeFor(value: number, ends: readonly RunEnd[]): number {
  const last = ends.at(-1);
  // What has not moved goes to the end: then no search is needed.
  if (last === undefined || last.value < value) return ends.length;
  return ends.findIndex((end) => value <= end.value);
}
