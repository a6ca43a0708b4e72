// `mixed-edges`: required and conditional next objectives on one objective.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function mixedEdges({ edges }: ast.Objective, report: Report): void {
  if (edges.every(({ kind }) => kind === "required")) return;
  for (const { kind, target, span } of edges) {
    if (kind === "required" && target) report(unitFinding("mixed-edges", span, target.text));
  }
}
