// `unknown-objective`: an arrow or a step that names no objective.
import type { Model } from "../../model/analyze.ts";
import type { Ref, Symbols } from "../../model/symbols.ts";
import { meantBy } from "../about.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unknownObjective({ symbols }: Model): Iterable<SetFinding> {
  const steps = symbols.scenarios.flatMap((scenario) => scenario.steps);
  const unknownSteps = steps.filter(({ name }) => !symbols.byName.has(name));
  for (const arrow of symbols.lost) yield finding(symbols, arrow.name, arrow);
  for (const { name, at } of unknownSteps) yield finding(symbols, name, at);
}

function finding(symbols: Symbols, name: string, at: Ref): SetFinding {
  return setFinding("unknown-objective", at, name, meantBy(name, symbols) ?? "");
}
