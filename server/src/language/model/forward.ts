// The ways of a set without the arrows that lead back: what is left goes round nowhere.
import { sizeOf, type Ways } from "./ways.ts";

export interface Arrow {
  readonly from: number;
  readonly to: number;
}

export interface Forward {
  /** Where every way begins: the starts, and of a circle that nothing leads into the first in order. */
  readonly roots: readonly number[];
  /**
   * The arrows that lead back to where their way has been: without them nothing goes round, and each of them alone would
   * close a circle. So they are what is wrong, and to remove one of them changes nothing about the others.
   */
  readonly back: readonly Arrow[];
  /** The ways without these. */
  readonly next: Ways;
  /** Every objective, each before those that it leads to without going back. */
  readonly order: readonly number[];
}

/** Goes every way from the roots, as deep as it leads, in the order of the arrows. */
export function forwardOf(next: Ways, groups: Int32Array): Forward {
  const roots = rootsOf(next, groups);
  const search: Search = {
    next,
    way: next.begins.slice(),
    state: new Uint8Array(sizeOf(next)),
    walk: [],
    back: [],
    backWays: new Set(),
    finished: [],
  };
  for (const root of roots) searchFrom(root, search);
  const { back, backWays, finished } = search;
  return { roots, back, next: without(backWays, next), order: finished.reverse() };
}

/** The first in order of every group that no other group leads into. */
function rootsOf({ begins, others }: Ways, groups: Int32Array): number[] {
  const entered = new Uint8Array(groups.length);
  for (let from = 0; from < groups.length; from++) {
    for (let way = begins[from] ?? 0; way < (begins[from + 1] ?? 0); way++) {
      const group = groups[others[way] ?? 0] ?? 0;
      if (group !== groups[from]) entered[group] = 1;
    }
  }
  const roots: number[] = [];
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index] ?? 0;
    if (entered[group] === 0) roots.push(index);
    entered[group] = 1;
  }
  return roots;
}

interface Search {
  readonly next: Ways;
  /** Which of its ways each objective goes next. */
  readonly way: Int32Array;
  readonly state: Uint8Array;
  /** The objectives on the way to where the search is. */
  readonly walk: number[];
  readonly back: Arrow[];
  /** The places of these among the ways. */
  readonly backWays: Set<number>;
  /** Each objective after all that it leads to. */
  readonly finished: number[];
}

const NEW = 0;
const ON_THE_WAY = 1;
const DONE = 2;

function searchFrom(root: number, search: Search): void {
  const { next, way, state, walk, back, backWays } = search;
  enter(root, search);
  for (let index = walk.at(-1); index !== undefined; index = walk.at(-1)) {
    const place = way[index] ?? 0;
    way[index] = place + 1;
    const to = next.others[place] ?? 0;
    if (place === next.begins[index + 1]) {
      leave(index, search);
    } else if (state[to] === NEW) {
      enter(to, search);
    } else if (state[to] === ON_THE_WAY) {
      back.push({ from: index, to });
      backWays.add(place);
    }
  }
}

function enter(index: number, { state, walk }: Search): void {
  state[index] = ON_THE_WAY;
  walk.push(index);
}

function leave(index: number, { state, walk, finished }: Search): void {
  walk.pop();
  state[index] = DONE;
  finished.push(index);
}

/** The ways but for those at some places. */
function without(places: ReadonlySet<number>, ways: Ways): Ways {
  if (places.size === 0) return ways;
  let left = 0;
  const isLeft = Uint8Array.from(ways.others, (_, place) => (places.has(place) ? 0 : 1));
  const leftBefore = Int32Array.from(isLeft, (is) => (left += is) - is);
  return {
    begins: ways.begins.map((place) => leftBefore[place] ?? left),
    others: ways.others.filter((_, place) => isLeft[place] === 1),
  };
}
