// Where an English prompt speaks of ways: of choosing one, and of what comes after its objective. Arrows say both.
import { sentencesOf } from "./prompts.ts";

/** The first sentence that chooses between ways. */
export function branchIn(words: string): string | undefined {
  if (!CONDITIONAL.test(words) && !pointsAway(words)) return undefined;
  const sentences = sentencesOf(words);
  const leading = sentences.find(leads);
  if (leading !== undefined) return leading;
  if (conditionsIn(words) < 2) return undefined;
  return sentences.find((it) => COUNTERPART.test(it));
}

/** The first sentence that speaks of what comes after the objective and chooses nothing. */
export function futureIn(words: string): string | undefined {
  if (!TIMES.test(words)) return undefined;
  return sentencesOf(words).find((it) => speaksOfLater(it) && !leads(it));
}

/** What every sentence about later has. */
const LATER_WORDS =
  "move proceed advance transition continue go jump skip next later following subsequent".split(" ");
const TIMES = new RegExp(`\\b(?:${LATER_WORDS.join("|")}|after this)\\b`, "i");

/** Arrows as people write them in prose. */
const ARROWS = ["→", "->", "=>"];

function pointsAway(words: string): boolean {
  return ARROWS.some((arrow) => words.includes(arrow));
}

const CLAUSE = String.raw`(?:^|[.!?,;:—–(\n]\s*)["'“‘*•-]*\s*(?:(?:and|but|or|then) )?`;

const CHOOSING = ["if", "unless", "in case", "otherwise", "or else", "depending on"];

const IF = `(?:${CHOOSING.join("|")}|based on (?:this|that|(?:the|their) (?:answer|response|reply|result)))`;

const CONDITIONAL = new RegExp(String.raw`${CLAUSE}${IF}\b`, "i");

/** One side of a choice, but for one that only says which words to use. */
const COUNTERPART = new RegExp(
  String.raw`${CLAUSE}(?:otherwise|or else|if (?:not|no|yes)[,:;—–])(?![,:]?\s*['"“‘])`,
  "i",
);

function conditionsIn(words: string): number {
  return words.match(new RegExp(CONDITIONAL, "gi"))?.length ?? 0;
}

/** Without one of these nothing speaks of ways: words, by their beginnings, and signs. */
export const SIGNS_OF_WAYS = {
  words: [...CHOOSING, "based on", ...LATER_WORDS, "after this"],
  signs: ARROWS,
} as const;

const CONVERSATION = "(?:the|this) (?:call|conversation|session|chat|interview|meeting|screening|demo)";
const SOMEONE = "(?:(?:them|him|her|it|the \\w+) )?";
const OBJECTIVE = "[a-z][a-z0-9]*_[a-z0-9_]+";

/** Going some other way than straight on. */
const ROUTE = [
  "skip (?:to|ahead|straight|(?:this|that|the (?:rest|next|following)) (?:step|objective|stage|phase|part|section))\\b",
  "(?:move|go|proceed|jump|continue|switch|return|advance|transition)(?: (?:on|ahead|back|over|straight|directly))? (?:to|with)\\b",
  "move on\\b",
  `(?:end|finish|conclude|close|terminate) ${CONVERSATION}`,
  `(?:transfer|escalate|route|redirect|forward|hand) ${SOMEONE}(?:over |off )?to\\b`,
].join("|");

const LEADS = new RegExp(
  String.raw`${CLAUSE}${IF}\b.*?(?:[,:;→—–]|\band|\bthen|\botherwise)\s+(?:(?:then|please|just|immediately|gently|politely|kindly) )*(?:${ROUTE})`,
  "is",
);
const NAMED = new RegExp(String.raw`(?:if|when|unless)\b.*(?:→|->|=>)\s*${OBJECTIVE}`, "is");

function leads(sentence: string): boolean {
  return LEADS.test(sentence) || NAMED.test(sentence);
}

const STAGE = "(?:step|objective|stage|phase|part|section|topic)s?\\b";

const MOVE = "(?:move|proceed|advance|transition|continue|go|jump|skip)";

/** Orders that only the agent can carry out: "move to the window" may be for the participant. */
const ONWARDS = [
  `${MOVE} (?:on|ahead|forward|onwards?)(?: to\\b|[.,;!]*$)`,
  `${MOVE}(?: (?:on|ahead|over|straight|directly))* (?:to|with) (?:the (?:next|following|final|last) ${STAGE}|${OBJECTIVE})`,
].join("|");

const ON = new RegExp(
  String.raw`(?:^|[;:—–]\s*|\b(?:then|and),? |\b(?:once|after|when)\b[^,]*, )(?:(?:and|then|next|finally|afterwards?),? )*(?:you (?:can|may|should|will) )?(?:${ONWARDS})`,
  "i",
);
const ONCE_DONE = /^(?:once|after|when)\b[^,]*, (?:then )?(?:move|proceed|advance|transition) (?:on )?to\b/i;

const LATER = new RegExp(
  [
    `\\b(?:in|during|for) (?:the|a) (?:next|following|later|subsequent) ${STAGE}`,
    `\\bnext objective\\b`,
    `\\blater ${STAGE}`,
    `\\bafter this (?:objective|step|stage)\\b`,
    `\\bbe (?:asked|covered|handled|discussed) (?:later|next|afterwards)\\b`,
    `\\bcomes (?:later|next)\\b`,
  ].join("|"),
  "i",
);

/** What the participant is told is no order to the agent. */
const TOLD = /^(?:\w+ly )?(?:tell|say|explain|let|inform|mention|assure|remind|promise)\b/i;

const HELD_BACK = /\b(?:not|never|until|unless|without)\b|n['’]t\b/i;

function speaksOfLater(sentence: string): boolean {
  if (HELD_BACK.test(sentence)) return LATER.test(sentence) && !TOLD.test(sentence);
  return ON.test(sentence) || ONCE_DONE.test(sentence) || (LATER.test(sentence) && !TOLD.test(sentence));
}
