// `same-condition`: two arrows with the same words; silent where `duplicate-edge` speaks.
import type * as ast from "../../syntax/ast.ts";
import { conditionsOf } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function sameCondition({ edges }: ast.Objective, report: Report): void {
  const first = new Map<string, ast.Edge>();
  for (const { edge, text, words } of conditionsOf(edges)) {
    const before = first.get(words);
    if (!before) first.set(words, edge);
    else
      report({
        ...unitFinding("same-condition", text.span, before.target?.text ?? ""),
        related: [before.span],
      });
  }
}
