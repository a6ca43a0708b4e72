// Catch-alls that an objective could have: to what it does not lead to yet, without a circle.
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { addedArrow, arrowTo } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { objectiveIndex, type ObjectiveSpot } from "./found.ts";
import { nameOf, possibleTargets } from "./leads.ts";

export function waysForOthers(model: Model, spot: ObjectiveSpot): readonly Fix[] {
  const targets = possibleTargets(model, objectiveIndex(model, spot)).slice(0, 2);
  return targets.map((target) => {
    const arrow = `${arrowTo(nameOf(model.symbols, target))} otherwise`;
    return choice(sentence`Add '${arrow}'`, ...addedArrow(spot, arrow));
  });
}
