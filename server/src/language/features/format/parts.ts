// A piece of a file as parts of its layout: declarations and the comments outside of them, or the whole as it is.
import type { Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import { tokenize } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import { shift } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import { printComment, printEntry } from "./entry.ts";
import { entryOf } from "./from-tree.ts";

export interface Part {
  /** `broken`: left as it is, blanks and line ends included. */
  readonly kind: "comments" | "broken" | ast.Declaration["kind"];
  /** In the file. */
  readonly span: Span;
  readonly text: string;
}

/** The parts of a unit that begins at `start` in its file. */
export function partsOf(unit: Unit, start: number): readonly Part[] {
  const asItIs: Part = { kind: "broken", span: { start, end: start + unit.text.length }, text: unit.text };
  if (unit.issues.length > 0) return [asItIs];
  const { inside, outside } = placeComments(unit);
  const parts = [
    ...unit.declarations.map((it, index) => declarationPart(unit, start, it, inside[index] ?? [])),
    ...outside.map((it): Part => ({ kind: "comments", span: shift(it.span, start), text: printComment(it) })),
  ];
  return losesWords(unit.text, parts) ? [asItIs] : parts.sort((a, b) => a.span.start - b.span.start);
}

function declarationPart(
  { text }: Unit,
  start: number,
  declaration: ast.Declaration,
  comments: readonly ast.Comment[],
): Part {
  const printed = printEntry({ text, comments }, entryOf(text, declaration), "");
  return { kind: declaration.kind, span: shift(declaration.span, start), text: printed };
}

interface PlacedComments {
  /** For every declaration, by its place. */
  readonly inside: readonly (readonly ast.Comment[])[];
  readonly outside: readonly ast.Comment[];
}

/** The parser keeps both in the order of the text. */
function placeComments({ declarations, comments }: Unit): PlacedComments {
  const inside = declarations.map((): ast.Comment[] => []);
  const outside: ast.Comment[] = [];
  let index = 0;
  for (const comment of comments) {
    while ((declarations[index]?.span.end ?? Infinity) <= comment.span.start) index += 1;
    const isInside = (declarations[index]?.span.start ?? Infinity) < comment.span.start;
    (isInside ? inside[index] : outside)?.push(comment);
  }
  return { inside, outside };
}

/**
 * Whether the text has a token or comment that the parts have not: what the parser passes over in silence
 * must not be lost here.
 */
function losesWords(text: string, parts: readonly Part[]): boolean {
  const after = parts.map((part) => tokenize(part.text));
  const before = tokenize(text);
  const lost = (of: (tokens: Tokens) => readonly unknown[]): boolean =>
    after.reduce((sum, it) => sum + of(it).length, 0) !== of(before).length;
  return lost((it) => it.tokens) || lost((it) => it.comments);
}
