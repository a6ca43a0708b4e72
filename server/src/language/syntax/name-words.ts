// Names that are written as several words, or with marks that no name has, and the one that was probably meant.
import type * as ast from "./ast.ts";

/** The name without the marks that no name has; pictures, by which names differ, as their numbers. */
export function plainly(written: string): string {
  return written
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/_*(\p{Extended_Pictographic})/gu, (_, picture: string) => `_${numberOf(picture)}`)
    .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, "_")
    .replace(/_+$/, "");
}

function numberOf(picture: string): string {
  return (picture.codePointAt(0) ?? 0).toString(16);
}

export const MARK_IN_NAME = /[^\p{L}\p{M}\p{N}_-]/u;

/** The names of a list, those together that have no comma between them. */
export function groupsOf(
  names: readonly ast.Name[],
  joined: ReadonlySet<number>,
): readonly (readonly ast.Name[])[] {
  const starts = [...names.keys()].filter((index) => !joined.has(index));
  return starts.map((start, index) => names.slice(start, starts[index + 1]));
}

/** Whether a name looks like one word of a name: it has no words of its own. */
export function isWord({ text, quoted }: ast.Name): boolean {
  return !quoted && !/[_-]|\p{Ll}\p{Lu}/u.test(text);
}

/** Whether it stands between the last two of several things. */
export function isJoiningWord(word: string): boolean {
  return /^(?:and|or)$/i.test(word);
}

/** The name that is written in these words. */
export function oneName(words: readonly ast.Name[]): ast.Name {
  const [first, ...others] = words;
  const last = others.at(-1);
  if (!first) return { text: "", quoted: false, span: { start: 0, end: 0 } };
  if (!last) return first;
  const text = words.map((word) => word.text).join("_");
  return { text, quoted: false, span: { start: first.span.start, end: last.span.end } };
}
