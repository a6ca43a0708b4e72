// `empty-text`: a prompt, a condition or a name without words.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function emptyText({ name, properties, edges }: ast.Objective, report: Report): void {
  if (name?.text === "") report(unitFinding("empty-text", name.span, "objective's name"));
  for (const property of properties) {
    if (property.kind === "prompt" && isBlank(property.text))
      report(unitFinding("empty-text", property.text.span, "prompt"));
    else if (property.kind === "collect") emptyVariables(property, report);
  }
  for (const { condition } of edges) {
    if (isBlank(condition)) report(unitFinding("empty-text", condition.span, "condition"));
  }
}

function emptyVariables({ names }: ast.Collect, report: Report): void {
  for (const { text, span } of names)
    if (text.trim() === "") report(unitFinding("empty-text", span, "variable's name"));
}

function isBlank(text: ast.Text | undefined): text is ast.Text {
  return text !== undefined && text.parts.every((part) => typeof part === "string" && part.trim() === "");
}
