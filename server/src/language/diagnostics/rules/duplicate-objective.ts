// `duplicate-objective`: a name that is declared again.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { fileOfOther } from "../told.ts";

export function* duplicateObjective(model: Model): Iterable<SetFinding> {
  const { objectives, byName } = model.symbols;
  if (byName.size === objectives.length) return; // mostly each has a name of its own
  for (const [index, { name, at }] of objectives.entries()) {
    const first = byName.get(name);
    if (first === undefined || first === index) continue;
    const before = objectives[first];
    if (before)
      yield {
        ...setFinding("duplicate-objective", at, name, fileOfOther(model, at, before.at)),
        related: [before.at],
      };
  }
}
