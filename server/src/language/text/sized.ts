// A list that is kept takes no more room than what it holds.

/** The list in its own size: one that has grown keeps room for sixteen more. What is empty is one list for all. */
export function sized<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = [];
