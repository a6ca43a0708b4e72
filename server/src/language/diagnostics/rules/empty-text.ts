// `empty-text`: a prompt, a condition or a name without words.
import type * as ast from "../../syntax/ast.ts";
import type { Model } from "../../model/analyze.ts";
import { fillTemplate, paramValues } from "../../model/params.ts";
import type { NamedRef } from "../../model/symbols.ts";
import { setFinding, unitFinding, type Report, type SetFinding } from "../finding.ts";

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

/** Texts that are nothing but params, once these are known to be empty. */
export function* emptyTextWithParams({ symbols, given }: Model): Iterable<SetFinding> {
  const values = paramValues(symbols, given);
  const isEmpty = ({ name }: NamedRef): boolean => fillTemplate(name, values).trim() === "";
  for (const { at } of symbols.filledPrompts.filter(isEmpty)) yield setFinding("empty-text", at, "prompt");
  for (const { at } of symbols.filledConditions.filter(isEmpty))
    yield setFinding("empty-text", at, "condition");
}

function emptyVariables({ names }: ast.Collect, report: Report): void {
  for (const { text, span } of names)
    if (text.trim() === "") report(unitFinding("empty-text", span, "variable's name"));
}

function isBlank(text: ast.Text | undefined): text is ast.Text {
  return text !== undefined && text.parts.every((part) => typeof part === "string" && part.trim() === "");
}
