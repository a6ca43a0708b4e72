// `empty-text`: a prompt or a condition without words.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function emptyText({ properties, edges }: ast.Objective, report: Report): void {
  for (const property of properties) {
    if (property.kind === "prompt" && isBlank(property.text))
      report(unitFinding("empty-text", property.text.span, "prompt"));
  }
  for (const { condition } of edges) {
    if (isBlank(condition)) report(unitFinding("empty-text", condition.span, "condition"));
  }
}

function isBlank(text: ast.Text | undefined): text is ast.Text {
  return text !== undefined && text.parts.every((part) => typeof part === "string" && part.trim() === "");
}
