// Braces that are missing or too many.
import { sourceOf, type Model } from "../../../model/analyze.ts";
import type * as ast from "../../../syntax/ast.ts";
import { whatIsBetween } from "../../../syntax/messages.ts";
import { indentationAt, isOnOneLine, lineBreakOf, startOfBlanks } from "../../../text/lines.ts";
import type { FileEdit } from "../../../text/place.ts";
import { sentence } from "../../../text/sentence.ts";
import { covers, type Span } from "../../../text/span.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, insertion, removal, writtenAt, type Found } from "../found.ts";
import { behindItem, endsLine } from "../lines.ts";
import type { Broken } from "./mend.ts";

/** Where more of its line, or braces and properties outside of everything, stand behind it, it was meant to end later. */
export function unclosedBrace({ model, found, args: [what = ""] }: Broken): readonly Fix[] {
  const construct = what === "step" ? stepAround(found) : found.declaration;
  if (!construct) return [];
  const isLast = endsLine(found.text, found.start + construct.span.end) && !hasLeftovers(model, found);
  return [
    (isLast ? safe : choice)(
      sentence`Write '}' behind ${whatIsBetween(what)}`,
      closed(found, construct.span),
    ),
  ];
}

/** Whether something stands outside of every declaration behind the unclosed one. */
function hasLeftovers(model: Model, { file, at, span }: Found): boolean {
  const units = sourceOf(model, file)?.units.slice(at.unit) ?? [];
  return units.some(({ issues }, index) =>
    issues.some(
      ({ problem, span: { start } }) =>
        (problem === "outside" || problem === "unmatched-brace") && (index > 0 || start >= span.end),
    ),
  );
}

/** Only where something follows that could stand between the braces. */
export function missingBrace({ found, args: [what = "", mark = ""] }: Broken): readonly Fix[] {
  const { declaration, span, unit } = found;
  if (!declaration || declaration.span.end === span.end) return [];
  const start = mark === "" ? span.end : startOfBlanks(unit.text, span.start);
  const opening = edit(found, { start, end: span.end }, " {");
  const title = mark === "" ? sentence`Write '{' here` : sentence`Replace '${mark}' by '{'`;
  const last = { start: declaration.span.end - 1, end: declaration.span.end };
  const closing = writtenAt(found, last);
  if (closing === "}") return [safe(title, opening)];
  if (closing === ")" || closing === "]") return [choice(title, opening, edit(found, last, "}"))];
  const around = sentence`Put what belongs to ${whatIsBetween(what)} between '{' and '}'`;
  return [choice(around, opening, closed(found, declaration.span))];
}

export function missingObjective({ found }: Broken): readonly Fix[] {
  return [
    safe(sentence`Write 'objective' before the name`, insertion(found, found.span.start, "objective ")),
  ];
}

/** What closes it, perhaps in another unit, is then one too many. */
export function headerBrace({ found }: Broken): readonly Fix[] {
  return [safe(sentence`Remove '{'`, removal(found, found.span))];
}

/** A set's name behind the word for an objective. */
export function likeHeader({ found }: Broken): readonly Fix[] {
  const end = found.span.start + "objective".length;
  return [choice(sentence`Write 'objectives', for the set's name`, insertion(found, end, "s"))];
}

/** With what else stands there and closes nothing, such as a semicolon. */
export function unmatchedBrace({ found }: Broken): readonly Fix[] {
  const { start } = found.span;
  const marks = /^\}(?:\s*[};,])*/.exec(found.unit.text.slice(start))?.[0] ?? "}";
  const title =
    marks === "}" ? sentence`Remove this '}'` : sentence`Remove '${marks.replaceAll(/\s+/g, " ")}'`;
  return [choice(title, removal(found, { start, end: start + marks.length }))];
}

function stepAround({ declaration, span }: Found): ast.Step | undefined {
  if (declaration?.kind !== "scenario") return undefined;
  return declaration.steps.find((it) => covers(it.span, span));
}

/** A brace as somebody would close the construct: on its line, or below its beginning and the comments that are inside. */
function closed(found: Found, construct: Span): FileEdit {
  const { text, start, unit } = found;
  if (isOnOneLine(unit.text, construct)) return insertion(found, construct.end, " }");
  const outer = indentationAt(text, start + construct.start);
  const end = behindItem(text, start + construct.end);
  const at = end + commentsInside(text.slice(end), outer).length - start;
  return insertion(found, at, `${lineBreakOf(text)}${outer}}`);
}

/** The comment lines directly below that are indented further, if what is below them is not. */
function commentsInside(text: string, outer: string): string {
  const comments = `(?:(?:\\r\\n|\\r|\\n)${outer}[^\\S\\r\\n]+//[^\\r\\n]*)+`;
  const below = `$|[\\r\\n]+(?:$|[\\r\\n]|${outer}\\S)`;
  return new RegExp(`^${comments}(?=${below})`).exec(text)?.[0] ?? "";
}
