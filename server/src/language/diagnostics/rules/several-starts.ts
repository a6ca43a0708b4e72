// `several-starts`, `unreachable`: objectives to which no way leads from the start. A set's affair: a fragment has its ways elsewhere.
import { isSet, type Model } from "../../model/analyze.ts";
import { reachedFrom } from "../../model/flow.ts";
import { meantBy } from "../about.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* severalStarts(model: Model): Iterable<SetFinding> {
  const { symbols, flow } = model;
  const start = flow.start === undefined ? undefined : symbols.objectives[flow.start];
  if (!isSet(model) || !start) return;
  const explained = misspelt(model);
  const others = flow.starts.filter((index) => {
    const name = symbols.objectives[index]?.name ?? "";
    return index !== flow.start && symbols.byName.get(name) === index && !explained.has(name);
  });
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

/** Objectives that a misspelt arrow was probably meant to lead to: the arrow's own finding is enough. */
function misspelt({ symbols }: Model): ReadonlySet<string> {
  const lost = symbols.objectives.flatMap(({ edges }) => edges.filter(({ to }) => to === undefined));
  return new Set(lost.flatMap(({ name }) => meantBy(name, symbols) ?? []));
}
