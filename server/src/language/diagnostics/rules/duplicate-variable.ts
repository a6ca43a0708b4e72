// `duplicate-variable`: a variable that one objective names twice; of a second list `duplicate-property` speaks.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function duplicateVariable({ properties }: ast.Objective, report: Report): void {
  const collect = properties.find(({ kind }) => kind === "collect");
  if (collect?.kind !== "collect" || collect.names.length < 2) return;
  const first = new Map<string, ast.Name>();
  for (const name of collect.names) {
    const before = first.get(name.text);
    if (before)
      report({ ...unitFinding("duplicate-variable", name.span, name.text), related: [before.span] });
    else first.set(name.text, name);
  }
}
