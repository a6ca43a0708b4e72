// Who collects what: the variables that are named more than once.
import type { Symbols } from "./symbols.ts";

/** For every variable that is named more than once the objectives that collect it, in order. */
export type Collectors = ReadonlyMap<string, readonly number[]>;

/** Of the objectives those count to which an arrow could lead. */
export function collectorsOf({ objectives, byName, repeated }: Symbols): Collectors {
  const collectors = new Map<string, number[]>();
  if (repeated.size === 0) return collectors; // which is so of most sets
  for (const index of byName.values()) {
    for (const { name } of objectives[index]?.variables ?? []) {
      const list = collectors.get(name);
      if (!list && repeated.has(name)) collectors.set(name, [index]);
      else if (list?.at(-1) !== index) list?.push(index);
    }
  }
  return collectors;
}
