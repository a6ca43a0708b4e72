// Objectives that lead to each other, as groups (Tarjan's algorithm with an explicit stack).
import type { Ways } from "./ways.ts";

/** The number of every objective's group. Two are in one group where each is reached from the other. */
export function groupsOf(next: Ways): Int32Array {
  const search = searchOf(next);
  for (const root of next.keys()) if (search.order[root] === NOT_SEEN) searchFrom(root, search);
  return search.group;
}

const NOT_SEEN = -1;
const OPEN = -1;

interface Search {
  readonly next: Ways;
  /** When each objective was first seen. */
  readonly order: Int32Array;
  /** The earliest that is reached from each one and still open. */
  readonly low: Int32Array;
  readonly group: Int32Array;
  /** Those that are seen and in no group yet. */
  readonly open: number[];
  seen: number;
  groups: number;
}

function searchOf(next: Ways): Search {
  const filled = (value: number): Int32Array => new Int32Array(next.length).fill(value);
  return {
    next,
    order: filled(NOT_SEEN),
    low: filled(0),
    group: filled(OPEN),
    open: [],
    seen: 0,
    groups: 0,
  };
}

/** An objective on the way, and which of its ways is next. */
interface Visit {
  readonly index: number;
  way: number;
}

function searchFrom(root: number, search: Search): void {
  const walk = [enter(root, search)];
  for (let top = walk.at(-1); top; top = walk.at(-1)) {
    const to = search.next[top.index]?.[top.way++];
    if (to === undefined) {
      walk.pop();
      leave(top.index, search);
      const below = walk.at(-1);
      if (below) lower(below.index, search.low[top.index], search);
    } else if (search.order[to] === NOT_SEEN) {
      walk.push(enter(to, search));
    } else if (search.group[to] === OPEN) {
      lower(top.index, search.order[to], search);
    }
  }
}

function enter(index: number, search: Search): Visit {
  search.order[index] = search.low[index] = search.seen++;
  search.open.push(index);
  return { index, way: 0 };
}

function lower(index: number, to = Infinity, { low }: Search): void {
  low[index] = Math.min(low[index] ?? Infinity, to);
}

/** Closes the group that begins with this objective, if one does. */
function leave(index: number, search: Search): void {
  if (search.low[index] !== search.order[index]) return;
  for (let member = search.open.pop(); member !== undefined; member = search.open.pop()) {
    search.group[member] = search.groups;
    if (member === index) break;
  }
  search.groups += 1;
}
