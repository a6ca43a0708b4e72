// `duplicate-variable`: a variable that one objective names twice.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { objectivesOf } from "./objectives-of.ts";

export function* duplicateVariable(unit: Unit): Iterable<UnitFinding> {
  for (const { properties } of objectivesOf(unit)) {
    const first = new Map<string, UnitFinding["span"]>();
    for (const { text, span } of properties.flatMap((it) => (it.kind === "collect" ? it.names : []))) {
      const before = first.get(text);
      if (before) yield { ...unitFinding("duplicate-variable", span, text), related: [before] };
      else first.set(text, span);
    }
  }
}
