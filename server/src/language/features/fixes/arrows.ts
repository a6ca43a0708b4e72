// Arrows of an objective that are put in, taken away or moved, laid out as those that stand there.
import type * as ast from "../../syntax/ast.ts";
import { columnsOf, INDENT, printName, WIDEST } from "../../syntax/print.ts";
import { joinedEdits } from "../../text/edits.ts";
import { indentationAt, isOnOneLine, lineBreakOf, lineEnd, lineStart } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { covers, shift, type Span } from "../../text/span.ts";
import { edit, insertion, removal, writtenAt, type ObjectiveSpot } from "./found.ts";
import { beginsLine, behindItem, isFirstOfGroup, withComments } from "./lines.ts";

/** The arrow as a title and a text say it. */
export function arrowTo(target: string): string {
  return `-> ${printName(target)}`;
}

/**
 * Puts an arrow behind the others; nothing where the objective's block is not closed. An objective on one line that gets
 * too long for it is written on several: for an objective of which the fix changes nothing else.
 */
export function addedArrow(spot: ObjectiveSpot, arrow: string): readonly FileEdit[] {
  return brokenUp(spot, arrow) ?? arrowBehind(spot, arrow);
}

/** Puts an arrow behind the others, on their line if they have only one. */
export function arrowBehind(spot: ObjectiveSpot, arrow: string): readonly FileEdit[] {
  const { edges } = spot.objective;
  return [...apart(spot, edges), ...withArrow(spot, arrow, edges)];
}

/** Puts an arrow before the catch-all, else behind the others. */
export function addedCondition(spot: ObjectiveSpot, arrow: string): readonly FileEdit[] {
  const catchAll = spot.objective.edges.find(({ kind }) => kind === "otherwise");
  return catchAll ? [addedBefore(spot, arrow, catchAll)] : arrowBehind(spot, arrow);
}

/** Puts an arrow before another, and before the comments that belong to that. */
export function addedBefore(spot: ObjectiveSpot, arrow: string, next: ast.Edge): FileEdit {
  const { text } = spot;
  const whole = withComments(text, shift(next.span, spot.start));
  if (!whole) return insertion(spot, next.span.start, `${arrow} `);
  const start = lineStart(text, whole.start);
  const line = indentationAt(text, whole.start) + arrow + lineBreakOf(text);
  const isAlone = spot.objective.edges.length === 1 && !isFirstOfGroup(text, whole.start);
  return insertion(spot, start - spot.start, isAlone ? lineBreakOf(text) + line : line);
}

/** Takes arrows away; a catch-all that would stand alone then becomes what it says: the next objective. */
export function removedArrows(spot: ObjectiveSpot, arrows: readonly ast.Edge[]): readonly FileEdit[] {
  const [left, ...others] = spot.objective.edges.filter((it) => !arrows.includes(it));
  const alone = left && others.length === 0 ? withoutOtherwise(spot, left) : [];
  const gone = joinedEdits(arrows.map(({ span }) => removal(spot, span)));
  return [...gone.map((it) => ({ file: spot.file, ...it })), ...alone];
}

/** The arrow without `otherwise` and its text. */
export function withoutOtherwise(spot: ObjectiveSpot, arrow: ast.Edge): readonly FileEdit[] {
  const end = arrow.target?.span.end;
  if (arrow.kind !== "otherwise" || end === undefined) return [];
  return [edit(spot, { start: end, end: arrow.span.end }, "")];
}

/** Moves the arrow behind the others, with the comments that belong to it, and says it in these words. */
export function movedLast(spot: ObjectiveSpot, arrow: ast.Edge, words: string): readonly FileEdit[] {
  const others = spot.objective.edges.filter((it) => it !== arrow);
  const last = others.at(-1);
  if (!last || last.span.start < arrow.span.start) return [edit(spot, arrow.span, words)];
  const at = shift(arrow.span, spot.start);
  const whole = withComments(spot.text, at);
  if (!whole || !withComments(spot.text, shift(last.span, spot.start)))
    return [removal(spot, arrow.span), ...withArrow(spot, words, others)];
  const { text } = spot;
  const lines = text.slice(whole.start, at.start) + words + text.slice(at.end, whole.end);
  return [removal(spot, shift(whole, -spot.start)), ...withArrow(spot, lines, others)];
}

