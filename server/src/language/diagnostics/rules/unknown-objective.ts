// `unknown-objective`: an arrow or a step that names no objective.
import type { Model } from "../../model/analyze.ts";
import type { NamedRef } from "../../model/symbols.ts";
import { meantBy } from "../about.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unknownObjective({ symbols }: Model): Iterable<SetFinding> {
  const unknown: NamedRef[] = [
    ...symbols.objectives.flatMap(({ edges }) => edges.filter(({ to }) => to === undefined)),
    ...symbols.scenarios.flatMap(({ steps }) => steps.filter(({ objective }) => objective === undefined)),
  ];
  for (const { name, at } of unknown) {
    yield setFinding("unknown-objective", at, name, meantBy(name, symbols) ?? "");
  }
}
