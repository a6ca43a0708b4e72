// The words behind an arrow's name, and what others were probably meant as.
import { nearest } from "../text/nearest.ts";
import { edgeWords } from "../vocabulary.ts";

type EdgeWord = keyof typeof edgeWords;

/** The arrow's word that a word is, or was probably meant as. */
export function edgeWordOf(word: string): EdgeWord | undefined {
  return isEdgeWord(word) ? word : meantEdgeWord(word);
}

export function isEdgeWord(word: string): word is EdgeWord {
  return word === "when" || word === "otherwise";
}

/** Undefined where nobody knows; what turns a condition round, or only looks alike, is none of them. */
export function meantEdgeWord(word: string): EdgeWord | undefined {
  const lower = word.toLowerCase();
  if (OTHERS.has(lower)) return undefined;
  return (
    SYNONYMS.get(lower) ?? (Object.keys(edgeWords) as EdgeWord[]).find((it) => nearest(word, [it]) === it)
  );
}

const SYNONYMS: ReadonlyMap<string, EdgeWord> = new Map([
  ...["if", "on", "case", "where", "while", "given"].map((it) => [it, "when"] as const),
  ...["else", "default", "other", "elsewise"].map((it) => [it, "otherwise"] as const),
]);

/** Whether a condition behind it says when it is not so. */
export function turnsRound(word: string): boolean {
  return TURNING.has(word.toLowerCase());
}

const TURNING: ReadonlySet<string> = new Set(["unless", "until"]);
const OTHERS: ReadonlySet<string> = new Set(["then", ...TURNING]);
