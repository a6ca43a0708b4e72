// `duplicate-edge`: a second arrow of one kind to one objective.
import type * as ast from "../../syntax/ast.ts";
import { repeatedEdges } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function duplicateEdge({ edges }: ast.Objective, report: Report): void {
  if (edges.length < 2) return;
  for (const [{ kind, target, span }, before] of repeatedEdges(edges)) {
    const finding = unitFinding("duplicate-edge", target?.span ?? span, target?.text ?? "", kind);
    report({ ...finding, related: [before.span] });
  }
}
