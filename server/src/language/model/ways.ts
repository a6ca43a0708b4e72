// Who leads to whom: the arrows of a set over its objectives' indices, and what is reached along them.
import { sized } from "../text/sized.ts";
import type { ObjectiveSymbol } from "./symbols.ts";

/** For every objective the objectives at the other end of its arrows, each once. */
export type Ways = readonly (readonly number[])[];

/** The objectives that each one leads to, in the order of its arrows; an arrow to an unknown name leads nowhere. */
export function waysOf(objectives: readonly ObjectiveSymbol[]): Ways {
  return objectives.map(({ edges }) => {
    const targets = edges.map(({ to }) => to).filter((to) => to !== undefined);
    return sized(targets.length < 2 ? targets : [...new Set(targets)]);
  });
}

/** The same arrows from their ends: the objectives that lead to each one. Mostly that is one, for which no list grows. */
export function reversed(ways: Ways): Ways {
  const previous: (number[] | undefined)[] = ways.map(() => undefined);
  ways.forEach((targets, from) =>
    targets.forEach((to) => {
      const known = previous[to];
      if (known) known.push(from);
      else previous[to] = [from];
    }),
  );
  return previous.map((those) => sized(those ?? []));
}

/** What is reached from these, themselves included. */
export function reachedFrom(starts: Iterable<number>, ways: Ways): ReadonlySet<number> {
  const seen = new Set(starts);
  for (const index of seen) for (const to of ways[index] ?? []) seen.add(to); // a Set grows while it is walked
  return seen;
}

/** In a search's record of where each objective was come from: not come to at all. */
export const NOT_SEEN = -1;

/** The walk to an objective from where its search began, which is what came from itself. */
export function walkTo(last: number, cameFrom: Int32Array): readonly number[] {
  const walk = [last];
  for (let from = cameFrom[last] ?? NOT_SEEN; from !== NOT_SEEN && from !== walk.at(-1);) {
    walk.push(from);
    from = cameFrom[from] ?? NOT_SEEN;
  }
  return walk.reverse();
}
