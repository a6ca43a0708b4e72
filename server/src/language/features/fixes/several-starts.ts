// `several-starts`: leads an arrow to what nothing leads to, from an end or on a way that goes on there; or from there to the start.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { addedArrow, arrowTo } from "./arrows.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, objectiveAround, objectiveIndex, objectiveSpot } from "./found.ts";
import { arrowsPast, endsBefore, endsOf, nameOf } from "./leads.ts";
import { printName } from "../../syntax/print.ts";

export function severalStarts(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", start = ""] = finding.arguments;
  const spot = objectiveAround(model, finding);
  const other = spot && objectiveIndex(model, spot);
  if (other === undefined) return [];
  const here = waysTo(model, other, name);
  const onwards = endsOf(model, other)
    .slice(0, TRIED)
    .map((from) => lead(model, from, start));
  // What stands above the start was probably meant to come before it.
  return other < (model.flow.start ?? -1)
    ? [...onwards, ...here]
    : [...here.slice(0, 2), ...onwards, ...here.slice(2)];
}

/** The fixes that lead to the objective, whose name is, or will be, this one. */
export function waysTo(model: Model, target: number, name: string): readonly Fix[] {
  const fromEnds = endsBefore(model, target).slice(0, TRIED);
  const past = arrowsPast(model, target).slice(0, TRIED);
  return [
    ...fromEnds.map((from) => lead(model, from, name)),
    ...past.map(({ from, to }) => redirect(model, { from, to, name })),
  ].filter(({ edits }) => edits.length > 0);
}

/** Of many that are possible the first are enough. */
const TRIED = 5;

function lead(model: Model, from: number, name: string): Fix {
  const spot = objectiveSpot(model, from);
  return choice(
    sentence`Add '${arrowTo(name)}' to '${nameOf(model.symbols, from)}'`,
    ...(spot ? addedArrow(spot, arrowTo(name)) : []),
  );
}

interface Redirection {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function redirect(model: Model, { from, to, name }: Redirection): Fix {
  const before = nameOf(model.symbols, to);
  return choice(
    sentence`Replace '${arrowTo(before)}' by '${arrowTo(name)}' in '${nameOf(model.symbols, from)}'`,
    ...redirected(model, { from, to, name }),
  );
}

function redirected(model: Model, { from, to, name }: Redirection): readonly FileEdit[] {
  const spot = objectiveSpot(model, from);
  const targets = (spot?.objective.edges ?? []).flatMap(({ target }) =>
    target?.text === nameOf(model.symbols, to) ? [target.span] : [],
  );
  return spot ? targets.map((span) => edit(spot, span, printName(name))) : [];
}
