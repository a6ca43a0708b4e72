// `unreachable`: objectives to which only starts lead that are not the conversation's.
import type { Model } from "../../model/analyze.ts";
import { reachedFrom } from "../../model/ways.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { otherStarts } from "../other-starts.ts";

export function* unreachable(model: Model): Iterable<SetFinding> {
  const { symbols, flow } = model;
  const start = symbols.objectives[flow.start ?? -1];
  const others = otherStarts(model);
  const lost = [...reachedFrom(others, flow.next)].slice(others.length); // the starts themselves have a finding each
  for (const index of lost) {
    const objective = symbols.objectives[index];
    if (!start || !objective || flow.reached.has(index)) continue;
    yield { ...setFinding("unreachable", objective.at, objective.name, start.name), tags: ["unnecessary"] };
  }
}
