// `missing-prompt`: an objective that does not say what to achieve; silent where something else was meant to say it.
import type { Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import { covers } from "../../text/span.ts";
import { headOf } from "../about.ts";
import { unitFinding, type Report } from "../finding.ts";
import { propertyFor } from "../meant-property.ts";

export function missingPrompt(objective: ast.Objective, report: Report, unit: Unit): void {
  if (objective.properties.some(isPrompt) || !objective.body || hasLostText(objective, unit)) return;
  report(unitFinding("missing-prompt", headOf(objective), objective.name?.text ?? "objective"));
}

/** A prompt, or what is called otherwise and meant as one. */
function isPrompt(property: ast.Property): boolean {
  return (
    property.kind === "prompt" || (property.kind === "unknown" && propertyFor(property.name) === "prompt")
  );
}

/** Whether a text stands there without a property that would say it, or with one as JSON writes it. */
function hasLostText({ span }: ast.Objective, { issues }: Unit): boolean {
  return issues.some(({ problem, span: at, arguments: [word = ""] }) => {
    const isText =
      problem === "unexpected-text" || (problem === "quoted-keyword" && propertyFor(word) === "prompt");
    return isText && covers(span, at);
  });
}
