// `several-otherwise`: what it says in words becomes a condition; else the arrow goes.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowTo, removedArrows } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { arrowAt, edit, objectiveAround, type ObjectiveSpot } from "./found.ts";

export function severalOtherwise(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  if (!arrow) return [];
  const title = sentence`Remove '${arrowTo(arrow.target?.text ?? "")} otherwise'`;
  return [...asCondition(spot, arrow), choice(title, ...removedArrows(spot, [arrow]))];
}

function asCondition(spot: ObjectiveSpot, { keyword, condition }: ast.Edge): readonly Fix[] {
  if (!keyword || !condition) return [];
  return [choice(sentence`Write 'when' instead of 'otherwise'`, edit(spot, keyword, "when"))];
}
