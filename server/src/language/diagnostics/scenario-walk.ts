// How far a set lets a scenario go.
import { isSet, type Model } from "../model/analyze.ts";
import type { ScenarioSymbol } from "../model/symbols.ts";
import { following, waysAfter, waysAtStart, type OpenWays } from "../model/walk.ts";

export interface Walked {
  /** Its steps that the set lets follow one another from the start; all of them, where nothing is wrong. */
  readonly steps: number;
  /** The names of what may come behind these, each once. */
  readonly following: readonly string[];
}

/** Undefined while the set has no one flow, or a step names no objective: what follows cannot be known. */
export function walkOf(model: Model, { steps }: ScenarioSymbol): Walked | undefined {
  const { symbols, flow } = model;
  if (!isSet(model) || flow.start === undefined) return undefined;
  const path = steps.map(({ name }) => symbols.byName.get(name));
  if (path.includes(undefined)) return undefined;
  let open: OpenWays = waysAtStart(flow.start);
  let taken = 0;
  for (const objective of path) {
    const after = waysAfter(open, objective ?? -1, symbols);
    if (!after) break;
    open = after;
    taken += 1;
  }
  return { steps: taken, following: following(open).map((index) => symbols.objectives[index]?.name ?? "") };
}
