// `mixed-edges`: the arrow without a condition becomes the catch-all, or goes.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowTo, movedLast, removedArrows } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { arrowAt, objectiveAround, writtenAt } from "./found.ts";

export function mixedEdges(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", advice = ""] = finding.arguments;
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  if (!arrow) return [];
  const edits = movedLast(spot, arrow, `${writtenAt(spot, arrow.span)} otherwise`);
  const asCatchAll = choice(sentence`Write '${arrowTo(name)} otherwise'`, ...edits);
  const remove = choice(sentence`Remove '${arrowTo(name)}'`, ...removedArrows(spot, [arrow]));
  return advice === "otherwise" ? [asCatchAll, remove] : [remove];
}
