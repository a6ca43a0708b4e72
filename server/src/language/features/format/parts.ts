// A piece of a file as parts of its layout: declarations and the comments outside of them, or the whole as it is.
import { propertiesOf } from "../../diagnostics/about.ts";
import { suppressionsOf } from "../../diagnostics/suppressions.ts";
import type { Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import { tokenize } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import { shift } from "../../text/span.ts";
import type { Span } from "../../text/span.ts";
import { printComment, printEntry } from "./entry.ts";
import { entryOf } from "./from-tree.ts";
import { silencesOther } from "./silenced.ts";

export interface Part {
  /** `broken`: left as it is, blanks and line ends included. */
  readonly kind: "comments" | "broken" | ast.Declaration["kind"];
  /** Where its unit begins; spans count in the same text. */
  readonly unit: number;
  readonly span: Span;
  readonly text: string;
  /** Whether it says something of what is below it, also where it stands behind something else. */
  readonly leads: boolean;
}

/** The parts of a unit that begins at `start`. */
export function partsOf(unit: Unit, start: number): readonly Part[] {
  if (isBroken(unit)) return [asItIs(unit, start)];
  const declarations = declarationParts(unit, start);
  const parts = [...declarations, ...commentParts(unit, start)];
  const laidOut = declarations.map((part) => part.text);
  if (losesWords(unit.text, parts) || silencesOther(unit, laidOut)) return [asItIs(unit, start)];
  return parts.sort((a, b) => a.span.start - b.span.start);
}

/** Whether something in it could not be read, or has no meaning: what belongs to what is then anyone's guess. */
function isBroken(unit: Unit): boolean {
  return unit.issues.length > 0 || propertiesOf(unit).some(({ kind }) => kind === "unknown");
}

function asItIs({ text }: Unit, start: number): Part {
  return { kind: "broken", unit: start, span: { start, end: start + text.length }, text, leads: false };
}

function declarationParts(unit: Unit, start: number): readonly Part[] {
  const { inside } = placeComments(unit);
  return unit.declarations.map((declaration, index) => ({
    kind: declaration.kind,
    unit: start,
    span: shift(declaration.span, start),
    text: printEntry({ text: unit.text, comments: inside[index] ?? [] }, entryOf(unit.text, declaration), ""),
    leads: false,
  }));
}

function commentParts(unit: Unit, start: number): readonly Part[] {
  const leading = leadingComments(unit);
  return placeComments(unit).outside.map((comment) => ({
    kind: "comments",
    unit: start,
    span: shift(comment.span, start),
    text: printComment(comment),
    leads: leading.has(comment),
  }));
}

/** Documentation of the declaration below, and what silences a finding there. */
function leadingComments(unit: Unit): ReadonlySet<ast.Comment> {
  const silencing = suppressionsOf(unit).filter(
    ({ over }) => unit.text.slice(over.start, over.end).trim() !== "",
  );
  return new Set([
    ...unit.comments.filter(({ span }) =>
      silencing.some(({ at }) => span.start < at.start && at.end <= span.end),
    ),
    ...unit.declarations.flatMap((declaration) => docComments(unit, declaration)),
  ]);
}

function docComments({ comments }: Unit, declaration: ast.Declaration): readonly ast.Comment[] {
  if (declaration.kind !== "objective" || declaration.doc === undefined) return [];
  const above = comments.filter(({ span }) => span.end <= declaration.span.start);
  return above.slice(-declaration.doc.split("\n").length);
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
