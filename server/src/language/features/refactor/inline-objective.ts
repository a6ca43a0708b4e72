// An objective that comes only behind one other becomes a part of that.
import { placeAt, mentionAt } from "../../model/analyze.ts";
import { mentionsOfName } from "../../model/names.ts";
import type { Place } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { arrowAt, objectiveAround, objectiveSpot } from "../fixes/found.ts";
import type { Sets } from "../fixes/helped.ts";
import { conflictOf } from "./inline/conflicts.ts";
import { merged } from "./inline/merged.ts";
import type { Pair } from "./inline/pair.ts";
import { isAtHead, isSound, objectiveAt, type SoundObjective } from "./pieces.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

/** Asked for in its first line, or on the arrow that leads to it. */
export function inlineObjective(asking: Asking): readonly Refactoring[] {
  const inner = innerAt(asking);
  if (!inner) return [];
  const outer = outerOf(asking.sets, inner);
  if ("refused" in outer) return [refused(sentence`Inline '${inner.name}'`, outer.refused)];
  const pair = { outer, inner };
  const title = sentence`Inline '${inner.name}' into '${outer.name}'`;
  const conflict = conflictOf(asking.sets, pair);
  return [conflict ? refused(title, conflict) : offered(title, () => merged(asking.sets, pair))];
}

/** The objective that is to become a part of another. */
function innerAt(asking: Asking): SoundObjective | undefined {
  const here = objectiveAt(asking);
  if (!here) return undefined;
  const arrow = arrowAt(here);
  if (!arrow) return isAtHead(here) ? here : undefined;
  const [{ model }] = asking.sets;
  const spot = objectiveSpot(model, model.symbols.byName.get(arrow.target?.text ?? "") ?? -1);
  return spot && isSound(model, spot) ? { ...spot, name: arrow.target?.text ?? "" } : undefined;
}

/** The only one that leads to it, if it leads nowhere else. */
function outerOf(sets: Sets, { name }: SoundObjective): Pair["outer"] | { readonly refused: Sentence } {
  const [way, ...others] = waysTo(sets, name);
  const [{ model }] = sets;
  const spot = way && objectiveAround(model, way);
  if (!spot)
    return {
      refused: sentence`Nothing leads to '${name}', so there is nothing that it could become a part of.`,
    };
  if (others.length > 0)
    return { refused: sentence`Several arrows lead to '${name}': it would have to be in several places.` };
  const arrow = arrowAt(spot);
  const outer = { ...spot, name: spot.objective.name?.text ?? "" };
  if (!arrow || !isSound(model, spot))
    return { refused: sentence`What leads to '${name}' has mistakes: mend them first.` };
  if (arrow.kind !== "required")
    return { refused: sentence`'${name}' comes only under a condition, and '${outer.name}' always.` };
  if (spot.objective.edges.length > 1)
    return { refused: sentence`'${outer.name}' leads to other objectives, too.` };
  return { ...outer, arrow };
}

/** The arrows that lead there in any of the sets, each once. */
function waysTo(sets: Sets, name: string): readonly Place[] {
  const places = sets.flatMap(({ model }) =>
    mentionsOfName(model, "objective", name)
      .filter((at) => ARROWS.has(mentionAt(model, at)?.role ?? ""))
      .map((at) => placeAt(model, at)),
  );
  return [...new Map(places.map((it) => [JSON.stringify(it), it])).values()];
}

const ARROWS: ReadonlySet<string> = new Set(["required", "when", "otherwise"]);
