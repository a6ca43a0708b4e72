// What became of a POST whose answer never arrived: told by the list of all sets, never by sending it again.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Pending } from "../project/lock.ts";
import type { ListedSet } from "./remote-set.ts";

export type PendingEnd =
  | { readonly kind: "made"; readonly id: string }
  | { readonly kind: "not made" }
  /** Several sets could be the one, or one of that name says something else. */
  | { readonly kind: "unclear"; readonly ids: readonly string[] };

/**
 * How a POST ended, by the sets that are there now. Before it no set of that name was there, so a single one with
 * exactly that content is the one that was made.
 */
export function resolvePending({ name, hash }: Pending, sets: readonly ListedSet[]): PendingEnd {
  const namesakes = namesakesOf(name, hash, sets);
  const [only] = namesakes;
  if (only === undefined) return { kind: "not made" };
  if (namesakes.length === 1 && only.hash === hash) return { kind: "made", id: only.id };
  return { kind: "unclear", ids: namesakes.map(({ id }) => id) };
}

/** The sets that go by a name; a set without one is known by its content alone. */
export function namesakesOf(name: string, hash: string, sets: readonly ListedSet[]): readonly ListedSet[] {
  return sets.filter((it) => (name === "" ? it.name === "" && it.hash === hash : it.name === name));
}

/** Why an unclear end needs somebody, and what to do. */
export function describeUnclear(name: string, ids: readonly string[]): Sentence {
  const called = name === "" ? sentence`without a name` : sentence`called ${JSON.stringify(name)}`;
  const found =
    ids.length === 1 ? sentence`a set ${called} with other content` : sentence`${ids.length} sets ${called}`;
  return sentence`It was sent to be made, no answer came, and now there is ${found}: ${ids.join(", ")}. Nothing further was sent. Look at each with \`objectives show ID\`, delete what is not wanted with \`objectives delete ID\`, and push again.`;
}
