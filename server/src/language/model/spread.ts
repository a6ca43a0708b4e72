// What spreads along the arrows of a set: 32 yes-or-no questions about every objective in one go, each a bit.
import { sizeOf, type Ways } from "./ways.ts";

/** As many questions as fit in one go. */
const AT_ONCE = 32;

export interface Bits {
  /** The bits that each objective has of itself. */
  readonly own: Int32Array;
  /** The bits that each objective keeps from those that it leads to. */
  readonly stopped: Int32Array;
}

/** For every objective its bits: its own, and those of each that leads to it but what that one stops. */
export type Spread = (bits: Bits) => Int32Array;

/**
 * Spreads along these arrows. The order decides only how long it takes: where each objective stands before those that it
 * leads to, the second time round changes nothing any more.
 */
export function spreadAlong({ begins, others }: Ways, order: readonly number[]): Spread {
  return ({ own, stopped }) => {
    const bits = own.slice();
    let isChanged: boolean;
    do {
      isChanged = false;
      for (const index of order) {
        let word = bits[index] ?? 0;
        for (let way = begins[index] ?? 0; way < (begins[index + 1] ?? 0); way++) {
          const from = others[way] ?? 0;
          word |= (bits[from] ?? 0) & ~(stopped[from] ?? 0);
        }
        isChanged ||= word !== bits[index];
        bits[index] = word;
      }
    } while (isChanged);
    return bits;
  };
}

/** No bit of any objective. */
export function noBits(ways: Ways): Int32Array {
  return new Int32Array(sizeOf(ways));
}

/** The items in batches that fit in one go, each item with its bit. */
export function* inBatches<Item>(items: readonly Item[]): Iterable<readonly (readonly [Item, number])[]> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    yield items
      .slice(first, first + AT_ONCE)
      .map((item, place): readonly [Item, number] => [item, 1 << place]);
  }
}
