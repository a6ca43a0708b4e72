// `several-required`: chains the objectives, or leaves out an arrow that another one's way makes needless.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { reachedFrom } from "../../model/ways.ts";
import { sentence } from "../../text/sentence.ts";
import { addedArrow, arrowTo, removedArrows } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { arrowAt, objectiveAround, objectiveSpot, type ObjectiveSpot } from "./found.ts";

export function severalRequired(model: Model, finding: Finding): readonly Fix[] {
  const [name = ""] = finding.arguments;
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  if (!arrow) return [];
  const before = spot.objective.edges.filter((it) => it.kind === "required" && it.target?.text !== name);
  const needless = [arrow, ...before].flatMap((it) => needlessBeside(model, spot, it));
  if (needless.length > 0) return needless;
  return before
    .flatMap(({ target }) => chained(model, target?.text ?? "", name))
    .map((chain) => ({
      ...chain,
      edits: [...removedArrows(spot, [arrow]), ...chain.edits],
    }));
}

/** An arrow to where another of the objective's arrows leads in the end. */
function needlessBeside(model: Model, spot: ObjectiveSpot, arrow: ast.Edge): readonly Fix[] {
  const { target } = arrow;
  const others = spot.objective.edges.filter(
    (it) => it.kind === "required" && it.target?.text !== target?.text,
  );
  const past = others.find((it) => leadsTo(model, it.target?.text ?? "", target?.text ?? ""));
  if (!target || !past?.target) return [];
  const title = sentence`Remove '${arrowTo(target.text)}', to which '${past.target.text}' leads`;
  return [choice(title, ...removedArrows(spot, [arrow]))];
}

function leadsTo({ symbols, flow }: Model, from: string, to: string): boolean {
  const [source, target] = [from, to].map((name) => symbols.byName.get(name));
  return source !== undefined && target !== undefined && reachedFrom([source], flow.next)[target] === 1;
}

/** From an end that the other does not lead to. */
function chained(model: Model, from: string, to: string): readonly Fix[] {
  const end = model.symbols.byName.get(from);
  const spot = end !== undefined && model.flow.ends.includes(end) ? objectiveSpot(model, end) : undefined;
  if (!spot || leadsTo(model, to, from)) return [];
  return [choice(sentence`Lead from '${from}' to '${to}' instead`, ...addedArrow(spot, arrowTo(to)))];
}
