// `mixed-edges`: required and conditional next objectives on one objective.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { objectivesOf } from "./objectives-of.ts";

export function* mixedEdges(unit: Unit): Iterable<UnitFinding> {
  for (const { edges } of objectivesOf(unit)) {
    if (edges.every(({ kind }) => kind === "required")) continue;
    for (const { kind, target, span } of edges) {
      if (kind === "required" && target) yield unitFinding("mixed-edges", span, target.text);
    }
  }
}
