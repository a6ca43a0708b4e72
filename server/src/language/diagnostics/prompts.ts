// Prompts as rules read them: what they say, and where a piece of that is written.
import type { Unit } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { template } from "../syntax/written.ts";
import type { Span } from "../text/span.ts";

export interface Prompt {
  readonly keyword: Span;
  readonly text: ast.Text;
  /** With its params as they are written. */
  readonly words: string;
}

/** The first prompt of an objective, if it has a text: what stands behind it is a finding already. */
export function promptOf({ properties }: ast.Objective): Prompt | undefined {
  for (const property of properties) {
    if (property.kind !== "prompt") continue;
    const { keyword, text } = property;
    return text && { keyword, text, words: template(text) };
  }
  return undefined;
}

/** Over this many characters `long-prompt` speaks of a prompt, and nothing else. */
export const LONGEST_PROMPT = 1_000;

/** The prompt's sentences, as they are written between its full stops and ends of lines. */
export function sentencesOf(words: string): readonly string[] {
  return words.match(/\S[^.!?\n]*(?:[.!?](?![\s"'”’)]|$)[^.!?\n]*)*[.!?]*/g) ?? [];
}

/** Where a piece of the text is written, over the ends of folded lines too; the whole text where an escape stands inside it. */
export function placeOf(piece: string, { span }: ast.Text, unit: Unit): Span {
  const words = piece.split(/\s+/).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const found = new RegExp(words.join("\\s+")).exec(unit.text.slice(span.start, span.end));
  if (!found) return span;
  const start = span.start + found.index;
  return { start, end: start + found[0].length };
}

/** The beginning of a piece: enough to know it by. */
export function excerptOf(piece: string): string {
  const words = piece.replace(/\s+/g, " ").replace(/[\s.,;:!?]+$/, "");
  return words.length <= LONGEST_EXCERPT
    ? words
    : `${words.slice(0, LONGEST_EXCERPT).replace(/ \S*$/, "")} …`;
}

const LONGEST_EXCERPT = 60;
