// `cycle`: removes one of the arrows on the walk around, that which closes it first.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { Place } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowTo, removedArrows } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { arrowAt, objectiveAround } from "./found.ts";

export function cycle(model: Model, finding: Finding): readonly Fix[] {
  const fixes = [finding, ...finding.related.toReversed()].flatMap((place) => withoutArrow(model, place));
  // Two arrows between the same objectives go together.
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix.edits), fix])).values()];
}

function withoutArrow(model: Model, place: Place): readonly Fix[] {
  const spot = objectiveAround(model, place);
  const target = spot && arrowAt(spot)?.target?.text;
  if (!spot || target === undefined) return [];
  const arrows = spot.objective.edges.filter((it) => it.target?.text === target);
  const title = sentence`Remove '${arrowTo(target)}' from '${spot.objective.name?.text ?? ""}'`;
  return [choice(title, ...removedArrows(spot, arrows))];
}
