// `secret-in-text`: something that looks like a key or a token.
import type * as ast from "../../syntax/ast.ts";
import type { Unit } from "../../model/source.ts";
import type { Span } from "../../text/span.ts";
import { unitFinding, type Report } from "../finding.ts";
import { secretIn } from "../secrets.ts";

export function secretInText(unit: Unit, report: Report): void {
  for (const declaration of unit.declarations) {
    visitTexts(declaration, (text) => checkText(text, unit, report));
  }
}

function checkText(text: ast.Text | undefined, unit: Unit, report: Report): void {
  for (const part of text?.parts ?? []) {
    const secret = typeof part === "string" ? secretIn(part) : undefined;
    if (text && secret) report(unitFinding("secret-in-text", placeOf(secret, text, unit), excerptOf(secret)));
  }
}

/** Where the secret is written; the whole text where an escape or a fold stands inside it. */
function placeOf(secret: string, { span }: ast.Text, unit: Unit): Span {
  const start = unit.text.indexOf(secret, span.start);
  const end = start + secret.length;
  return start >= 0 && end <= span.end ? { start, end } : span;
}

/** Enough to find it by, never enough to use it: a report travels further than the file. */
function excerptOf(secret: string): string {
  return secret.slice(0, Math.min(6, Math.floor(secret.length / 3)));
}

function visitTexts(node: ast.Declaration, visit: (text: ast.Text | undefined) => void): void {
  switch (node.kind) {
    case "header":
      return visit(node.title);
    case "include":
      return;
    case "param":
      return visit(node.value);
    case "defaults":
      return node.properties.forEach((property) => visit(textOf(property)));
    case "objective":
      node.properties.forEach((property) => visit(textOf(property)));
      return node.edges.forEach(({ condition }) => visit(condition));
    case "scenario":
      return node.steps.forEach(({ values }) => values.forEach(({ text }) => visit(text)));
  }
}

function textOf(property: ast.Property): ast.Text | undefined {
  return "text" in property ? property.text : undefined;
}
