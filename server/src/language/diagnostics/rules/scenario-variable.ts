// `scenario-variable`: a step gives a value to what its objective does not collect.
import type { Model } from "../../model/analyze.ts";
import { objectiveNamed, type StepSymbol } from "../../model/symbols.ts";
import { nearest } from "../../text/nearest.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* scenarioVariable(model: Model): Iterable<SetFinding> {
  for (const { steps } of model.symbols.scenarios) for (const step of steps) yield* inStep(model, step);
}

function* inStep({ symbols }: Model, { name: step, variables }: StepSymbol): Iterable<SetFinding> {
  const collecting = objectiveNamed(symbols, step);
  if (!collecting) return;
  const known = collecting.variables.map(({ name }) => name);
  for (const { name, at } of variables) {
    if (!known.includes(name))
      yield setFinding("scenario-variable", at, name, collecting.name, nearest(name, known) ?? "");
  }
}
