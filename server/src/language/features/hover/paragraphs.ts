// What a hover says, paragraph by paragraph: put into words and made Markdown where it is shown.
import { sentence, type Sentence, type Words } from "../../text/sentence.ts";
import { proseMarkdown } from "../markdown.ts";

/** Markdown as it is, such as a doc comment or a name in the form of code, or a sentence whose values are such. */
export type Said = string | Sentence;

export type Paragraph = Said | Line | List;

/** Short things beside one another. */
export interface Line {
  readonly parts: readonly Said[];
}

export interface List {
  readonly title: Sentence;
  readonly items: readonly Said[];
  /** `plain`: the items are no Markdown. */
  readonly form: "markdown" | "plain";
  /** How many are left out. */
  readonly more: number;
}

/** Of ways or variables so many are shown; a hover is no list of a hundred. */
export const MOST = 8;

/** The list with no more items than can be read; nothing where it is empty. */
export function listOf(
  title: Sentence,
  items: readonly Said[],
  form: List["form"] = "markdown",
): readonly List[] {
  if (items.length === 0) return [];
  return [{ title, items: items.slice(0, MOST), form, more: Math.max(0, items.length - MOST) }];
}

/** The line; nothing where nothing is in it. */
export function lineOf(parts: readonly Said[]): readonly Line[] {
  return parts.length === 0 ? [] : [{ parts }];
}

/** The paragraphs as Markdown. */
export function markdownOf(paragraphs: readonly Paragraph[], inWords: Words): string {
  const words = (said: Said): string => (typeof said === "string" ? said : inWords(said));
  const written = (it: Paragraph): string => {
    if (typeof it === "object" && "title" in it) return listMarkdown(it, words);
    return typeof it === "object" && "parts" in it ? it.parts.map(words).join(" · ") : words(it);
  };
  return paragraphs.map(written).join("\n\n");
}

function listMarkdown({ title, items, form, more }: List, words: (said: Said) => string): string {
  const shown = items.map(words).map((it) => (form === "plain" ? proseMarkdown(it) : it));
  const rest = more === 0 ? [] : [words(sentence`and ${more} more`)];
  return [words(title), "", ...[...shown, ...rest].map((it) => `- ${it}`)].join("\n");
}
