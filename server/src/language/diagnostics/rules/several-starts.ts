// `several-starts`, `unreachable`: objectives to which no way leads from the start. A set's affair: a fragment has its ways elsewhere.
import { isSet, type Model } from "../../model/analyze.ts";
import { reachedFrom } from "../../model/flow.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* severalStarts(model: Model): Iterable<SetFinding> {
  const { symbols, flow } = model;
  const start = flow.start === undefined ? undefined : symbols.objectives[flow.start];
  if (!isSet(model) || !start) return;
  const others = flow.starts.filter(
    (index) => index !== flow.start && symbols.byName.get(symbols.objectives[index]?.name ?? "") === index,
  );
  for (const index of others) {
    const objective = symbols.objectives[index];
    if (objective)
      yield {
        ...setFinding("several-starts", objective.at, objective.name, start.name),
        related: [start.at],
      };
  }
  const lost = new Set(others.flatMap((index) => [...reachedFrom(index, flow.next)]));
  for (const [index, objective] of symbols.objectives.entries()) {
    if (!lost.has(index) || flow.reached.has(index) || others.includes(index)) continue;
    yield { ...setFinding("unreachable", objective.at, objective.name, start.name), tags: ["unnecessary"] };
  }
}
