// `no-otherwise`: a way for everybody whom no condition fits, or the last condition for them all.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, objectiveAround, type ObjectiveSpot } from "./found.ts";
import { waysForOthers } from "./ways-for-others.ts";

export function noOtherwise(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  if (!spot) return [];
  const [likeliest, ...others] = waysForOthers(model, spot);
  return [...(likeliest ? [likeliest] : []), ...lastAsCatchAll(spot), ...others];
}

/** The words stay, so that the platform is told the same as before. */
function lastAsCatchAll(spot: ObjectiveSpot): readonly Fix[] {
  const { keyword, target } = spot.objective.edges.at(-1) ?? {};
  if (!keyword || !target) return [];
  const title = sentence`Write 'otherwise' instead of the last 'when'`;
  return [choice(title, edit(spot, keyword, "otherwise"))];
}
