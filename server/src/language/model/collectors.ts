// Who collects what: the variables that are named more than once.
import type { ObjectiveSymbol } from "./symbols.ts";

/** For every variable that is named more than once the objectives that collect it, in order. */
export type Collectors = ReadonlyMap<string, readonly number[]>;

/** Of the objectives those count to which an arrow could lead. Most variables are named once: those cost no list. */
export function collectorsOf(objectives: readonly ObjectiveSymbol[], known: Iterable<number>): Collectors {
  const collectors = new Map(namedAgain(objectives).map((name): [string, number[]] => [name, []]));
  if (collectors.size === 0) return collectors;
  for (const index of known) {
    for (const { name } of objectives[index]?.variables ?? []) {
      const list = collectors.get(name);
      if (list?.at(-1) !== index) list?.push(index);
    }
  }
  return collectors;
}

function namedAgain(objectives: readonly ObjectiveSymbol[]): readonly string[] {
  const seen = new Set([""]);
  const again = new Set<string>();
  for (const { variables } of objectives) {
    for (const { name } of variables) {
      const { size } = seen;
      seen.add(name);
      if (seen.size === size && name !== "") again.add(name);
    }
  }
  return [...again];
}
