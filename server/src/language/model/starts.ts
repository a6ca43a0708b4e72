// Where a set may start, and which of its starts the conversation's is.
import { inBatches, noBits, spreadAlong } from "./spread.ts";
import type { Ways } from "./ways.ts";

/** Those of the first objectives of each name that no *other* objective points to: to no other could an arrow lead. */
export function startsOf(known: Iterable<number>, { begins, others }: Ways): readonly number[] {
  const starts: number[] = [];
  for (const index of known) {
    const first = begins[index] ?? 0;
    const ways = (begins[index + 1] ?? 0) - first;
    if (ways === 0 || (ways === 1 && others[first] === index)) starts.push(index);
  }
  return starts;
}

/** Of the starts the one from which most is reached, the first of equals. */
export function largest(
  starts: readonly number[],
  previous: Ways,
  order: readonly number[],
): number | undefined {
  let best = starts[0];
  let most = 0;
  const spread = spreadAlong(previous, order);
  for (const batch of inBatches(starts)) {
    const own = noBits(previous);
    for (const [start, bit] of batch) own[start] = bit;
    const reached = spread({ own, stopped: noBits(previous) });
    const sizes = countBits(reached, order);
    for (const [place, [start]] of batch.entries()) {
      const size = sizes[place] ?? 0;
      if (size > most) [best, most] = [start, size];
    }
  }
  return best;
}

/** How many objectives have each bit. Neighbours mostly have the same ones, which are then looked at once. */
function countBits(bits: Int32Array, order: readonly number[]): readonly number[] {
  const counts = Array.from({ length: 32 }, () => 0);
  let run = 0;
  for (let place = 0; place < order.length; place++) {
    const word = bits[order[place] ?? 0] ?? 0;
    run += 1;
    if (place + 1 < order.length && bits[order[place + 1] ?? 0] === word) continue;
    for (let left = word; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      counts[bit] = (counts[bit] ?? 0) + run;
    }
    run = 0;
  }
  return counts;
}
