// `mixed-edges`: required and conditional next objectives on one objective.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function mixedEdges({ edges }: ast.Objective, report: Report): void {
  if (edges.every(({ kind }) => kind === "required")) return;
  const conditional = edges.filter(({ kind }) => kind !== "required");
  const known = new Set(conditional.map(({ target }) => target?.text));
  let hasOtherwise = conditional.some(({ kind }) => kind === "otherwise");
  for (const { kind, target, span } of edges) {
    if (kind !== "required" || !target) continue;
    const advice = known.has(target.text) ? "remove" : hasOtherwise ? "condition" : "otherwise";
    report(unitFinding("mixed-edges", span, target.text, advice));
    hasOtherwise ||= advice === "otherwise"; // two of them would be one too many
  }
}
