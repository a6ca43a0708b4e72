// The trees around a finding, and edits of the text that they stand in: what a fix works on.
import { declarationAround, propertyAt } from "../../diagnostics/about.ts";
import { fileIndex, objectiveNode, type Model } from "../../model/analyze.ts";
import { startOf, unitAt, type Source, type Unit } from "../../model/source.ts";
import type { Ref } from "../../model/symbols.ts";
import type * as ast from "../../syntax/ast.ts";
import { endOf, tokenize } from "../../syntax/tokens.ts";
import type { FileEdit, FileId, Place } from "../../text/place.ts";
import { covers, shift, type Span } from "../../text/span.ts";
import { withComments, withLeftovers } from "./lines.ts";

/** A unit in its file. Spans of its trees are relative to it. */
export interface Spot {
  readonly file: FileId;
  /** The whole text of the file. */
  readonly text: string;
  readonly unit: Unit;
  /** Which file and unit of the set these are. */
  readonly at: Pick<Ref, "file" | "unit">;
  /** Where the unit begins in the text. */
  readonly start: number;
}

/** Whether a comment stands there, which would be lost with it. */
export function hasComments({ unit }: Spot, span: Span): boolean {
  return unit.comments.some((comment) => covers(span, comment.span));
}

/** The unit that a finding stands in. */
export interface Found extends Spot {
  readonly declaration: ast.Declaration | undefined;
  /** Where the finding is, relative to the unit. */
  readonly span: Span;
}

export interface ObjectiveSpot extends Spot {
  readonly objective: ast.Objective;
}

export function foundIn(model: Model, { file, span }: Place): Found | undefined {
  const spot = spotOf(model, fileIndex(model, file) ?? -1, (source) => unitAt(source, span.start));
  if (!spot) return undefined;
  const local = shift(span, -spot.start);
  return { ...spot, span: local, declaration: declarationAround(spot.unit, local) };
}

/** The objective that a finding stands in. */
export function objectiveAround(model: Model, place: Place): (ObjectiveSpot & Found) | undefined {
  const found = foundIn(model, place);
  const objective = found?.declaration;
  return found && objective?.kind === "objective" ? { ...found, objective } : undefined;
}

/** The objective of this index in the set. */
export function objectiveSpot(model: Model, index: number): ObjectiveSpot | undefined {
  const symbol = model.symbols.objectives[index];
  const objective = symbol && objectiveNode(model, symbol);
  const spot = symbol && spotOf(model, symbol.at.file, () => symbol.at.unit);
  return objective && spot ? { ...spot, objective } : undefined;
}

/** A declaration in its file. */
export interface DeclarationSpot extends Spot {
  readonly declaration: ast.Declaration;
}

/** Every declaration of a file of the set, in order. */
export function declarationSpots({ files }: Model, file: number): readonly DeclarationSpot[] {
  const { source } = files[file] ?? {};
  return source ? spotsIn(files, file, { first: 0, last: source.units.length - 1 }) : [];
}

/** The declarations in a part of a file of the set, and some beside them. */
export function declarationSpotsAround(
  { files }: Model,
  { file: id, span }: Place,
): readonly DeclarationSpot[] {
  const file = files.findIndex((it) => it.id === id);
  const { source } = files[file] ?? {};
  return source
    ? spotsIn(files, file, { first: unitAt(source, span.start), last: unitAt(source, span.end) })
    : [];
}

/** The index of the objective in the set. */
export function objectiveIndex({ symbols }: Model, { at, unit, objective }: ObjectiveSpot): number {
  return symbols.objectives.findIndex(
    (it) =>
      it.at.file === at.file && it.at.unit === at.unit && unit.declarations[it.declaration] === objective,
  );
}

/** An edit of the unit's text, as one of the file. */
export function edit({ file, start }: Spot, span: Span, newText: string): FileEdit {
  return { file, span: shift(span, start), newText };
}

/** An edit that puts in text at a place of the unit. */
export function insertion(spot: Spot, at: number, newText: string): FileEdit {
  return edit(spot, { start: at, end: at }, newText);
}

/** An edit that takes away what stands there, and what would be left over without it. */
export function removal({ file, text, start }: Spot, span: Span): FileEdit {
  return { file, span: withLeftovers(text, shift(span, start)), newText: "" };
}

/** An item of the unit with the comments that belong to it, where it has its lines for itself; else it alone. */
export function withItsComments({ text, start }: Spot, span: Span): Span {
  const whole = withComments(text, shift(span, start));
  return whole ? shift(whole, -start) : span;
}

/** What is written there. */
export function writtenAt({ unit }: Spot, { start, end }: Span): string {
  return unit.text.slice(start, end);
}

/** The property with this keyword. */
export function propertyOf({ declaration, span }: Found): ast.Property | undefined {
  return declaration && propertyAt(declaration, span);
}

/** The arrow that the finding stands in. */
export function arrowAt({ declaration, span }: Found): ast.Edge | undefined {
  if (declaration?.kind !== "objective") return undefined;
  return declaration.edges.find((it) => covers(it.span, span));
}

/** The text of the prompt that the finding stands in. */
export function promptAround({ objective, span }: ObjectiveSpot & Found): ast.Text | undefined {
  for (const property of objective.properties) {
    if (property.kind === "prompt" && property.text && covers(property.text.span, span)) return property.text;
  }
  return undefined;
}

/** A token of the unit. */
export interface Piece extends Span {
  readonly image: string;
}

/** The token that the finding begins in. */
export function tokenAt({ unit, span }: Found): Piece | undefined {
  const token = tokenize(unit.text).tokens.findLast(({ startOffset }) => startOffset <= span.start);
  return token && { start: token.startOffset, end: endOf(token), image: token.image };
}

function spotsIn(
  files: Model["files"],
  file: number,
  { first, last }: { readonly first: number; readonly last: number },
): readonly DeclarationSpot[] {
  const { id, source } = files[file] ?? {};
  if (id === undefined || !source) return [];
  return source.units.slice(first, last + 1).flatMap((unit, index) => {
    const at = { file, unit: first + index };
    const spot = { file: id, text: source.text, unit, at, start: startOf(source, at.unit) };
    return unit.declarations.map((declaration) => ({ ...spot, declaration }));
  });
}

function spotOf({ files }: Model, file: number, unitOf: (source: Source) => number): Spot | undefined {
  const { id, source } = files[file] ?? {};
  const index = source ? unitOf(source) : -1;
  const unit = source?.units[index];
  if (id === undefined || !source || !unit) return undefined;
  return {
    file: id,
    text: source.text,
    unit,
    at: { file, unit: index },
    start: startOf(source, index),
  };
}
