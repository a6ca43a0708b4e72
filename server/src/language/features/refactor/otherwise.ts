// The way without a condition, beside others that have one, becomes the catch-all; and back.
import { removedAlone } from "../../compile/pull/site.ts";
import type * as ast from "../../syntax/ast.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { arrowTo, movedLast } from "../fixes/arrows.ts";
import { arrowAt, edit, writtenAt, type ObjectiveSpot } from "../fixes/found.ts";
import { objectiveAt, siteOf } from "./pieces.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

export function turnOtherwise(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  const arrow = spot && arrowAt(spot);
  if (!spot || !arrow?.target) return [];
  if (arrow.kind === "required") return [asCatchAll(spot, arrow, arrow.target.text)];
  if (arrow.kind === "otherwise") return [asRequired(spot, arrow, arrow.target.text)];
  return [];
}

function asCatchAll(spot: ObjectiveSpot, arrow: ast.Edge, target: string): Refactoring {
  const title = sentence`Write '${arrowTo(target)} otherwise'`;
  const reason = notCatchAll(spot, arrow, target);
  if (reason) return refused(title, reason);
  return offered(title, () => ({
    edits: movedLast(spot, arrow, `${writtenAt(spot, arrow.span)} otherwise`),
    keeps: "less",
  }));
}

/** Why the arrow cannot be the one for everybody whom no condition fits; undefined where it can. */
function notCatchAll({ objective }: ObjectiveSpot, arrow: ast.Edge, target: string): Sentence | undefined {
  const others = objective.edges.filter((it) => it !== arrow);
  if (!others.some(({ kind }) => kind === "when"))
    return sentence`'otherwise' needs a condition beside it: no other arrow has a 'when'.`;
  if (others.some(({ kind }) => kind === "otherwise"))
    return sentence`Another arrow is the catch-all already.`;
  if (others.some(({ kind }) => kind === "required"))
    return sentence`Another arrow has no condition either: only one can be the catch-all.`;
  if (others.some((it) => it.target?.text === target))
    return sentence`An arrow with a condition leads to '${target}' already.`;
  return undefined;
}

function asRequired(spot: ObjectiveSpot, arrow: ast.Edge, target: string): Refactoring {
  const title = sentence`Write '${arrowTo(target)}' without 'otherwise'`;
  if (arrow.condition || !arrow.keyword)
    return refused(title, sentence`The words behind 'otherwise' would be lost.`);
  const gone = removedAlone(siteOf(spot, spot.objective), arrow.keyword);
  return offered(title, () => ({ edits: [edit(spot, gone.span, gone.newText)], keeps: "less" }));
}
