// `duplicate-objective`: a name that is declared again.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateObjective({ symbols }: Model): Iterable<SetFinding> {
  const { objectives, byName } = symbols;
  if (byName.size === objectives.length) return; // mostly each has a name of its own
  for (const [index, { name, at }] of objectives.entries()) {
    const first = byName.get(name);
    if (first === undefined || first === index) continue;
    const before = objectives[first];
    yield { ...setFinding("duplicate-objective", at, name), related: before ? [before.at] : [] };
  }
}
