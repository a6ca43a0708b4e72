// `similar-conditions`: two conditions that say the same in other words; silent where `same-condition` speaks.
import type * as ast from "../../syntax/ast.ts";
import { conditionsOf, type Condition } from "../arrows.ts";
import { gistOf } from "../gist.ts";
import { unitFinding, type Report } from "../finding.ts";

export function similarConditions({ edges }: ast.Objective, report: Report): void {
  const seen = new Set<string>();
  const first = new Map<string, Condition>();
  for (const condition of conditionsOf(edges)) {
    if (condition.edge.kind !== "when" || seen.has(condition.words)) continue;
    seen.add(condition.words);
    const gist = gistOf(condition.words);
    const before = first.get(gist);
    if (gist === "" || !before) first.set(gist, condition);
    else
      report({
        ...unitFinding("similar-conditions", condition.text.span, before.edge.target?.text ?? ""),
        related: [before.text.span],
      });
  }
}
