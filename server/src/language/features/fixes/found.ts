// The trees around a finding: what a fix works on.
import type { Finding } from "../../diagnostics/finding.ts";
import { sourceOf, type Model } from "../../model/analyze.ts";
import { unitAt, type Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import type { FileEdit } from "../../text/place.ts";
import type { Span } from "../../text/span.ts";

/** The declaration that a finding stands in. Spans of its trees are relative to the unit. */
export interface Found {
  readonly unit: Unit;
  readonly declaration: ast.Declaration | undefined;
  /** Where the finding is, relative to the unit. */
  readonly span: Span;
  /** An edit of the unit's text, as one of the file. */
  readonly edit: (span: Span, newText: string) => FileEdit;
}

export function foundIn(model: Model, { file, span }: Finding): Found | undefined {
  const source = sourceOf(model, file);
  const index = source ? unitAt(source, span.start) : 0;
  const unit = source?.units[index];
  const start = source?.starts[index] ?? 0;
  if (!unit) return undefined;
  const local = { start: span.start - start, end: span.end - start };
  return {
    unit,
    declaration: unit.declarations.find((it) => covers(it.span, local)),
    span: local,
    edit: (place, newText) => ({
      file,
      span: { start: place.start + start, end: place.end + start },
      newText,
    }),
  };
}

/** The objective that a finding stands in. */
export function objectiveAround({ declaration }: Found): ast.Objective | undefined {
  return declaration?.kind === "objective" ? declaration : undefined;
}

/** The item that the finding is about: the one that has its place, else the first around it. */
export function itemAt<Item extends { readonly span: Span }>(
  items: readonly Item[],
  { span }: Found,
): Item | undefined {
  return (
    items.find((it) => it.span.start === span.start && it.span.end === span.end) ??
    items.find((it) => covers(it.span, span))
  );
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
