// `scenario-start`, `scenario-step`, `scenario-end`, `scenario-variable`, `duplicate-scenario`.
import { isSet, type Model } from "../../model/analyze.ts";
import type { ScenarioSymbol, StepSymbol } from "../../model/symbols.ts";
import { following, waysAfter, waysAtStart } from "../../model/walk.ts";
import { nearest } from "../../text/nearest.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* scenario(model: Model): Iterable<SetFinding> {
  const titles = new Map<string, SetFinding["at"]>();
  for (const it of model.symbols.scenarios) {
    const before = titles.get(it.name);
    if (before) yield { ...setFinding("duplicate-scenario", it.at, it.name), related: [before] };
    titles.set(it.name, before ?? it.at);
    for (const step of it.steps) yield* variables(model, step);
    // While the set has no one flow, and after a step that does not exist, what follows cannot be known.
    if (
      isSet(model) &&
      model.flow.start !== undefined &&
      it.steps.every(({ objective }) => objective !== undefined)
    ) {
      yield* steps(model, it, model.flow.start);
    }
  }
}

function* variables({ symbols }: Model, { objective, variables }: StepSymbol): Iterable<SetFinding> {
  const collecting = objective === undefined ? undefined : symbols.objectives[objective];
  if (!collecting) return;
  const known = collecting.variables.map(({ name }) => name);
  for (const { name, at } of variables) {
    if (!known.includes(name))
      yield setFinding("scenario-variable", at, name, collecting.name, nearest(name, known) ?? "");
  }
}

function* steps(
  { symbols, flow }: Model,
  { steps, end }: ScenarioSymbol,
  start: number,
): Iterable<SetFinding> {
  const nameOf = (index: number): string => symbols.objectives[index]?.name ?? "";
  let open = waysAtStart(start);
  for (const [place, { name, at, objective = -1 }] of steps.entries()) {
    const after = waysAfter(open, objective, symbols);
    if (!after) {
      yield place === 0
        ? setFinding("scenario-start", at, name, nameOf(start))
        : setFinding("scenario-step", at, name, ...following(open).map(nameOf));
      return;
    }
    open = after;
  }
  const left = following(open).map(nameOf);
  if (end && left.length > 0 && flow.cycles.length === 0) yield setFinding("scenario-end", end, ...left);
}
