// `duplicate-variable`: a variable that one objective names twice.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report, type UnitFinding } from "../finding.ts";

export function duplicateVariable({ properties }: ast.Objective, report: Report): void {
  const first = new Map<string, UnitFinding["span"]>();
  for (const { text, span } of properties.flatMap((it) => (it.kind === "collect" ? it.names : []))) {
    const before = first.get(text);
    if (before) report({ ...unitFinding("duplicate-variable", span, text), related: [before] });
    else first.set(text, span);
  }
}
