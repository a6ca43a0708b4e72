// `unknown-objective`: an arrow or a step that names no objective.
import type { Model } from "../../model/analyze.ts";
import type { Ref, Symbols } from "../../model/symbols.ts";
import { isSameLook, meantBy } from "../about.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unknownObjective({ symbols }: Model): Iterable<SetFinding> {
  const steps = symbols.scenarios.flatMap((scenario) => scenario.steps);
  const unknownSteps = steps.filter(({ name }) => !symbols.byName.has(name));
  for (const arrow of symbols.lost)
    yield finding(symbols, { name: arrow.name, at: arrow, ifNew: END.test(arrow.name) ? "end" : "" });
  for (const { name, at } of unknownSteps) yield finding(symbols, { name, at, ifNew: "" });
}

/** A name that leads nowhere, and what it means if no other was meant. */
interface Lost {
  readonly name: string;
  readonly at: Ref;
  readonly ifNew: string;
}

function finding(symbols: Symbols, { name, at, ifNew }: Lost): SetFinding {
  const meant = meantBy(name, symbols);
  if (meant === undefined) return setFinding("unknown-objective", at, name, "", ifNew);
  return setFinding("unknown-objective", at, name, meant, isSameLook(name, meant) ? "look" : "");
}

/** What people call the end of a conversation, which is no objective. */
const END = /^(?:end|finish|stop|exit|done)$/i;