function withArrow(spot: ObjectiveSpot, arrow: string, others: readonly ast.Edge[]): readonly FileEdit[] {
  const { objective, unit } = spot;
  const { body, span } = objective;
  if (!body || !isClosed(spot, body)) return [];
  const last = others.at(-1) ?? lastProperty(objective);
  if (!last) return inEmpty(spot, body, arrow);
  if (isOnOneLine(unit.text, span)) return [insertion(spot, last.span.end, ` ${arrow}`)];
  return [onNextLine(spot, last.span, arrow)];
}

/** Its last brace may stand in a text that is not closed. */
function isClosed({ unit, objective }: ObjectiveSpot, body: Span): boolean {
  const isOpen = unit.issues.some(
    ({ problem, span }) => problem.startsWith("unclosed-") && covers(objective.span, span),
  );
  return !isOpen && body.end - body.start > 1 && unit.text[body.end - 1] === "}";
}

function lastProperty({ properties }: ast.Objective): ast.Property | undefined {
  return properties.toSorted((one, other) => one.span.end - other.span.end).at(-1);
}

function inEmpty(spot: ObjectiveSpot, body: Span, arrow: string): readonly FileEdit[] {
  const inner = { start: body.start + 1, end: body.end - 1 };
  const isBlank = writtenAt(spot, inner).trim() === "";
  if (isBlank && isOnOneLine(spot.unit.text, inner)) return [edit(spot, inner, ` ${arrow} `)];
  return [onNextLine(spot, { start: body.start, end: body.start + 1 }, arrow)];
}

/** The objective on several lines, where it has one to itself that the arrow would make too long. */
function brokenUp(spot: ObjectiveSpot, arrow: string): readonly FileEdit[] | undefined {
  const { objective, unit, text, start } = spot;
  const { body, span, properties, edges } = objective;
  const line = text.slice(lineStart(text, start + span.start), lineEnd(text, start + span.start));
  const isTooLong = isOnOneLine(unit.text, span) && columnsOf(`${line} ${arrow}`) > WIDEST;
  const isWhole = unit.issues.length === 0 && beginsLine(text, start + span.start);
  if (!body || !isTooLong || !isWhole) return undefined;
  const said = properties.map((it) => writtenAt(spot, it.span));
  const arrows = [...edges.map((it) => writtenAt(spot, it.span)), arrow];
  const outer = lineBreakOf(text) + indentationAt(text, start + span.start);
  const blank = said.length > 0 && arrows.length > 1 ? lineBreakOf(text) : "";
  const lines = (items: readonly string[]): string => items.map((it) => outer + INDENT + it).join("");
  return [edit(spot, body, `{${lines(said)}${blank}${lines(arrows)}${outer}}`)];
}

/** On a line of its own behind an item's, indented as that is. */
function onNextLine(spot: ObjectiveSpot, { start: from, end: to }: Span, arrow: string): FileEdit {
  const { text, start, objective } = spot;
  const indentation = beginsLine(text, start + from)
    ? indentationAt(text, start + from)
    : indentationAt(text, start + objective.span.start) + INDENT;
  const at = behindItem(text, start + to) - start;
  return insertion(spot, at, lineBreakOf(text) + indentation + arrow);
}

/** A blank line stands before arrows that are several. */
function apart(spot: ObjectiveSpot, others: readonly ast.Edge[]): readonly FileEdit[] {
  const [only, ...more] = others;
  const whole = only && withComments(spot.text, shift(only.span, spot.start));
  if (!whole || more.length > 0 || isFirstOfGroup(spot.text, whole.start)) return [];
  const start = lineStart(spot.text, whole.start);
  return [{ file: spot.file, span: { start, end: start }, newText: lineBreakOf(spot.text) }];
}
