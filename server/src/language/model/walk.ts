// A walk through a set as a scenario takes it: which objectives are open, and what a step opens.
import type { Symbols } from "./symbols.ts";

/** Ways that are still to be gone: of each one objective comes, the only one or one of a branch. */
export type OpenWays = readonly (readonly number[])[];

/** What is open before the first step. */
export function waysAtStart(start: number): OpenWays {
  return [[start]];
}

/** What is open after a step to the objective; undefined where it does not follow. */
export function waysAfter(open: OpenWays, objective: number, symbols: Symbols): OpenWays | undefined {
  const taken = open.findIndex((ways) => ways.includes(objective));
  return taken < 0 ? undefined : [...open.toSpliced(taken, 1), ...waysFrom(objective, symbols)];
}

/** The objectives that may come next, each once, in order. */
export function following(open: OpenWays): readonly number[] {
  return [...new Set(open.flat())];
}

function waysFrom(index: number, { objectives }: Symbols): OpenWays {
  const edges = (objectives[index]?.edges ?? []).flatMap(({ kind, to }) =>
    to === undefined ? [] : [{ kind, to }],
  );
  const required = edges.filter(({ kind }) => kind === "required").map(({ to }) => [to]);
  const branch = edges.filter(({ kind }) => kind !== "required").map(({ to }) => to);
  return branch.length === 0 ? required : [...required, branch];
}
