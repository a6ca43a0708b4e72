// `single-branch`: a way for everybody whom the condition does not fit, or the way without the condition.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, objectiveAround, type ObjectiveSpot } from "./found.ts";
import { waysForOthers } from "./ways-for-others.ts";

export function singleBranch(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  return spot ? [...waysForOthers(model, spot), ...withoutCondition(spot)] : [];
}

function withoutCondition(spot: ObjectiveSpot): readonly Fix[] {
  const [arrow] = spot.objective.edges;
  if (!arrow?.target) return [];
  const rest = { start: arrow.target.span.end, end: arrow.span.end };
  return [choice(sentence`Remove the condition`, edit(spot, rest, ""))];
}
