// What is collected for certain: the variables that every way from the start to an objective collects.
import type { Flow } from "./flow.ts";
import { inBatches, noBits, spreadAlong } from "./spread.ts";
import type { ObjectiveSymbol } from "./symbols.ts";
import { NOT_SEEN, othersOf, sizeOf, walkTo, type Ways } from "./ways.ts";

/**
 * The variables that are collected on every way from the start to the objective, before it; none where no way leads there.
 *
 * A way is a chain of arrows. An objective becomes active when one that leads to it is completed, and that one became
 * active likewise; so some whole way to it has been gone, and which one is not known before. What runs beside that way,
 * where several required arrows leave one objective, may have been collected too, or not yet: it does not count.
 */
export function collectedBefore(
  objectives: readonly ObjectiveSymbol[],
  flow: Flow,
  objective: number,
): readonly string[] {
  const walk = walkBetween(flow.start, objective, flow.next);
  const always = new Set(onEveryWay(walk, flow.next));
  const passed = walk.slice(0, -1);
  const variables = passed.flatMap((index) =>
    (objectives[index]?.variables ?? []).map(({ name }) => ({ name, isSure: always.has(index) })),
  );
  const sure = new Set(variables.filter(({ isSure }) => isSure).map(({ name }) => name));
  const open = variables.filter(({ name }) => !sure.has(name) && flow.collectors.has(name));
  for (const name of unavoidable([...new Set(open.map(({ name }) => name))], flow, objective)) sure.add(name);
  return [...new Set(variables.map(({ name }) => name))].filter((name) => name !== "" && sure.has(name));
}

/** A shortest walk from the one to the other; empty where there is none. */
function walkBetween(start: number | undefined, end: number, next: Ways): readonly number[] {
  if (start === undefined) return [];
  const cameFrom = new Int32Array(sizeOf(next)).fill(NOT_SEEN);
  cameFrom[start] = start;
  const queue = [start];
  for (const index of queue) {
    if (index === end) return walkTo(end, cameFrom);
    for (const to of othersOf(next, index)) {
      if (cameFrom[to] !== NOT_SEEN) continue;
      cameFrom[to] = index;
      queue.push(to);
    }
  }
  return [];
}

/** Of a walk's objectives those that no other way between its ends leaves out. */
function onEveryWay(walk: readonly number[], next: Ways): readonly number[] {
  const places = new Map(walk.map((index, place) => [index, place]));
  const seen = new Uint8Array(sizeOf(next));
  const found: number[] = [];
  let furthest = 0; // of the places on the walk to which something leads past those that were looked at
  for (const [place, index] of walk.entries()) {
    if (furthest <= place) found.push(index);
    for (const rejoined of detoursFrom(index, { next, places, seen }))
      furthest = Math.max(furthest, rejoined);
  }
  return found;
}

interface Detours {
  readonly next: Ways;
  readonly places: ReadonlyMap<number, number>;
  /** Objectives beside the walk that an earlier detour went through: where it came out is known. */
  readonly seen: Uint8Array;
}

/** The places at which ways that leave the walk at one of its objectives come back to it. */
function* detoursFrom(index: number, { next, places, seen }: Detours): Iterable<number> {
  const queue = [index];
  for (const from of queue) {
    for (const to of othersOf(next, from)) {
      const place = places.get(to);
      if (place !== undefined) yield place;
      else if (seen[to] === 0) seen[to] = queue.push(to);
    }
  }
}

/** Of the variables those without which nothing leads to the objective. */
function* unavoidable(
  variables: readonly string[],
  { start = 0, previous, forward, collectors }: Flow,
  objective: number,
): Iterable<string> {
  const spread = spreadAlong(previous, forward.order);
  for (const batch of inBatches(variables)) {
    const [own, stopped] = [noBits(previous), noBits(previous)];
    own[start] = -1;
    for (const [variable, bit] of batch) {
      for (const index of collectors.get(variable) ?? []) stopped[index] = (stopped[index] ?? 0) | bit;
    }
    const without = spread({ own, stopped })[objective] ?? 0;
    for (const [variable, bit] of batch) if ((without & bit) === 0) yield variable;
  }
}
