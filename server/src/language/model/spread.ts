// What spreads along the arrows of a set: 32 yes-or-no questions about every objective in one go, each a bit.
import type { Ways } from "./ways.ts";

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
export function spreadAlong(previous: Ways, order: readonly number[]): Spread {
  const { begins, froms } = flat(order.map((index) => previous[index] ?? []));
  const indices = Int32Array.from(order);
  return ({ own, stopped }) => {
    const bits = own.slice();
    let isChanged: boolean;
    do {
      isChanged = false;
      for (let place = 0; place < indices.length; place++) {
        const index = indices[place] ?? 0;
        let word = bits[index] ?? 0;
        for (let way = begins[place] ?? 0; way < (begins[place + 1] ?? 0); way++) {
          const from = froms[way] ?? 0;
          word |= (bits[from] ?? 0) & ~(stopped[from] ?? 0);
        }
        isChanged ||= word !== bits[index];
        bits[index] = word;
      }
    } while (isChanged);
    return bits;
  };
}

/** All lists in one, and where in it each begins: so that many rounds are quick. */
function flat(lists: Ways): { readonly begins: Int32Array; readonly froms: Int32Array } {
  const begins = new Int32Array(lists.length + 1);
  for (const [place, { length }] of lists.entries()) begins[place + 1] = (begins[place] ?? 0) + length;
  return { begins, froms: Int32Array.from(lists.flat()) };
}

/** No bit of any objective. */
export function noBits({ length }: Ways): Int32Array {
  return new Int32Array(length);
}

/** The items in batches that fit in one go, each item with its bit. */
export function* inBatches<Item>(items: readonly Item[]): Iterable<readonly (readonly [Item, number])[]> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    yield items
      .slice(first, first + AT_ONCE)
      .map((item, place): readonly [Item, number] => [item, 1 << place]);
  }
}
