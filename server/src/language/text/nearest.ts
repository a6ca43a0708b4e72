// The known word that a misspelt one was probably meant to be.

/** The candidate that differs least, where it differs little enough to be a slip; the first of equals. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // A word that shares nothing with another is no slip of it, however short both are.
  const limit = Math.min(word.length - 1, Math.max(1, Math.floor(word.length / 3)));
  const lowered = word.toLowerCase();
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = distanceBetween(lowered, candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** What is alike at both ends of two words does not count, and mostly that is nearly all of them; the limit where it is no less. */
function distanceBetween(one: string, other: string, limit: number): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [from, to] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (lettersOnlyIn(from, to) >= limit || lettersOnlyIn(to, from) >= limit) return limit;
  return editDistance(from, to);
}

/** Each of these takes a change of its own, and to count them takes a tenth of what finding the changes does. */
function lettersOnlyIn(one: string, other: string): number {
  let letters = 0;
  for (let index = 0; index < one.length; index++) if (!other.includes(one.charAt(index))) letters += 1;
  return letters;
}

/** How many letters must be inserted, deleted, replaced or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
  let twoUp: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = at(above, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped =
        from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
          ? at(twoUp, column - 2) + 1
          : Infinity;
      current.push(Math.min(replaced, at(above, column) + 1, at(current, column - 1) + 1, swapped));
    }
    [twoUp, above] = [above, current];
  }
  return at(above, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
