// The circles of a set, each told as a walk: one for every arrow that leads back, the shortest first.
import type { Arrow, Forward } from "./forward.ts";
import { NOT_SEEN, othersOf, sizeOf, walkTo, type Ways } from "./ways.ts";

/**
 * For every arrow that leads back the shortest walk that it closes without another such arrow, from its target on. No two
 * are the same circle, and the arrows that close them are all that must go.
 */
export function cyclesOf({ back, next }: Forward, groups: Int32Array): readonly (readonly number[])[] {
  return back
    .slice(0, MOST)
    .map((arrow) => shortestWalk(arrow, next, groups))
    .sort(byLengthAndPlace);
}

/** More at once help nobody, and each takes a search of its group; the next ones come up when these are gone. */
const MOST = 100;

function byLengthAndPlace(one: readonly number[], other: readonly number[]): number {
  return (
    one.length - other.length || (one[0] ?? 0) - (other[0] ?? 0) || (one.at(-1) ?? 0) - (other.at(-1) ?? 0)
  );
}

function shortestWalk({ from, to }: Arrow, next: Ways, groups: Int32Array): readonly number[] {
  const cameFrom = new Int32Array(sizeOf(next)).fill(NOT_SEEN);
  cameFrom[to] = to;
  const queue = [to];
  for (const index of queue) {
    if (index === from) break;
    for (const target of othersOf(next, index)) {
      if (cameFrom[target] !== NOT_SEEN || groups[target] !== groups[to]) continue;
      cameFrom[target] = index;
      queue.push(target);
    }
  }
  return walkTo(from, cameFrom);
}
