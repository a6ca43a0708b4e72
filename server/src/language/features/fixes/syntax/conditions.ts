// What stands behind an arrow's name, or behind `confirm` and `modality`.
import { meantEdgeWord } from "../../../syntax/edge-words.ts";
import { printName, printString } from "../../../syntax/print.ts";
import { NAME } from "../../../syntax/tokens.ts";
import type * as ast from "../../../syntax/ast.ts";
import { sentence } from "../../../text/sentence.ts";
import { covers, type Span } from "../../../text/span.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { arrowAt, edit, hasComments, insertion, writtenAt, type Found } from "../found.ts";
import { gapBehind } from "../lines.ts";
import { endBefore, startBehind, type Broken } from "./mend.ts";

export function missingWhen({ found, args: [word = ""] }: Broken): readonly Fix[] {
  if (word === "")
    return [safe(sentence`Write 'when' before the condition`, insertion(found, found.span.start, "when "))];
  if (MARKS.test(word)) return whenForMark(found);
  const meant = meantEdgeWord(word);
  if (meant === undefined) return [];
  const prose = writtenAt(found, found.span).slice(word.length).trim();
  if (prose === "") return [safe(sentence`Replace '${word}' by '${meant}'`, edit(found, found.span, meant))];
  const said = `${meant} ${printString(prose)}`;
  return [choice(sentence`Write ${said}`, edit(found, found.span, said))];
}

const MARKS = /^[:=(]$/;

/** `-> close: "…"`, `-> close ("…")` */
function whenForMark(found: Found): readonly Fix[] {
  if (hasComments(found, found.span)) return [];
  const [, text = ""] = /^\(([^]*)\)$/.exec(writtenAt(found, found.span)) ?? [];
  const span = { start: endBefore(found, found.span.start), end: startBehind(found, found.span.end) };
  const behind = text === "" ? "" : writtenAt(found, { start: found.span.end, end: span.end });
  return [
    safe(sentence`Write 'when' before the condition`, edit(found, span, ` when ${text.trim()}${behind}`)),
  ];
}

/** `when "…" -> close`: the arrow first; one that has a condition behind it, too, has one too many. */
export function conditionFirst({ found }: Broken): readonly Fix[] {
  const edge = found.declaration?.kind === "objective" && found.declaration.edges.find(isIn(found.span));
  if (!edge || edge.keyword?.start !== found.span.start) return [];
  const behind = writtenAt(found, { start: edge.keyword.end, end: edge.arrow.start });
  const condition = quoted(behind.replace(/^\s*[:=]/, "").trim());
  const arrow = writtenAt(found, { start: edge.arrow.end, end: found.span.end }).trim();
  const said = `-> ${arrow} ${edge.kind} ${condition}`.trimEnd();
  return [safe(sentence`Write the arrow first`, edit(found, found.span, said))];
}

function quoted(condition: string): string {
  return condition === "" || condition.startsWith('"') ? condition : printString(condition);
}

function isIn(span: Span): (edge: ast.Edge) => boolean {
  return ({ arrow }) => covers(span, arrow);
}

export function unknownEdgeWord({ model, found, args: [word = "", meant = ""] }: Broken): readonly Fix[] {
  if (meant !== "") return [safe(sentence`Replace '${word}' by '${meant}'`, edit(found, found.span, meant))];
  const target = arrowAt(found)?.target;
  const joined = `${target?.text}_${word}`;
  if (!target || !model.symbols.byName.has(joined)) return [];
  const span = { start: target.span.start, end: found.span.end };
  return [
    safe(sentence`Replace '${writtenAt(found, span)}' by '${joined}'`, edit(found, span, printName(joined))),
  ];
}

export function oneCondition({ found }: Broken): readonly Fix[] {
  const edge = arrowAt(found);
  if (!edge?.target) return [];
  const second = writtenAt(found, found.span);
  const start = startBehind(found, edge.target.span.end);
  const [first = ""] = /^(?:when|otherwise)/.exec(found.unit.text.slice(start)) ?? [];
  if (first === second || first === "") return [];
  return first === "otherwise"
    ? otherwiseThenWhen(found, { start, end: found.span.start })
    : whenThenOtherwise(found, edge, { start, end: start + first.length });
}

function otherwiseThenWhen(found: Found, first: ast.Edge["span"]): readonly Fix[] {
  // A text of the catch-all would be lost.
  if (writtenAt(found, first).trim() !== "otherwise") return [];
  const end = startBehind(found, found.span.end);
  return [
    choice(sentence`Remove 'otherwise'`, edit(found, first, "")),
    choice(sentence`Remove 'when'`, edit(found, { start: found.span.start, end }, "")),
  ];
}

function whenThenOtherwise(found: Found, edge: ast.Edge, when: ast.Edge["span"]): readonly Fix[] {
  const { start, end } = found.span;
  if (edge.span.end !== end) return [];
  const word = { start: endBefore(found, start), end };
  return [
    choice(sentence`Remove 'otherwise'`, edit(found, word, "")),
    choice(
      sentence`Write 'otherwise' instead of 'when'`,
      edit(found, when, "otherwise"),
      edit(found, word, ""),
    ),
  ];
}

export function missingArrow({ found }: Broken): readonly Fix[] {
  return [safe(sentence`Write '->' before the name`, insertion(found, found.span.start, "-> "))];
}

/** `-> a, b`: another arrow, on a line of its own where the first has one. */
export function oneTarget({ found }: Broken): readonly Fix[] {
  const edge = arrowAt(found);
  const name = writtenAt(found, found.span).replace(/^,\s*/, "");
  const span = { start: endBefore(found, found.span.start), end: found.span.end };
  if (!edge) return [];
  if (!/^,/.test(writtenAt(found, found.span))) return oneForEach(found, edge);
  if (name === "") return [safe(sentence`Remove the comma`, edit(found, span, ""))];
  const between = gapBehind(found.text, found.start + edge.span.start);
  return [choice(sentence`Write another arrow, -> ${name}`, edit(found, span, `${between}-> ${name}`))];
}

/** `-> [a, b]` */
function oneForEach(found: Found, edge: ast.Edge): readonly Fix[] {
  if (hasComments(found, found.span)) return [];
  const names = writtenAt(found, found.span).match(new RegExp(NAME, "gu")) ?? [];
  const between = gapBehind(found.text, found.start + edge.span.start);
  return [choice(sentence`Write an arrow for each`, edit(found, found.span, names.join(`${between}-> `)))];
}

export function missingValue({ found, args: [keyword = "", choices = ""] }: Broken): readonly Fix[] {
  return choices
    .split(" ")
    .map((value) =>
      choice(sentence`Write '${keyword} ${value}'`, insertion(found, found.span.end, ` ${value}`)),
    );
}
