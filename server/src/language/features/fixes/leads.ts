// Where an arrow could come from or lead to without a circle, the likeliest first.
import type { Model } from "../../model/analyze.ts";
import { indicesIn, othersOf, reachedFrom } from "../../model/ways.ts";

/** Ends of the conversation, as it is from its start, that could lead to the objective. */
export function endsBefore(model: Model, target: number): readonly number[] {
  const { flow } = model;
  const behind = reachedFrom([target], flow.next);
  return nearestFirst(
    flow.ends.filter((it) => flow.reached[it] === 1 && behind[it] === 0),
    target,
  );
}

/** Ends that only the objective leads to, from which the conversation could go on with its start. */
export function endsOf(model: Model, source: number): readonly number[] {
  const { flow } = model;
  const behind = reachedFrom([source], flow.next);
  return flow.ends.filter((it) => behind[it] === 1 && flow.reached[it] === 0).toReversed();
}

/** Arrows, by the objectives that they join, that could lead to the objective instead and still get where they lead. */
export function arrowsPast(
  model: Model,
  target: number,
): readonly { readonly from: number; readonly to: number }[] {
  const { flow } = model;
  const behind = reachedFrom([target], flow.next);
  const sources = indicesIn(flow.reached).filter((it) => behind[it] === 0);
  return nearestFirst(sources, target).flatMap((from) =>
    [...othersOf(flow.next, from)].filter((to) => behind[to] === 1).map((to) => ({ from, to })),
  );
}

/** Objectives to which the one could lead that it does not lead to yet: the ends, then the others. */
export function possibleTargets(model: Model, source: number): readonly number[] {
  const { flow, symbols } = model;
  const before = reachedFrom([source], flow.previous);
  const known = new Set(othersOf(flow.next, source));
  const free = [...symbols.objectives.keys()].filter(
    (it) => before[it] === 0 && !known.has(it) && isMeantByName(model, it),
  );
  const ends = new Set(flow.ends);
  return [
    ...nextFirst(
      free.filter((it) => ends.has(it)),
      source,
    ),
    ...nextFirst(
      free.filter((it) => !ends.has(it)),
      source,
    ),
  ];
}

/** Whether the name leads to this objective, not to another of the name. */
function isMeantByName({ symbols }: Model, index: number): boolean {
  return symbols.byName.get(nameOf(symbols, index)) === index;
}

export function nameOf({ objectives }: Model["symbols"], index: number): string {
  return objectives[index]?.name ?? "";
}

/** Those before a place in the text, from the nearest; then those behind it. */
function nearestFirst(indices: readonly number[], place: number): readonly number[] {
  const inOrder = indices.toSorted((one, other) => one - other);
  return [...inOrder.filter((it) => it < place).reverse(), ...inOrder.filter((it) => it > place)];
}

/** Those behind a place in the text, from the nearest; then those before it. */
function nextFirst(indices: readonly number[], place: number): readonly number[] {
  return [...indices.filter((it) => it > place), ...indices.filter((it) => it < place).reverse()];
}
