// `otherwise-alone`: leaves the word out, so that the way is simply the next one.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { withoutOtherwise } from "./arrows.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { arrowAt, objectiveAround } from "./found.ts";

export function otherwiseAlone(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  if (!arrow) return [];
  const edits = withoutOtherwise(spot, arrow);
  // Words of somebody's own would go with it.
  return [(arrow.condition ? choice : safe)(sentence`Remove 'otherwise'`, ...edits)];
}
