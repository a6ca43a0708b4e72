// `several-required`: more required next objectives than the platform's later form has room for.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { objectivesOf } from "./objectives-of.ts";

export function* severalRequired(unit: Unit): Iterable<UnitFinding> {
  for (const { edges } of objectivesOf(unit)) {
    const targets = new Set<string>();
    for (const { kind, target, span } of edges) {
      if (kind !== "required" || !target || targets.has(target.text)) continue;
      if (targets.size > 0) yield unitFinding("several-required", span, target.text);
      targets.add(target.text);
    }
  }
}
