// `unknown-objective`: an arrow or a step that names no objective.
import type { Model } from "../../model/analyze.ts";
import type { NamedRef } from "../../model/symbols.ts";
import { meantBy } from "../about.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unknownObjective({ symbols }: Model): Iterable<SetFinding> {
  const steps = symbols.scenarios.flatMap((scenario) => scenario.steps);
  const unknown: NamedRef[] = [...symbols.lost, ...steps.filter(({ name }) => !symbols.byName.has(name))];
  for (const { name, at } of unknown) {
    yield setFinding("unknown-objective", at, name, meantBy(name, symbols) ?? "");
  }
}
