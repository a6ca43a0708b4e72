// The whole file in its one right layout: values, comments and whatever is broken stay as they are.
import type { Source } from "../model/source.ts";
import { onOneLine } from "./format/entry.ts";
import { partsOf } from "./format/parts.ts";
import type { Part } from "./format/parts.ts";

/**
 * The text of the source as it should be laid out, with the first of its line ends everywhere.
 * A declaration that has a problem of form is left exactly as it is.
 */
export function format({ units, starts }: Source): string {
  const text = units.map((unit) => unit.text).join("");
  const paragraphs = paragraphsOf(
    text,
    units.flatMap((unit, index) => partsOf(unit, starts[index] ?? 0)),
  );
  const lineEnd = /\r\n|\r|\n/.exec(text.slice(paragraphs[0]?.span.start))?.[0] ?? "\n";
  return paragraphs.map((it, index) => written(text, it, paragraphs[index + 1], lineEnd)).join("");
}

/** Comments and the declaration below them, or what is left as it is; a blank line stands around it. */
type Paragraph = Part;

function paragraphsOf(text: string, parts: readonly Part[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const part of parts) {
    const previous = paragraphs.at(-1);
    const gap = previous && gapBetween(text, previous, part);
    if (previous === undefined || gap === undefined) paragraphs.push(part);
    else paragraphs[paragraphs.length - 1] = joined(previous, gap, part);
  }
  return paragraphs;
}

/** What stands between two parts of one paragraph; undefined where they are not of one. */
function gapBetween(text: string, previous: Paragraph, next: Part): "\n" | " " | undefined {
  if (previous.kind === "broken" || next.kind === "broken") return undefined;
  if (previous.kind === "comments") return adjacent(text, previous, next) ? "\n" : undefined;
  return next.kind === "comments" && onOneLine(text, previous.span.end, next.span.start) ? " " : undefined;
}

function joined(previous: Paragraph, gap: string, next: Part): Paragraph {
  return {
    kind: next.kind === "comments" ? previous.kind : next.kind,
    span: { start: previous.span.start, end: next.span.end },
    text: previous.text + gap + next.text,
  };
}

/** Whether no blank line stands between the two. */
function adjacent(text: string, previous: Paragraph, next: Paragraph): boolean {
  const between = text.slice(previous.span.end, next.span.start);
  return (between.match(/\r\n|\r|\n/g) ?? []).length <= 1;
}

function written(text: string, paragraph: Paragraph, next: Paragraph | undefined, lineEnd: string): string {
  if (paragraph.kind === "broken") return paragraph.text;
  const lines = paragraph.text.replaceAll("\n", lineEnd) + lineEnd;
  return next === undefined || staysClose(text, paragraph, next) ? lines : lines + lineEnd;
}

/** Short declarations of one kind may form a list, and a comment stays with what is left as it is. */
function staysClose(text: string, paragraph: Paragraph, next: Paragraph): boolean {
  const list = paragraph.kind === next.kind && (next.kind === "include" || next.kind === "param");
  const above = paragraph.kind === "comments" && next.kind === "broken";
  return (list || above) && adjacent(text, paragraph, next);
}
