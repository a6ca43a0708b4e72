// A new objective on an arrow: what led to the one objective leads to it, and it leads on.
import { printPrompt, printRequired } from "../../compile/print-entry.ts";
import { printName } from "../../syntax/print.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowAt, edit } from "../fixes/found.ts";
import type { Sets } from "../fixes/helped.ts";
import { freeIn } from "./new-name.ts";
import { asLineOf, declaredBehind, eachOnce, objectiveAt } from "./pieces.ts";
import { offered, type Asking, type Refactoring } from "./refactoring.ts";
import { scenariosOf, stepBehind } from "./scenario-steps.ts";
import { printStep } from "../../compile/print-entry.ts";
import { validName } from "../fixes/new-names.ts";

/** A condition stays where it is: it decides whether the new objective comes. */
export function insertObjective(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  const target = spot && arrowAt(spot)?.target;
  const [{ model }] = asking.sets;
  if (!spot || !target || !model.symbols.byName.has(target.text)) return [];
  const name = freeIn(asking.sets, validName(`before_${target.text}`));
  const edits = [
    edit(spot, target.span, printName(name)),
    declaredBehind(spot, name, [asLineOf(spot, printPrompt(PROMPT))], [printRequired(target.text)]),
    ...stepsBetween(asking.sets, { from: spot.name, to: target.text, name }),
  ];
  return [
    offered(sentence`Insert an objective before '${target.text}'`, { edits, keeps: "less", newName: name }),
  ];
}

const PROMPT = "Say what the agent should achieve.";

interface Insertion {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** Scenarios that come that way pass the new objective before they go on. */
function stepsBetween(sets: Sets, { from, to, name }: Insertion): readonly FileEdit[] {
  const [{ model }] = sets;
  const leadsThere = new Set(
    model.symbols.objectives.filter(({ edges }) => edges.some((it) => it.name === to)).map((it) => it.name),
  );
  const edits = scenariosOf(sets).flatMap((spot) => {
    const { steps } = spot.scenario;
    return steps.flatMap((step, index) => {
      const before = steps.slice(0, index);
      const last = before.at(-1);
      const cameFrom = before.findLast((it) => leadsThere.has(it.name.text));
      if (step.name.text !== to || !last || cameFrom?.name.text !== from) return [];
      return [stepBehind(spot, last, printStep(name))];
    });
  });
  return eachOnce(edits);
}
