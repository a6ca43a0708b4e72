// `scenario-end`: a scenario that says it is over while the set goes on; in a circle, where `cycle` speaks, nothing ends.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { walkOf } from "../scenario-walk.ts";

export function* scenarioEnd(model: Model): Iterable<SetFinding> {
  for (const scenario of model.symbols.scenarios) {
    const { end, steps } = scenario;
    const walked = end && walkOf(model, scenario);
    if (!end || walked?.steps !== steps.length || walked.following.length === 0) continue;
    if (model.flow.cycles.length === 0) yield setFinding("scenario-end", end, ...walked.following);
  }
}
