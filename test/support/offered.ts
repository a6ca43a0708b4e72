// What is offered at the cursor of a fixture, and the text once it is chosen.
import { expect } from "vitest";
import { check } from "../../server/src/language/diagnostics/check.ts";
import { completion } from "../../server/src/language/features/completion.ts";
import type { CompletionItem } from "../../server/src/language/features/completion/item.ts";
import { inWords } from "../../server/src/language/text/sentence.ts";
import { chosen } from "./chosen.ts";
import { marked, type Marked } from "./marked.ts";

/** What is offered at a place of a fixture whose other files can be included. */
export function completionAt({ model, point, files }: Marked) {
  const fragments = [...files.keys()].filter((id) => id !== point.file);
  return completion([check(model)], point, {
    fragments: () => fragments.map((id) => id.replace("/set/", "./")),
  });
}

/** Holds what is offered, in its order; a detail stands behind its label in brackets. */
export function checkOffered(source: string, offered: readonly string[]) {
  expect(completionAt(marked(source)).items.map(shown)).toEqual(offered);
}

export function shown({ label, form = "", detail }: CompletionItem): string {
  return label + form + (detail ? ` (${inWords(detail, {})})` : "");
}

/** Holds the text after the item is put in for the whole word; what has places to fill in has them as `$1`. */
export function checkChosen(source: string, wanted: string, expected: string) {
  const { text, ...at } = marked(source);
  const { items, word } = completionAt({ text, ...at });
  const item = items.find((it) => it.label + (it.form ?? "") === wanted);
  const newText =
    (item?.snippet && inWords(item.snippet, {})) ?? item?.newText ?? "nothing of that name is offered";
  expect(text.slice(0, word.start) + newText + text.slice(word.end)).toBe(expected.replace(/^\n/, ""));
}

/** Holds the text after the item is chosen, with what changes elsewhere in it; places to fill in are as they are offered. */
export function checkAllChosen(source: string, wanted: string, expected: string) {
  const at = marked(source);
  const offered = completionAt(at);
  const item = offered.items.find(({ label }) => label === wanted);
  const text = item ? chosen(at.text, at.point, offered, item) : "nothing of that name is offered";
  expect(text).toBe(expected.replace(/^\n/, ""));
}
