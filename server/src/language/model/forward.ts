// The ways of a set without the arrows that lead back: what is left goes round nowhere.
import type { Ways } from "./ways.ts";

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
  const search: Search = { next, state: new Uint8Array(next.length), back: [], finished: [] };
  for (const root of roots) searchFrom(root, search);
  const { back, finished } = search;
  return { roots, back, next: without(back, next), order: finished.reverse() };
}

/** The first in order of every group that no other group leads into. */
function rootsOf(next: Ways, groups: Int32Array): number[] {
  const entered = new Uint8Array(next.length);
  next.forEach((targets, from) => {
    for (const to of targets) if (groups[to] !== groups[from]) entered[groups[to] ?? 0] = 1;
  });
  return [...next.keys()].filter((index) => {
    const group = groups[index] ?? 0;
    const isFirst = entered[group] === 0;
    entered[group] = 1;
    return isFirst;
  });
}

interface Search {
  readonly next: Ways;
  readonly state: Uint8Array;
  readonly back: Arrow[];
  /** Each objective after all that it leads to. */
  readonly finished: number[];
}

const NEW = 0;
const ON_THE_WAY = 1;
const DONE = 2;

function searchFrom(root: number, { next, state, back, finished }: Search): void {
  const walk = [{ index: root, way: 0 }];
  state[root] = ON_THE_WAY;
  for (let top = walk.at(-1); top; top = walk.at(-1)) {
    const to = next[top.index]?.[top.way++];
    if (to === undefined) {
      walk.pop();
      state[top.index] = DONE;
      finished.push(top.index);
    } else if (state[to] === NEW) {
      state[to] = ON_THE_WAY;
      walk.push({ index: to, way: 0 });
    } else if (state[to] === ON_THE_WAY) {
      back.push({ from: top.index, to });
    }
  }
}

function without(arrows: readonly Arrow[], next: Ways): Ways {
  if (arrows.length === 0) return next;
  const left = new Map<number, Set<number>>();
  for (const { from, to } of arrows) {
    const targets = left.get(from) ?? new Set(next[from]);
    targets.delete(to);
    left.set(from, targets);
  }
  return next.map((targets, from) => [...(left.get(from) ?? targets)]);
}
