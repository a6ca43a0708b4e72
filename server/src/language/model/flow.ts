// The flow of one set over its objectives' indices: what each question about it found, computed when first asked for.
import { lazy, lazyKind } from "../text/lazy.ts";
import { collectorsOf, type Collectors } from "./collectors.ts";
import { cyclesOf } from "./cycles.ts";
import { forwardOf, type Forward } from "./forward.ts";
import { groupsOf } from "./groups.ts";
import { largest, startsOf } from "./starts.ts";
import type { Symbols } from "./symbols.ts";
import { reachedFrom, reversed, type Ways } from "./ways.ts";

export interface Flow {
  /** The objectives that each one leads to, in the order of its arrows, each once. */
  readonly next: Ways;
  /** The objectives that lead to each one, each once, itself included where it leads to itself. */
  readonly previous: Ways;
  /** Those that no *other* objective points to, in order; what its name does not tell from another is none. */
  readonly starts: readonly number[];
  /** Of the starts the one from which most is reached, the first of equals; the platform takes exactly one. */
  readonly start: number | undefined;
  /** Those without arrows, in order. */
  readonly ends: readonly number[];
  /** What is reached from the start, itself included: a 1 for each objective that is. */
  readonly reached: Uint8Array;
  /** The number of every objective's group: two lead to each other where it is the same. */
  readonly groups: Int32Array;
  /** The ways without the arrows that lead back. */
  readonly forward: Forward;
  /** A walk around for every arrow that leads back, up to a hundred, the shortest first. The arrow is its last step. */
  readonly cycles: readonly (readonly number[])[];
  /** Who collects the variables that are named more than once. */
  readonly collectors: Collectors;
}

export function flowOf(symbols: Symbols): Flow {
  const { objectives, byName, next } = symbols;
  const previous = reversed(next);
  const starts = startsOf(byName.values(), previous);
  const groups = lazy(() => groupsOf(next));
  const forward = lazy(() => forwardOf(next, groups()));
  const start = lazy(() => (starts.length < 2 ? starts[0] : largest(starts, previous, forward().order)));
  const reached = lazy(() => reachedFrom(oneOrNone(start()), next));
  const cycles = lazy(() => cyclesOf(forward(), groups()));
  const collectors = lazy(() => collectorsOf(symbols));
  const ends = objectives.flatMap(({ edges }, index) => (edges.length === 0 ? [index] : []));
  return newFlow({ next, previous, starts, ends }, { start, reached, groups, forward, cycles, collectors });
}

type Computed = Pick<Flow, "start" | "reached" | "groups" | "forward" | "cycles" | "collectors">;

const newFlow = lazyKind<Computed>("start", "reached", "groups", "forward", "cycles", "collectors");

function oneOrNone(index: number | undefined): readonly number[] {
  return index === undefined ? [] : [index];
}
