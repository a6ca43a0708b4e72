// A sentence of an English prompt that chooses a way, taken apart: under which condition, and to which objective.
import { nearest } from "../../text/nearest.ts";

export interface Route {
  /** As a sentence of its own; undefined: in any other case. */
  readonly condition: string | undefined;
  readonly target: string;
}

/** The way that the sentence chooses, where it says both parts in full and one of the names is meant by it. */
export function routeIn(sentence: string, names: Iterable<string>): Route | undefined {
  const words = sentence.replace(/\s+/g, " ").trim();
  const { otherwise, word = "", condition = "", target = "" } = FORM.exec(words)?.groups ?? {};
  const meant = meantBy(target, [...names]);
  if (meant === undefined || ELLIPSIS.test(condition)) return undefined;
  if (otherwise !== undefined) return { condition: undefined, target: meant };
  return { condition: asSentence(/^unless$/i.test(word) ? `unless ${condition}` : condition), target: meant };
}

const WAY = [
  "(?:skip|(?:move|go|proceed|jump|continue|switch|return|advance|transition)(?: (?:on|ahead|back|over|straight|directly))?) (?:to|with)",
  "(?:transfer|escalate|route|redirect|forward|hand)(?: (?:them|him|her|it|the \\w+))?(?: over| off)? to",
].join("|");

/** `If …, go to …`, `If …, then please move on to …`, `If … -> …`, `Otherwise, go to …`; alone, or as an item of a list. */
const FORM = new RegExp(
  [
    String.raw`^(?:[-*•]\s*)?(?:(?:and|but|or|then)\s+)?`,
    String.raw`(?:(?<otherwise>otherwise|or else)|(?<word>if|when|unless|in case)\s+(?<condition>[^,:;→—–]+?))`,
    String.raw`(?:\s*[,:;—–]\s*(?:and\s+|then\s+)*|\s+(?:and|then)\s+|\s+)(?:(?:then|please|just|immediately|gently|politely|kindly)\s+)*`,
    String.raw`(?:(?:${WAY})\s+|(?:→|->|=>)\s*)`,
    String.raw`(?:the\s+)?(?<target>[^,;:.!?]+?)[.!]*$`,
  ].join(""),
  "i",
);

/** "If not", "if yes": what is meant stands in another sentence. */
const ELLIPSIS = /^(?:not|no|yes|so|neither|none|both)$/i;

/** A name as people speak of it: `wrap_up` is "wrap-up", "Wrap up" or "the wrap up step". */
function meantBy(spoken: string, names: readonly string[]): string | undefined {
  const plain = spoken
    .replace(/["'“”‘’`]/g, "")
    .replace(/\s+(?:step|objective|stage|phase|part|section)$/i, "");
  const bySound = new Map(names.map((name) => [soundOf(name), name]));
  const sound = soundOf(plain);
  return bySound.get(sound) ?? bySound.get(nearest(sound, bySound.keys()) ?? "");
}

function soundOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "_");
}

function asSentence(words: string): string {
  return words.trim().replace(/^./u, (first) => first.toUpperCase());
}
