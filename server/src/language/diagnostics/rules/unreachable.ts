// `unreachable`: objectives to which only starts lead that are not the conversation's.
import type { Model } from "../../model/analyze.ts";
import { indicesIn, reachedFrom } from "../../model/ways.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { otherStarts } from "../other-starts.ts";

export function* unreachable(model: Model): Iterable<SetFinding> {
  const { symbols, flow } = model;
  const start = symbols.objectives[flow.start ?? -1];
  const others = otherStarts(model);
  if (!start || others.length === 0) return;
  const lost = reachedFrom(others, flow.next);
  for (const other of others) lost[other] = 0; // the starts themselves have a finding each
  for (const index of indicesIn(lost)) {
    const objective = symbols.objectives[index];
    if (objective && flow.reached[index] === 0)
      yield { ...setFinding("unreachable", objective.at, objective.name, start.name), tags: ["unnecessary"] };
  }
}
