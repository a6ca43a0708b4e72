// Variables that are collected again on one way: where, and the shortest way from where they were collected before.
import type { Flow } from "./flow.ts";
import { inBatches, noBits, spreadAlong, type Spread } from "./spread.ts";
import { NOT_SEEN, othersOf, reversed, sizeOf, walkTo, type Ways } from "./ways.ts";

export interface Recollection {
  readonly variable: string;
  /** From an objective that collects it to the next that does. */
  readonly walk: readonly number[];
}

/**
 * For every variable and every objective that collects it after another the shortest walk from such another one; of the
 * first hundred variables.
 *
 * A walk is a chain of arrows none of which leads back: circles have a finding of their own. On each there is a run that
 * goes it whole: of an objective's required arrows it goes all, of the conditional ones the one whose condition holds.
 * Objectives on different branches are on no common walk; neither are those that run beside each other, of which none is
 * the later one.
 */
export function* collectedAgain({ collectors, forward }: Flow): Iterable<Recollection> {
  if (collectors.size === 0) return;
  const previous = reversed(forward.next);
  const spread = spreadAlong(previous, forward.order);
  let searches = 0;
  for (const batch of inBatches([...collectors])) {
    for (const { variable, those, later } of repeated(batch, previous, spread)) {
      if (++searches > MOST) return;
      for (const walk of walksTo(later, those, forward.next)) yield { variable, walk };
    }
  }
}

/** More variables at once help nobody, and each takes a search of the set; the next ones come up when these are gone. */
const MOST = 100;

interface Repeated {
  readonly variable: string;
  /** Who collects it. */
  readonly those: readonly number[];
  /** Those that do so after another. */
  readonly later: readonly number[];
}

function repeated(
  batch: readonly (readonly [[variable: string, those: readonly number[]], bit: number])[],
  previous: Ways,
  spread: Spread,
): readonly Repeated[] {
  const own = noBits(previous);
  for (const [[, those], bit] of batch) for (const index of those) own[index] = (own[index] ?? 0) | bit;
  const bits = spread({ own, stopped: noBits(previous) });
  const isAfter = (index: number, bit: number): boolean =>
    othersOf(previous, index).some((from) => ((bits[from] ?? 0) & bit) !== 0);
  return batch
    .map(([[variable, those], bit]) => ({ variable, those, later: those.filter((it) => isAfter(it, bit)) }))
    .filter(({ later }) => later.length > 0);
}

/** For each of the later ones a shortest walk from one of those, all at once, the nearest first. */
function* walksTo(
  later: readonly number[],
  those: readonly number[],
  next: Ways,
): Iterable<readonly number[]> {
  const left = new Set(later);
  const cameFrom = new Int32Array(sizeOf(next)).fill(NOT_SEEN);
  for (const index of those) cameFrom[index] = index;
  const queue = [...those];
  for (const index of queue) {
    if (left.size === 0) return;
    for (const to of othersOf(next, index)) {
      if (left.delete(to)) yield [...walkTo(index, cameFrom), to];
      if (cameFrom[to] !== NOT_SEEN) continue;
      cameFrom[to] = index;
      queue.push(to);
    }
  }
}
