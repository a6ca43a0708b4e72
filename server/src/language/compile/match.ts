// Which objective of one document is which of another: by its name, else by what it says and where it stands.
import { groupedBy } from "../text/grouped.ts";
import { longestRise } from "../text/longest-rise.ts";
import { canonicalItem } from "./normalise.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";

export interface Matching {
  /** For each objective of the second document the place of the one that it was in the first; undefined where it is new. */
  readonly origins: readonly (number | undefined)[];
  /** The places, in the second document, of those that keep their order among each other: as many as can be. */
  readonly kept: ReadonlySet<number>;
}

/**
 * Matches the objectives of two states of a set. One name is one objective; of several with one name those that say the
 * same come first, then their order decides. What is left on both sides was renamed where it is alike enough:
 *
 * - Its prompt weighs 3: how many pairs of neighbouring words the two share (Dice's measure), so that a phrase counts
 *   more than the words that every prompt has.
 * - Its variables weigh 3, what it leads to 1, what leads to it 1: how many of all of them the two share (Jaccard's).
 *   A link counts where both ends are known to be the same, so every match found may help to find the next.
 * - What both lack says nothing and weighs nothing. From 0.6 of the weight on it is the same objective, if the prompt or
 *   the variables say anything: a new prompt between the same neighbours is not enough, nor is a stock phrase; the same
 *   prompt is, or the same variables in the same place.
 *
 * The best pair comes first, of equals the first in order, so the result depends on the documents alone.
 */
export function matchObjectives(before: SetDocument, after: SetDocument): Matching {
  const search = startSearch(before.objectives, after.objectives);
  pairByKey(search, canonicalItem);
  pairByKey(search, ({ name }) => name);
  pairRenamed(search);
  untangle(search);
  return { origins: search.origins, kept: longestRise(search.origins) };
}

const WEIGHTS = { prompt: 3, variables: 3, next: 1, previous: 1 } as const;
const ENOUGH = 0.6;

/** With more pairs than this to be compared, only what says exactly the same counts as renamed: time grows with their number. */
const MOST_PAIRS = 60_000;

interface Search {
  readonly before: readonly ObjectiveItem[];
  readonly after: readonly ObjectiveItem[];
  readonly origins: (number | undefined)[];
  readonly taken: Set<number>;
}

function startSearch(before: readonly ObjectiveItem[], after: readonly ObjectiveItem[]): Search {
  return { before, after, origins: after.map(() => undefined), taken: new Set() };
}

function take({ origins, taken }: Search, old: number, place: number): void {
  origins[place] = old;
  taken.add(old);
}

/** Pairs what has one key, first with first. */
function pairByKey(search: Search, keyOf: (item: ObjectiveItem) => string): void {
  const waiting = new Map<string, number[]>();
  for (const [old, item] of [...search.before.entries()].reverse()) {
    if (search.taken.has(old)) continue;
    const key = keyOf(item);
    const places = waiting.get(key);
    if (places) places.push(old);
    else waiting.set(key, [old]);
  }
  for (const [place, item] of search.after.entries()) {
    if (search.origins[place] !== undefined) continue;
    const old = waiting.get(keyOf(item))?.pop();
    if (old !== undefined) take(search, old, place);
  }
}

/** What comes to say the same keeps its order: whichever became which, the document is one, and fewer move. */
function untangle({ origins, after }: Search): void {
  const matched = [...origins.keys()].filter((place) => origins[place] !== undefined);
  const saying = after.map(canonicalItem);
  for (const places of groupedBy(matched, (place) => saying[place]).values()) {
    const olds = places.flatMap((place) => origins[place] ?? []).sort((one, other) => one - other);
    places.forEach((place, index) => (origins[place] = olds[index]));
  }
}

function freeBefore({ before, taken }: Search): readonly number[] {
  return [...before.keys()].filter((old) => !taken.has(old));
}

function freeAfter({ after, origins }: Search): readonly number[] {
  return [...after.keys()].filter((place) => origins[place] === undefined);
}

function pairRenamed(search: Search): void {
  if (freeBefore(search).length * freeAfter(search).length > MOST_PAIRS) {
    pairByKey(search, (item) => canonicalItem({ ...item, name: "", conditional: [], required: [] }));
    return;
  }
  const pairs = candidates(search);
  const links = linksOf(search);
  // What is found may be the known neighbour that another pair needs.
  for (let isFound = true; isFound;) isFound = takeBest(search, pairs, links);
}

/** What two objectives share in themselves; their links are weighed anew whenever more of them are known. */
interface Candidate {
  readonly old: number;
  readonly place: number;
  readonly own: readonly Aspect[];
}

