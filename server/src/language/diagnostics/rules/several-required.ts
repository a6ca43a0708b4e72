// `several-required`: more required next objectives than the platform's later form has room for.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function severalRequired({ edges }: ast.Objective, report: Report): void {
  const targets = new Set<string>();
  for (const { kind, target, span } of edges) {
    if (kind !== "required" || !target || targets.has(target.text)) continue;
    if (targets.size > 0) report(unitFinding("several-required", span, target.text));
    targets.add(target.text);
  }
}
