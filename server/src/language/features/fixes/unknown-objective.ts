// `unknown-objective`: writes the name that was meant, or the objective that is missing.
import { hasSpaces } from "../../diagnostics/about.ts";
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { printStep } from "../../compile/print-entry.ts";
import { INDENT, printName, printString } from "../../syntax/print.ts";
import { indentationAt, lineBreakOf, lineEnd } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { removedArrows } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { arrowAt, edit, foundIn, insertion, objectiveAround, type ObjectiveSpot } from "./found.ts";
import { endsLine } from "./lines.ts";

export function unknownObjective(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", suggestion = "", reason = ""] = finding.arguments;
  const left = reason === "end" ? withoutArrow(model, finding) : [];
  return [...left, ...meant(model, finding, name, suggestion), ...created(model, finding, name)];
}

function meant(model: Model, finding: Finding, name: string, suggestion: string): readonly Fix[] {
  const found = foundIn(model, finding);
  if (!found || suggestion === "") return [];
  const isStep = found.declaration?.kind === "scenario";
  const edits = [edit(found, found.span, isStep ? printStep(suggestion) : printName(suggestion))];
  return [choice(sentence`Replace '${name}' by '${suggestion}'`, ...edits)];
}

function withoutArrow(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  return arrow ? [choice(sentence`Remove this arrow`, ...removedArrows(spot, [arrow]))] : [];
}

/** Behind the objective that leads there: to one that only a scenario names, nothing would lead. */
function created(model: Model, finding: Finding, name: string): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  if (!spot || name === "" || hasSpaces(name)) return [];
  return [choice(sentence`Create the objective '${name}'`, objectiveBehind(spot, name))];
}

/** A declaration of that name below an objective, on lines of its own. */
export function objectiveBehind(spot: ObjectiveSpot, name: string): FileEdit {
  const { text, start, objective } = spot;
  const lineBreak = lineBreakOf(text);
  const indentation = indentationAt(text, start + objective.span.start);
  const lines = [
    "",
    "",
    `${indentation}objective ${printName(name)} {`,
    `${indentation}${INDENT}prompt ${printString(promptFrom(name))}`,
    `${indentation}}`,
  ].join(lineBreak);
  const { end } = objective.span;
  if (endsLine(text, start + end)) return insertion(spot, lineEnd(text, start + end) - start, lines);
  return insertion(spot, end, lines + lineBreak);
}

/** What the name says, as a sentence to go on from: `ask_for_name` is "Ask for name.". */
function promptFrom(name: string): string {
  const words = name
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  if (words === "") return "Say what the agent should achieve.";
  return `${words.replace(/^./u, (first) => first.toUpperCase())}.`;
}
