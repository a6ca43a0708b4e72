// `empty-text`: a prompt or a condition without words.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function* emptyText({ properties, edges }: ast.Objective): Iterable<UnitFinding> {
  for (const property of properties) {
    if (property.kind === "prompt" && isBlank(property.text))
      yield unitFinding("empty-text", property.text.span, "prompt");
  }
  for (const { condition } of edges) {
    if (isBlank(condition)) yield unitFinding("empty-text", condition.span, "condition");
  }
}

function isBlank(text: ast.Text | undefined): text is ast.Text {
  return text !== undefined && text.parts.every((part) => typeof part === "string" && part.trim() === "");
}
