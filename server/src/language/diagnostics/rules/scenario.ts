// `scenario-start`, `scenario-step`, `scenario-end`, `scenario-variable`, `duplicate-scenario`.
import { isSet, type Model } from "../../model/analyze.ts";
import type { ScenarioSymbol, StepSymbol } from "../../model/symbols.ts";
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

/** Objectives of which one (the ways of a branch) or the only one (a required next one) comes. */
type Open = readonly number[];

function* steps(
  { symbols, flow }: Model,
  { steps, end }: ScenarioSymbol,
  start: number,
): Iterable<SetFinding> {
  const nameOf = (index: number): string => symbols.objectives[index]?.name ?? "";
  let open: readonly Open[] = [[start]];
  for (const [place, { name, at, objective = -1 }] of steps.entries()) {
    const taken = open.findIndex((ways) => ways.includes(objective));
    if (taken < 0) {
      const following = [...new Set(open.flat())].map(nameOf);
      yield place === 0
        ? setFinding("scenario-start", at, name, nameOf(start))
        : setFinding("scenario-step", at, name, ...following);
      return;
    }
    open = [...open.toSpliced(taken, 1), ...waysFrom(objective, symbols)];
  }
  const following = [...new Set(open.flat())].map(nameOf);
  if (end && following.length > 0 && flow.cycles.length === 0)
    yield setFinding("scenario-end", end, ...following);
}

function waysFrom(index: number, { objectives }: Model["symbols"]): readonly Open[] {
  const edges = (objectives[index]?.edges ?? []).flatMap(({ kind, to }) =>
    to === undefined ? [] : [{ kind, to }],
  );
  const required = edges.filter(({ kind }) => kind === "required").map(({ to }): Open => [to]);
  const branch = edges.filter(({ kind }) => kind !== "required").map(({ to }) => to);
  return branch.length === 0 ? required : [...required, branch];
}
