// A run through a set as a scenario takes it: which objectives are open, and what a step opens.
import type { Symbols } from "./symbols.ts";

/**
 * Ways that are still to be gone: of each one objective comes, the only one or one of a branch.
 *
 * A run goes several ways beside each other, so its steps are no path. But whatever becomes active does so because an arrow
 * leads to it from an objective that is completed: behind every step lies a path from the start, a chain of arrows, that
 * the run has gone whole. And every path is gone by some run. What is said of paths elsewhere is said of these.
 */
export type OpenWays = readonly (readonly number[])[];

/** What is open before the first step. */
export function waysAtStart(start: number): OpenWays {
  return [[start]];
}

/**
 * What is open after a step to the objective; undefined where it does not follow. What is open already is not opened
 * again: two ways that meet in one objective lead through it once.
 */
export function waysAfter(open: OpenWays, objective: number, symbols: Symbols): OpenWays | undefined {
  const taken = narrowest(open, objective);
  if (taken === undefined) return undefined;
  const left = open.filter((ways) => ways !== taken);
  const opened = waysFrom(objective, symbols).filter((ways) => !left.some((it) => isSameWay(it, ways)));
  return [...left, ...opened];
}

/** The objectives that may come next, each once, in order. */
export function following(open: OpenWays): readonly number[] {
  return [...new Set(open.flat())];
}

/** Of the ways that lead there the one with the fewest others, so that a branch stays open for what only it leads to. */
function narrowest(open: OpenWays, objective: number): readonly number[] | undefined {
  return open
    .filter((ways) => ways.includes(objective))
    .reduce<readonly number[] | undefined>(
      (best, ways) => (best && best.length <= ways.length ? best : ways),
      undefined,
    );
}

function isSameWay(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((index) => other.includes(index));
}

function waysFrom(index: number, { objectives, byName }: Symbols): OpenWays {
  const edges = (objectives[index]?.edges ?? []).flatMap(({ kind, name }) => {
    const to = byName.get(name);
    return to === undefined ? [] : [{ kind, to }];
  });
  const required = edges.filter(({ kind }) => kind === "required").map(({ to }) => [to]);
  const branch = [...new Set(edges.filter(({ kind }) => kind !== "required").map(({ to }) => to))];
  return branch.length === 0 ? required : [...required, branch];
}
