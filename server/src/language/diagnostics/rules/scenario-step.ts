// `scenario-step`: a step that does not follow; behind it nothing can be known.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { walkOf } from "../scenario-walk.ts";

export function* scenarioStep(model: Model): Iterable<SetFinding> {
  for (const scenario of model.symbols.scenarios) {
    const walked = walkOf(model, scenario);
    const wrong = walked && walked.steps > 0 ? scenario.steps[walked.steps] : undefined;
    if (wrong) yield setFinding("scenario-step", wrong.at, wrong.name, ...(walked?.following ?? []));
  }
}
