// What can be folded away: declarations and what of them has several lines, comments, includes, regions.
import { startOf, type Source, type Unit } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { literal } from "../syntax/written.ts";
import { isOnOneLine, lineAt, startOfBlanks } from "../text/lines.ts";
import { shortened } from "../text/shortened.ts";
import { shift, type Span } from "../text/span.ts";

export interface Fold {
  readonly kind: "block" | "text" | "comment" | "imports" | "region";
  /** What is hidden: it begins on the line that stays. */
  readonly span: Span;
  /** Whether the line that it ends on goes, too. */
  readonly lastLine: "hidden" | "shown";
  /** The gist of what is hidden, which may stand there instead. */
  readonly gist: string;
  /** 0 for what is in nothing else. */
  readonly depth: number;
}

/** Every fold of more than one line, in order. What a person marks by `//#region` and `//#endregion` is one. */
export function folding(source: Source): readonly Fold[] {
  const own = source.units.flatMap((unit, index) =>
    foldsIn(unit).map((fold) => ({ ...fold, span: shift(fold.span, startOf(source, index)) })),
  );
  return [...own, ...includeRuns(source), ...regions(source)].toSorted(
    (one, other) => one.span.start - other.span.start || one.depth - other.depth,
  );
}

/** The folds that a client wants where it takes no more than so many: the outermost first, in order. */
export function outermost(folds: readonly Fold[], most: number): readonly Fold[] {
  if (folds.length <= most) return folds;
  const kept = new Set(folds.toSorted((one, other) => one.depth - other.depth).slice(0, most));
  return folds.filter((fold) => kept.has(fold));
}

function foldsIn(unit: Unit): readonly Fold[] {
  const parts = [...unit.declarations.flatMap(declarationFolds), ...commentRuns(unit)];
  return parts
    .filter(({ span }) => !isOnOneLine(unit.text, span))
    .map((part) => ({ ...part, lastLine: isShown(part, unit) ? "shown" : "hidden" }));
}

/** A fold before it is known what stands on its last line. */
type Part = Omit<Fold, "lastLine">;

/** A brace stays in sight, and so does whatever else stands there. */
function isShown({ kind, span: { end } }: Part, { text }: Unit): boolean {
  return (kind === "block" && text[end - 1] === "}") || /\S/.test(lineAt(text, end));
}

// ── Declarations ──

function declarationFolds(node: ast.Declaration): readonly Part[] {
  switch (node.kind) {
    case "header":
      return textFolds(node.title, 0);
    case "include":
      return textFolds(node.path, 0);
    case "param":
      return textFolds(node.value, 0);
    case "defaults":
      return [block(node.span, ""), ...node.properties.flatMap(propertyFolds)];
    case "objective":
      return [
        block(node.body ?? node.span, waysOn(node)),
        ...node.properties.flatMap(propertyFolds),
        ...node.edges.flatMap(({ condition }) => textFolds(condition, 1)),
      ];
    case "scenario":
      return [block(node.body ?? node.span, stepsOf(node)), ...node.steps.flatMap(stepFolds)];
  }
}

function block(span: Span, gist: string, depth = 0): Part {
  return { kind: "block", span, gist, depth };
}

function waysOn({ edges }: ast.Objective): string {
  const targets = [...new Set(edges.flatMap(({ target }) => target?.text ?? []))];
  return targets.length === 0 ? "" : `→ ${targets.join(", ")}`;
}

function stepsOf({ steps }: ast.Scenario): string {
  return steps.map(({ name }) => name.text).join(" → ");
}

function propertyFolds(property: ast.Property): readonly Part[] {
  if (property.kind === "collect") {
    const gist = property.names.map(({ text }) => text).join(", ");
    return [{ kind: "block", span: property.span, gist, depth: 1 }];
  }
  return "text" in property ? textFolds(property.text, 1) : [];
}

