// `scenario-start`: a scenario that begins elsewhere than a conversation.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { walkOf } from "../scenario-walk.ts";

export function* scenarioStart(model: Model): Iterable<SetFinding> {
  for (const scenario of model.symbols.scenarios) {
    const [first] = scenario.steps;
    const walked = walkOf(model, scenario);
    if (first && walked?.steps === 0)
      yield setFinding("scenario-start", first.at, first.name, ...walked.following);
  }
}
