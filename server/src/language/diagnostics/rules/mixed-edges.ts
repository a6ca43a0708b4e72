// `mixed-edges`: required and conditional next objectives on one objective.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function* mixedEdges({ edges }: ast.Objective): Iterable<UnitFinding> {
  if (edges.every(({ kind }) => kind === "required")) return;
  for (const { kind, target, span } of edges) {
    if (kind === "required" && target) yield unitFinding("mixed-edges", span, target.text);
  }
}
