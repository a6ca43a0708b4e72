// Who leads to whom: the arrows of a set over its objectives' indices, and what is reached along them.

/**
 * For every objective the objectives at the other end of its arrows, each once: all in one list, and where in it those of
 * each objective begin. A list for each would be most of what is kept of a flow, and of the time it takes.
 */
export interface Ways {
  /** For every objective, and at last the length of the list. */
  readonly begins: Int32Array;
  readonly others: Int32Array;
}

/** How many objectives there are. */
export function sizeOf({ begins }: Ways): number {
  return begins.length - 1;
}

/** The objectives at the other end of one's arrows. */
export function othersOf({ begins, others }: Ways, index: number): Int32Array {
  return others.subarray(begins[index] ?? 0, begins[index + 1] ?? 0);
}

/** What arrows are read from, and where they lead. */
export interface Led<Arrow extends { readonly name: string }> {
  readonly objectives: readonly { readonly edges: readonly Arrow[] }[];
  readonly byName: ReadonlyMap<string, number>;
  readonly next: Ways;
}

/**
 * Where the arrows lead, by the names of the objectives; those to unknown names are lost. While the names are those of
 * before, an objective leads where it did: unless it has arrows that are lost or lead where another does, it is not looked at.
 */
export function waysOf<Arrow extends { readonly name: string }>(
  { objectives, byName }: Omit<Led<Arrow>, "next">,
  before: Led<Arrow> | undefined,
): { readonly next: Ways; readonly lost: readonly Arrow[] } {
  const begins = new Int32Array(objectives.length + 1);
  const most = objectives.reduce((sum, { edges }) => sum + edges.length, 0);
  const found: Found<Arrow> = { others: new Int32Array(most), count: 0, lost: [] };
  const lastFrom = new Int32Array(objectives.length).fill(NOT_SEEN);
  const known = before?.byName === byName ? before : undefined;
  for (const [from, objective] of objectives.entries()) {
    const isKnown = known?.objectives[from] === objective;
    if (isKnown && countOf(known.next, from) === objective.edges.length) takeOver(known.next, from, found);
    else follow(objective.edges, { from, byName, lastFrom }, found);
    begins[from + 1] = found.count;
  }
  return { next: { begins, others: found.others.slice(0, found.count) }, lost: found.lost };
}

interface Found<Arrow> {
  readonly others: Int32Array;
  /** How many of these are found. */
  count: number;
  readonly lost: Arrow[];
}

/** How many objectives are at the other end of one's arrows. */
export function countOf({ begins }: Ways, index: number): number {
  return (begins[index + 1] ?? 0) - (begins[index] ?? 0);
}

function takeOver({ begins, others }: Ways, from: number, found: Found<unknown>): void {
  const end = begins[from + 1] ?? 0;
  for (let way = begins[from] ?? 0; way < end; way++) found.others[found.count++] = others[way] ?? 0;
}

interface Following {
  readonly from: number;
  readonly byName: ReadonlyMap<string, number>;
  /** For every objective the last one that was found to lead there. */
  readonly lastFrom: Int32Array;
}

function follow<Arrow extends { readonly name: string }>(
  arrows: readonly Arrow[],
  { from, byName, lastFrom }: Following,
  found: Found<Arrow>,
): void {
  for (const arrow of arrows) {
    const to = byName.get(arrow.name);
    if (to === undefined) {
      found.lost.push(arrow);
    } else if (lastFrom[to] !== from) {
      found.others[found.count++] = to;
      lastFrom[to] = from;
    }
  }
}

/** The same arrows from their ends: the objectives that lead to each one. */
export function reversed({ begins, others }: Ways): Ways {
  const reversedBegins = new Int32Array(begins.length);
  for (const to of others) reversedBegins[to + 1] = (reversedBegins[to + 1] ?? 0) + 1;
  for (let index = 1; index < begins.length; index++) {
    reversedBegins[index] = (reversedBegins[index] ?? 0) + (reversedBegins[index - 1] ?? 0);
  }
  const free = reversedBegins.slice();
  const froms = new Int32Array(others.length);
  for (let from = 0; from < begins.length - 1; from++) {
    for (let way = begins[from] ?? 0; way < (begins[from + 1] ?? 0); way++) {
      const to = others[way] ?? 0;
      const place = free[to] ?? 0;
      froms[place] = from;
      free[to] = place + 1;
    }
  }
  return { begins: reversedBegins, others: froms };
}

/** What is reached from these, themselves included: a 1 for each objective that is. */
export function reachedFrom(starts: Iterable<number>, { begins, others }: Ways): Uint8Array {
  const reached = new Uint8Array(begins.length - 1);
  const found = [...starts];
  for (const start of found) reached[start] = 1;
  for (const from of found) {
    for (let way = begins[from] ?? 0; way < (begins[from + 1] ?? 0); way++) {
      const to = others[way] ?? 0;
      if (reached[to] === 1) continue;
      reached[to] = 1;
      found.push(to);
    }
  }
  return reached;
}

/** The objectives that have a 1, in order. */
export function indicesIn(marks: Uint8Array): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < marks.length; index++) if (marks[index] === 1) indices.push(index);
  return indices;
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
