// `duplicate-scenario`: a scenario whose title another has already.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { fileOfOther } from "../told.ts";

export function* duplicateScenario(model: Model): Iterable<SetFinding> {
  const first = new Map<string, SetFinding["at"]>();
  for (const { name, at } of model.symbols.scenarios) {
    const before = first.get(name);
    if (before)
      yield {
        ...setFinding("duplicate-scenario", at, name, fileOfOther(model, at, before)),
        related: [before],
      };
    else first.set(name, at);
  }
}
