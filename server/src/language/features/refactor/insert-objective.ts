// A new objective on an arrow: what led to the one objective leads to it, and it leads on.
import { printPrompt, printRequired, printStep } from "../../compile/print-entry.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName } from "../../syntax/print.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowAt, edit } from "../fixes/found.ts";
import type { Sets } from "../fixes/helped.ts";
import { freeIn } from "./new-name.ts";
import { asLineOf, declaredBehind, eachOnce, objectiveAt, type SoundObjective } from "./pieces.ts";
import { offered, type Asking, type Draft, type Refactoring } from "./refactoring.ts";
import { scenariosOf, stepBehind } from "./scenario-steps.ts";
import { validName } from "../fixes/new-names.ts";

/** A condition stays where it is: it decides whether the new objective comes. */
export function insertObjective(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  const target = spot && arrowAt(spot)?.target;
  const [{ model }] = asking.sets;
  if (!spot || !target || !model.symbols.byName.has(target.text)) return [];
  const title = sentence`Insert an objective before '${target.text}'`;
  return [offered(title, () => inserted(asking.sets, spot, target))];
}

function inserted(sets: Sets, spot: SoundObjective, target: ast.Name): Draft {
  const name = freeIn(sets, validName(`before_${target.text}`));
  return {
    edits: [
      edit(spot, target.span, printName(name)),
      declaredBehind(spot, name, [asLineOf(spot, printPrompt(PROMPT))], [printRequired(target.text)]),
      ...stepsBetween(sets, { from: spot.name, to: target.text, name }),
    ],
    keeps: "less",
    newName: name,
  };
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
