// What the page says, in the language that its panel hands in.
import type { Counted, PageWords } from "../src/preview/messages.ts";

/** The words stand beside the markup, written by the same build. */
export function wordsOf(document: Document): PageWords {
  return JSON.parse(document.body.dataset["words"] ?? "{}") as PageWords;
}

/** Nothing is left out: `0 objectives`. */
export function countedWords({ one, many }: Counted, count: number): string {
  return count === 1 ? one : filled(many, count);
}

/** The words with the values where `{0}`, `{1}`, … stand. */
export function filled(words: string, ...values: readonly (string | number)[]): string {
  return words.replace(/\{(\d+)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}
