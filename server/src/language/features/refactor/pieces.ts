// The pieces of a text that refactorings take apart and put together.
import { siteIn } from "../../compile/pull/files.ts";
import { laidOut, type Site } from "../../compile/pull/site.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { INDENT, printName } from "../../syntax/print.ts";
import { joinedEdits } from "../../text/edits.ts";
import { indentationAt, lineBreakOf, lineEnd } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { covers } from "../../text/span.ts";
import { arrowBehind, arrowTo } from "../fixes/arrows.ts";
import {
  edit,
  insertion,
  objectiveAround,
  objectiveIndex,
  removal,
  withItsComments,
  writtenAt,
  type Found,
  type ObjectiveSpot,
  type Spot,
} from "../fixes/found.ts";
import { beginsLine, endsLine } from "../fixes/lines.ts";
import type { Asking } from "./refactoring.ts";

/** An objective that could be read as a whole, and that its name means. */
export interface SoundObjective extends ObjectiveSpot {
  readonly name: string;
}

/** The objective that is selected something in, where what is written of it is sound. */
export function objectiveAt({ sets, selection }: Asking): (SoundObjective & Found) | undefined {
  const [{ model }] = sets;
  const spot = objectiveAround(model, selection);
  return spot && isSound(model, spot) ? { ...spot, name: spot.objective.name?.text ?? "" } : undefined;
}

/** Whether it could be read as a whole, and is what its name means. */
export function isSound(model: Model, spot: ObjectiveSpot): boolean {
  return spot.unit.issues.length === 0 && isFirstOfItsName(model, objectiveIndex(model, spot));
}

function isFirstOfItsName({ symbols }: Model, index: number): boolean {
  const { name } = symbols.objectives[index] ?? {};
  return name !== undefined && name !== "" && symbols.byName.get(name) === index;
}

/** Whether the selection is in the objective's first line, before its braces. */
export function isAtHead({ objective, span }: ObjectiveSpot & Found): boolean {
  const { start, end } = objective.span;
  return covers({ start, end: objective.body?.start ?? end }, span);
}

/** The declaration's surroundings, as edits of its entries want them. Params stay as they are written. */
export function siteOf({ unit, text }: Spot, node: ast.Declaration): Site {
  return siteIn(unit, node, new Map(), lineBreakOf(text));
}

/** What the lines in the objective's braces begin with. */
export function innerIndentation({ text, start, objective }: ObjectiveSpot): string {
  const first = [...objective.properties, ...objective.edges].find(({ span }) =>
    beginsLine(text, start + span.start),
  );
  return first
    ? indentationAt(text, start + first.span.start)
    : indentationAt(text, start + objective.span.start) + INDENT;
}

/** A new objective behind another; its lines are given as they stand in a block, its arrows apart from the rest. */
export function declaredBehind(
  spot: ObjectiveSpot,
  name: string,
  lines: readonly string[],
  arrows: readonly string[],
): FileEdit {
  const { text, start, objective } = spot;
  const [outer, inner] = [indentationAt(text, start + objective.span.start), innerIndentation(spot)];
  const declaration = [
    `${outer}objective ${printName(name)} {`,
    ...lines.map((it) => inner + it),
    ...(arrows.length > 1 ? [""] : []),
    ...arrows.map((it) => inner + it),
    `${outer}}`,
  ];
  const lineBreak = lineBreakOf(text);
  const end = start + objective.span.end;
  if (endsLine(text, end))
    return insertion(spot, lineEnd(text, end) - start, ["", "", ...declaration].join(lineBreak));
  return insertion(spot, objective.span.end, ["", "", ...declaration, "", ""].join(lineBreak));
}

/** The arrows of an objective that leads to only one other from now on, each with the comments that belong to it. */
export interface ArrowsTaken {
  readonly edits: readonly FileEdit[];
  readonly arrows: readonly string[];
}

export function takenArrows(spot: ObjectiveSpot, target: string): ArrowsTaken {
  const chunks = spot.objective.edges.map(({ span }) => withItsComments(spot, span));
  const [first, ...others] = chunks;
  const arrow = arrowTo(target);
  if (!first) return { edits: arrowBehind(spot, arrow), arrows: [] };
  const gone = joinedEdits(others.map((it) => removal(spot, it)));
  return {
    edits: [edit(spot, first, arrow), ...gone.map((it) => ({ file: spot.file, ...it }))],
    arrows: chunks.map((it) => writtenAt(spot, it)),
  };
}

/** Of edits that several sets would make in one file each once. */
export function eachOnce(edits: readonly FileEdit[]): readonly FileEdit[] {
  return [...new Map(edits.map((it) => [JSON.stringify([it.file, it.span, it.newText]), it])).values()];
}

/** A line of a block that is printed, as it stands in the objective. */
export function asLineOf(spot: ObjectiveSpot, printed: string): string {
  return laidOut(printed, innerIndentation(spot), lineBreakOf(spot.text));
}
