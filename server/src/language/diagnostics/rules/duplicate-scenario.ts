// `duplicate-scenario`: a scenario whose title another has already.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateScenario({ symbols }: Model): Iterable<SetFinding> {
  const first = new Map<string, SetFinding["at"]>();
  for (const { name, at } of symbols.scenarios) {
    const before = first.get(name);
    if (before) yield { ...setFinding("duplicate-scenario", at, name), related: [before] };
    else first.set(name, at);
  }
}
