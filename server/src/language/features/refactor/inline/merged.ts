// One objective of two: their prompts one behind the other, the variables of both, the arrows of the second.
import { printCollect } from "../../../compile/print-entry.ts";
import { addedProperty } from "../../../compile/pull/properties.ts";
import { removedAlone, type Newcomer } from "../../../compile/pull/site.ts";
import { promptOf } from "../../../model/inherited.ts";
import type * as ast from "../../../syntax/ast.ts";
import { indentationAt, lineBreakOf } from "../../../text/lines.ts";
import type { FileEdit } from "../../../text/place.ts";
import { edit, insertion, removal, writtenAt } from "../../fixes/found.ts";
import type { Sets } from "../../fixes/helped.ts";
import { beginsLine, endsLine } from "../../fixes/lines.ts";
import { asLineOf, innerIndentation, siteOf } from "../pieces.ts";
import { printPromptLike } from "../prompt-line.ts";
import type { Draft } from "../refactoring.ts";
import { arrowSpans, goneSpan, looseComments, newNotes, type Pair } from "./pair.ts";
import { stepsWithout } from "./steps-without.ts";

export function merged(sets: Sets, pair: Pair): Draft {
  const { inner } = pair;
  return {
    edits: [
      ...joinedPrompts(pair),
      ...joinedVariables(pair),
      ...newNotes(pair).map(({ span }) =>
        added(pair, "meta", { kind: "entry", text: writtenAt(inner, span) }),
      ),
      ...joinedArrows(pair),
      removal(inner, goneSpan(pair)),
      ...stepsWithout(sets, pair),
    ],
    keeps: "less",
  };
}

function joinedPrompts(pair: Pair): readonly FileEdit[] {
  const [first, second] = [promptOf(pair.outer.objective), promptOf(pair.inner.objective)];
  if (!second) return [];
  if (!first)
    return [added(pair, "prompt", { kind: "printed", text: printPromptLike(second, second.parts) })];
  const like = first.form === "string" ? second : first;
  const printed = printPromptLike(like, [...first.parts, gapBetween(first, second), ...second.parts]);
  return [edit(pair.outer, first.span, asLineOf(pair.outer, printed.slice("prompt ".length)))];
}

/** Lines stay lines, and sentences sentences. */
function gapBetween(...prompts: readonly ast.Text[]): string {
  const hasLines = prompts.some(({ parts }) =>
    parts.some((it) => typeof it === "string" && it.includes("\n")),
  );
  return hasLines ? "\n" : " ";
}

function joinedVariables(pair: Pair): readonly FileEdit[] {
  const { outer, inner } = pair;
  const known = namesIn(outer.objective);
  const more = [...new Set(namesIn(inner.objective).map(({ text }) => text))].filter(
    (it) => !known.some(({ text }) => text === it),
  );
  const last = known.at(-1);
  if (more.length === 0) return [];
  const printed = printCollect(more);
  return last
    ? [insertion(outer, last.span.end, `, ${asLineOf(outer, printed.slice("collect ".length))}`)]
    : [added(pair, "collect", { kind: "printed", text: printed })];
}

function namesIn({ properties }: ast.Objective): readonly ast.Name[] {
  return properties.flatMap((it) => (it.kind === "collect" ? it.names : []));
}

function added({ outer }: Pair, kind: "prompt" | "collect" | "meta", newcomer: Newcomer): FileEdit {
  const it = addedProperty(siteOf(outer, outer.objective), outer.objective, kind, newcomer);
  return edit(outer, it.span, it.newText);
}

/** In place of the arrow that led to the second; comments of that which stood at something else come before its arrows. */
function joinedArrows(pair: Pair): readonly FileEdit[] {
  const { outer, inner } = pair;
  const comments = looseComments(pair).map(({ text }) => text.trimEnd().replace(/^\/\/\//, "//"));
  const items = [...comments, ...arrowSpans(pair).map((span) => writtenAt(inner, span))];
  const { arrow } = outer;
  if (items.length === 0) {
    const gone = removedAlone(siteOf(outer, outer.objective), arrow.span);
    return [edit(outer, gone.span, gone.newText)];
  }
  return [edit(outer, arrow.span, inPlaceOf(pair, items))];
}

function inPlaceOf({ outer }: Pair, items: readonly string[]): string {
  const { text, start, arrow, objective } = outer;
  const isLine = beginsLine(text, start + arrow.span.start);
  if (!isLine && !items.some((it) => /\/\/|[\r\n]/.test(it))) return items.join(" ");
  const line = lineBreakOf(text) + innerIndentation(outer);
  const before = isLine ? "" : line;
  const behind = endsLine(text, start + arrow.span.end)
    ? ""
    : lineBreakOf(text) + indentationAt(text, start + objective.span.start);
  return before + items.join(line) + behind;
}
