// Objectives that lead to each other, as groups (Tarjan's algorithm with an explicit stack).
import { NOT_SEEN, sizeOf, type Ways } from "./ways.ts";

/** The number of every objective's group. Two are in one group where each is reached from the other. */
export function groupsOf(next: Ways): Int32Array {
  const search = searchOf(next);
  for (let root = 0; root < sizeOf(next); root++)
    if (search.order[root] === NOT_SEEN) searchFrom(root, search);
  return search.group;
}

const OPEN = -1;

interface Search {
  readonly next: Ways;
  /** Which of its ways each objective goes next. */
  readonly way: Int32Array;
  /** When each objective was first seen. */
  readonly order: Int32Array;
  /** The earliest that is reached from each one and still open. */
  readonly low: Int32Array;
  readonly group: Int32Array;
  /** The objectives on the way to where the search is. */
  readonly walk: number[];
  /** Those that are seen and in no group yet. */
  readonly open: number[];
  seen: number;
  groups: number;
}

function searchOf(next: Ways): Search {
  const size = sizeOf(next);
  return {
    next,
    way: next.begins.slice(),
    order: new Int32Array(size).fill(NOT_SEEN),
    low: new Int32Array(size),
    group: new Int32Array(size).fill(OPEN),
    walk: [],
    open: [],
    seen: 0,
    groups: 0,
  };
}

function searchFrom(root: number, search: Search): void {
  const { next, way, order, low, group, walk } = search;
  enter(root, search);
  for (let index = walk.at(-1); index !== undefined; index = walk.at(-1)) {
    const place = way[index] ?? 0;
    way[index] = place + 1;
    const to = next.others[place] ?? NOT_SEEN;
    if (place === next.begins[index + 1]) leave(index, search);
    else if (order[to] === NOT_SEEN) enter(to, search);
    else if (group[to] === OPEN) lower(index, order[to], low);
  }
}

function enter(index: number, search: Search): void {
  search.order[index] = search.low[index] = search.seen++;
  search.open.push(index);
  search.walk.push(index);
}

function lower(index: number, to = Infinity, low: Int32Array): void {
  low[index] = Math.min(low[index] ?? Infinity, to);
}

/** Goes back to the objective from which this one was entered. */
function leave(index: number, search: Search): void {
  search.walk.pop();
  closeGroup(index, search);
  const from = search.walk.at(-1);
  if (from !== undefined) lower(from, search.low[index], search.low);
}

/** Closes the group that begins with this objective, if one does. */
function closeGroup(index: number, search: Search): void {
  if (search.low[index] !== search.order[index]) return;
  for (let member = search.open.pop(); member !== undefined; member = search.open.pop()) {
    search.group[member] = search.groups;
    if (member === index) break;
  }
  search.groups += 1;
}
