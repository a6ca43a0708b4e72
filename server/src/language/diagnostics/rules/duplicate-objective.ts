// `duplicate-objective`: a name that is declared again.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateObjective({ symbols }: Model): Iterable<SetFinding> {
  for (const [index, { name, at }] of symbols.objectives.entries()) {
    const first = symbols.byName.get(name);
    if (first === undefined || first === index) continue;
    const before = symbols.objectives[first];
    yield { ...setFinding("duplicate-objective", at, name), related: before ? [before.at] : [] };
  }
}