function stepFolds({ span, values }: ast.Step): readonly Part[] {
  const gist = values.map(({ name }) => name.text).join(", ");
  return [block(span, gist, 1), ...values.flatMap(({ text }) => textFolds(text, 2))];
}

/** Characters that a fold says of what is in it. */
const GIST = 60;

function shortenedGist(text: string): string {
  return shortened(text, GIST);
}

/** A plain string has one line. */
function textFolds(text: ast.Text | undefined, depth: number): readonly Part[] {
  if (!text || text.form === "string") return [];
  return [{ kind: "text", span: text.span, gist: shortenedGist(literal(text)), depth }];
}

// ── Comments ──

/** Comments on lines of their own, one below the other. */
function commentRuns(unit: Unit): readonly Part[] {
  const runs: ast.Comment[][] = [];
  for (const comment of unit.comments) {
    const above = runs.at(-1)?.at(-1);
    if (!isAlone(comment, unit) || markOf(comment)) runs.push([]);
    else if (above && isDirectlyBelow(comment, above, unit)) runs.at(-1)?.push(comment);
    else runs.push([comment]);
  }
  return runs.flatMap(([first, ...more]) => {
    const last = more.at(-1);
    if (!first || !last) return [];
    const span = { start: first.span.start, end: last.span.end };
    const gist = shortenedGist(first.text.replace(/^\/+\s*/, ""));
    return [{ kind: "comment", span, gist, depth: depthAt(first, unit) } as const];
  });
}

function isAlone({ span }: ast.Comment, { text }: Unit): boolean {
  const start = startOfBlanks(text, span.start);
  return start === 0 || /[\r\n\uFEFF]/.test(text.charAt(start - 1));
}

function isDirectlyBelow(comment: ast.Comment, above: ast.Comment, { text }: Unit): boolean {
  return /^(?:\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(above.span.end, comment.span.start));
}

function depthAt({ span: { start } }: ast.Comment, { declarations }: Unit): number {
  return declarations.some(({ span }) => span.start < start && start < span.end) ? 1 : 0;
}

// ── Includes ──

/** Includes that follow one another with nothing between them but blanks and comments. */
function includeRuns(source: Source): readonly Fold[] {
  const runs: Span[][] = [[]];
  source.units.forEach(({ declarations }, index) => {
    for (const { kind, span } of declarations) {
      if (kind === "include") runs.at(-1)?.push(shift(span, startOf(source, index)));
      else if (runs.at(-1)?.length !== 0) runs.push([]);
    }
  });
  return runs.flatMap(([first, ...more]) => {
    const last = more.at(-1);
    if (!first || !last) return [];
    const span = { start: first.start, end: last.end };
    return [{ kind: "imports", span, lastLine: "hidden", gist: "", depth: 0 } as const];
  });
}

// ── Regions ──

/** Marks pair like braces; one without its other is none. */
function regions(source: Source): readonly Fold[] {
  const open: { readonly start: number; readonly title: string }[] = [];
  const folds: Fold[] = [];
  source.units.forEach(({ comments }, index) => {
    for (const comment of comments) {
      const mark = markOf(comment);
      const { start, end } = shift(comment.span, startOf(source, index));
      if (mark?.kind === "region") open.push({ start, title: mark.title });
      const opened = mark?.kind === "endregion" ? open.pop() : undefined;
      if (opened)
        folds.push({
          kind: "region",
          span: { start: opened.start, end },
          lastLine: "hidden",

          gist: opened.title,
          depth: 0,
        });
    }
  });
  return folds;
}

interface RegionMark {
  readonly kind: "region" | "endregion";
  readonly title: string;
}

function markOf({ text }: ast.Comment): RegionMark | undefined {
  const [, kind, title = ""] = /^\/\/\s*#(region|endregion)\b\s*(.*)$/.exec(text) ?? [];
  return kind === "region" || kind === "endregion" ? { kind, title: title.trimEnd() } : undefined;
}