interface Aspect {
  readonly weight: number;
  /** From 0 to 1. */
  readonly likeness: number;
}

function candidates(search: Search): readonly Candidate[] {
  const olds = freeBefore(search).map((old) => ({ old, ...traitsOf(search.before[old]) }));
  const news = freeAfter(search).map((place) => ({ place, ...traitsOf(search.after[place]) }));
  return olds.flatMap((one) =>
    news.flatMap((other) => {
      const own = [
        ...aspect(WEIGHTS.prompt, dice(one.phrases, other.phrases)),
        ...aspect(WEIGHTS.variables, jaccard(one.variables, other.variables)),
      ];
      return canBeEnough(own) ? [{ old: one.old, place: other.place, own }] : [];
    }),
  );
}

/** Whether it would be enough if all links were alike; something of its own each pair must have. */
function canBeEnough(own: readonly Aspect[]): boolean {
  const links = [WEIGHTS.next, WEIGHTS.previous].map((weight) => ({ weight, likeness: 1 }));
  return own.length > 0 && Math.max(scoreOf(own), scoreOf([...own, ...links])) >= ENOUGH;
}

interface Traits {
  readonly phrases: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

function traitsOf(item: ObjectiveItem | undefined): Traits {
  return { phrases: phrasesOf(item?.prompt ?? ""), variables: new Set(item?.variables) };
}

/** Where no blanks stand between words, a character is one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}_]+/gu;

/** Every two words that stand together, the beginning and the end counted as words. */
function phrasesOf(prompt: string): ReadonlySet<string> {
  const words = prompt.toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return new Set();
  return new Set(["", ...words].map((word, index) => `${word} ${words[index] ?? ""}`));
}

function aspect(weight: number, likeness: number | undefined): readonly Aspect[] {
  return likeness === undefined ? [] : [{ weight, likeness }];
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number | undefined {
  const both = one.size + other.size;
  return both === 0 ? undefined : (2 * sharedBy(one, other)) / both;
}

function jaccard<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number | undefined {
  const shared = sharedBy(one, other);
  const all = one.size + other.size - shared;
  return all === 0 ? undefined : shared / all;
}

function sharedBy<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  return shared;
}

/** Takes the pairs that are alike enough, the best first; whether there was one. */
function takeBest(search: Search, pairs: readonly Candidate[], links: Links): boolean {
  const places = new Map(search.origins.flatMap((old, place) => (old === undefined ? [] : [[old, place]])));
  const scored = pairs
    .filter(({ old, place }) => !search.taken.has(old) && search.origins[place] === undefined)
    .map((pair) => ({ ...pair, score: scoreOf([...pair.own, ...linkAspects(pair, search, places, links)]) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.old - b.old || a.place - b.place);
  for (const { old, place } of scored) {
    if (!search.taken.has(old) && search.origins[place] === undefined) take(search, old, place);
  }
  return scored.length > 0;
}

function scoreOf(aspects: readonly Aspect[]): number {
  const all = aspects.reduce((sum, { weight }) => sum + weight, 0);
  return aspects.reduce((sum, { weight, likeness }) => sum + weight * likeness, 0) / all;
}

interface Links {
  readonly before: Neighbours;
  readonly after: Neighbours;
}

/** For each objective the places that it leads to, and those that lead to it. */
interface Neighbours {
  readonly next: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
}

function linksOf({ before, after }: Search): Links {
  return { before: neighboursOf(before), after: neighboursOf(after) };
}

function neighboursOf(items: readonly ObjectiveItem[]): Neighbours {
  const byName = new Map(items.map(({ name }, place) => [name, place] as const).reverse());
  const next = items.map(({ conditional, required }) =>
    [...conditional.map(([target]) => target), ...required].flatMap((target) => byName.get(target) ?? []),
  );
  const previous: number[][] = items.map(() => []);
  next.forEach((targets, from) => targets.forEach((to) => previous[to]?.push(from)));
  return { next, previous };
}

function linkAspects(
  { old, place }: Candidate,
  { origins }: Search,
  places: ReadonlyMap<number, number>,
  { before, after }: Links,
): readonly Aspect[] {
  return (["next", "previous"] as const).flatMap((way) => {
    const olds = (before[way][old] ?? []).flatMap((it) => places.get(it) ?? []);
    const news = (after[way][place] ?? []).filter((it) => origins[it] !== undefined);
    return aspect(WEIGHTS[way], jaccard(new Set(olds), new Set(news)));
  });
}
