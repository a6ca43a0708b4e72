// The flow of one set over its objectives' indices: starts, ends, what is reached, and the cycles. Worklists, no recursion.
import { lazy } from "../text/lazy.ts";
import type { ObjectiveSymbol } from "./symbols.ts";

export interface Flow {
  /** The objectives that each one leads to, in the order of its arrows, each once. */
  readonly next: readonly (readonly number[])[];
  /** The objectives that lead to each one, each once, itself included where it leads to itself. */
  readonly previous: readonly (readonly number[])[];
  /** Those that no *other* objective points to, in order; what its name does not tell from another is none. */
  readonly starts: readonly number[];
  /** Of the starts the one from which most is reached, the first of equals; the platform takes exactly one. */
  readonly start: number | undefined;
  /** Those without arrows, in order. */
  readonly ends: readonly number[];
  /** What is reached from the start, itself included. */
  readonly reached: ReadonlySet<number>;
  /** For every group of objectives that lead back to themselves the shortest walk around, from its first in order. */
  readonly cycles: readonly (readonly number[])[];
}

export function flowOf(objectives: readonly ObjectiveSymbol[]): Flow {
  const next = objectives.map(({ edges }) => [
    ...new Set(edges.flatMap(({ to }) => (to === undefined ? [] : [to]))),
  ]);
  const previous = reversed(next);
  const known = knownByName(objectives);
  const starts = [...known].filter((index) => previous[index]?.every((from) => from === index));
  const start = lazy(() => largest(starts, next));
  const reached = lazy(() => reachedFrom(start(), next));
  const cycles = lazy(() => cycleGroups(next).map((group) => shortestWalk(group, next)));
  return {
    next,
    previous,
    starts,
    get start() {
      return start();
    },
    ends: objectives.flatMap(({ edges }, index) => (edges.length === 0 ? [index] : [])),
    get reached() {
      return reached();
    },
    get cycles() {
      return cycles();
    },
  };
}

/** The first objective of each name: to one without a name, or with another's, no arrow could ever lead. */
function knownByName(objectives: readonly ObjectiveSymbol[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  for (const [index, { name }] of objectives.entries()) {
    if (name !== "" && !first.has(name)) first.set(name, index);
  }
  return new Set(first.values());
}

/** What is reached from an objective, itself included. */
export function reachedFrom(start: number | undefined, next: Flow["next"]): ReadonlySet<number> {
  const seen = new Set(start === undefined ? [] : [start]);
  for (const index of seen) for (const to of next[index] ?? []) seen.add(to); // a Set grows while it is walked
  return seen;
}

function reversed(next: Flow["next"]): number[][] {
  const previous: number[][] = next.map(() => []);
  next.forEach((targets, from) => targets.forEach((to) => previous[to]?.push(from)));
  return previous;
}

function largest(starts: readonly number[], next: Flow["next"]): number | undefined {
  if (starts.length < 2) return starts[0];
  let best: number | undefined;
  let most = 0;
  for (const start of starts) {
    const { size } = reachedFrom(start, next);
    if (size > most) [best, most] = [start, size];
  }
  return best;
}

/** The strongly connected groups that hold a cycle (Tarjan's algorithm with an explicit stack), in source order. */
function cycleGroups(next: Flow["next"]): number[][] {
  const search: Search = { next, order: new Map(), low: [], open: [], isOpen: new Set(), groups: [] };
  for (const root of next.keys()) if (!search.order.has(root)) searchFrom(root, search);
  return search.groups.sort(([one = 0], [other = 0]) => one - other);
}

interface Search {
  readonly next: Flow["next"];
  /** When each objective was first seen. */
  readonly order: Map<number, number>;
  /** The earliest that is reached from each one. */
  readonly low: number[];
  readonly open: number[];
  readonly isOpen: Set<number>;
  readonly groups: number[][];
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
    } else if (!search.order.has(to)) {
      walk.push(enter(to, search));
    } else if (search.isOpen.has(to)) {
      lower(top.index, search.order.get(to), search);
    }
  }
}

function enter(index: number, { order, low, open, isOpen }: Search): Visit {
  low[index] = order.size;
  order.set(index, order.size);
  open.push(index);
  isOpen.add(index);
  return { index, way: 0 };
}

function lower(index: number, to: number | undefined, { low }: Search): void {
  low[index] = Math.min(low[index] ?? Infinity, to ?? Infinity);
}

/** Closes the group that begins with this objective, if one does; it counts where it leads back to itself. */
function leave(index: number, { next, order, low, open, isOpen, groups }: Search): void {
  if (low[index] !== order.get(index)) return;
  const group = open.splice(open.lastIndexOf(index));
  group.forEach((member) => isOpen.delete(member));
  if (group.length > 1 || next[index]?.includes(index)) groups.push(group.sort((one, other) => one - other));
}

/** The shortest way around within a group: tried from every member, the first of equals. */
function shortestWalk(group: readonly number[], next: Flow["next"]): readonly number[] {
  const members = new Set(group);
  let best: readonly number[] | undefined;
  for (const from of group.slice(0, WALKS)) {
    const walk = wayBack(from, members, next);
    if (walk && (!best || walk.length < best.length)) best = walk;
  }
  return best ?? group;
}

/** In a group larger than this, walks from the others are not tried: time would grow with the square of the group. */
const WALKS = 200;

function wayBack(
  from: number,
  members: ReadonlySet<number>,
  next: Flow["next"],
): readonly number[] | undefined {
  const cameFrom = new Map<number, number>();
  const seen = new Set([from]);
  for (const index of seen) {
    if (next[index]?.includes(from)) return pathTo(index, from, cameFrom);
    for (const to of next[index] ?? []) {
      if (!members.has(to) || seen.has(to)) continue;
      seen.add(to);
      cameFrom.set(to, index);
    }
  }
  return undefined;
}

function pathTo(last: number, from: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const path = [last];
  for (let index = last; index !== from;) {
    index = cameFrom.get(index) ?? from;
    path.unshift(index);
  }
  return path;
}
