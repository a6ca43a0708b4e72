// `otherwise-not-last`: moves the catch-all behind the conditions.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { movedLast } from "./arrows.ts";
import { safe, type Fix } from "./fix.ts";
import { arrowAt, objectiveAround, writtenAt } from "./found.ts";

export function otherwiseNotLast(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  if (!arrow) return [];
  const edits = movedLast(spot, arrow, writtenAt(spot, arrow.span));
  return [safe(sentence`Move 'otherwise' behind the conditions`, ...edits)];
}
