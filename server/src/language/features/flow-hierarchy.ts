// Who leads to whom, one step at a time, as editors show who calls whom.
import { idOf, placeAt, type Model } from "../model/analyze.ts";
import { paramValues, type ParamValues } from "../model/params.ts";
import { eachOnce, setsOf, type Sets } from "../model/sharing.ts";
import { othersOf } from "../model/ways.ts";
import type { FileId, Place, Point } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { arrowWordsOf, type ArrowWords } from "./arrow-words.ts";
import { FLOW_ROLES, flowRolesOf } from "./flow-role.ts";
import { declarationSpan, objectivesAt } from "./name-at.ts";

/** What tells an objective from others, whatever is edited around it. */
export interface ObjectiveId {
  readonly name: string;
  readonly file: FileId;
}

/** An objective; its place is its name's. */
export interface FlowItem extends Place {
  readonly name: string;
  readonly declaration: Span;
  /** What it is in the flow, or how one comes from or to it. */
  readonly details: readonly Sentence[];
}

export interface FlowStep extends FlowItem {
  /** The arrows between it and what was asked about, all of one file. */
  readonly arrows: readonly Place[];
}

/** The objectives that the name at the place means. */
export function flowItemsAt(sets: Sets, point: Point): readonly FlowItem[] {
  const items = setsOf(sets, point.file).flatMap((model) =>
    objectivesAt(model, point).flatMap((index) =>
      itemOf(
        model,
        index,
        flowRolesOf(model, index).map((role) => FLOW_ROLES[role]),
      ),
    ),
  );
  return eachOnce(items);
}

/** What leads to the objective, in every set that has it. */
export function waysInto(sets: Sets, id: ObjectiveId): readonly FlowStep[] {
  const steps = objectivesOf(sets, id).flatMap((found) =>
    [...othersOf(found.model.flow.previous, found.index)].flatMap((from) =>
      stepsTo(from, found, arrowsBetween(from, found.index, found)),
    ),
  );
  return eachOnce(steps);
}

/** What the objective leads to, in every set that has it. */
export function waysOutOf(sets: Sets, id: ObjectiveId): readonly FlowStep[] {
  const steps = objectivesOf(sets, id).flatMap((found) =>
    [...othersOf(found.model.flow.next, found.index)].flatMap((to) =>
      stepsTo(to, found, arrowsBetween(found.index, to, found)),
    ),
  );
  return eachOnce(steps);
}

interface Found {
  readonly model: Model;
  readonly index: number;
  readonly params: ParamValues;
}

/** The first of its name in its file, or, where that has none any more, of its name. */
function objectivesOf(sets: Sets, { name, file }: ObjectiveId): readonly Found[] {
  return setsOf(sets, file).flatMap((model) => {
    const { objectives, byName } = model.symbols;
    const first = byName.get(name);
    if (first === undefined) return [];
    const own = objectives.findIndex((it) => it.name === name && idOf(model, it.at) === file);
    return [{ model, index: own < 0 ? first : own, params: paramValues(model.symbols, model.given) }];
  });
}

function arrowsBetween(from: number, to: number, { model, params }: Found): readonly ArrowWords[] {
  const { objectives, byName } = model.symbols;
  const source = objectives[from];
  const arrows = source ? arrowWordsOf(model, source, params) : [];
  return arrows.filter(({ target }) => byName.get(target) === to);
}

function stepsTo(index: number, { model }: Found, arrows: readonly ArrowWords[]): readonly FlowStep[] {
  return itemOf(model, index, arrows.map(wayOf)).map((item) => ({ ...item, arrows }));
}

function itemOf(model: Model, index: number, details: readonly Sentence[]): readonly FlowItem[] {
  const symbol = model.symbols.objectives[index];
  if (!symbol) return [];
  const { name, at } = symbol;
  return [{ ...placeAt(model, at), name, declaration: declarationSpan(model, at), details }];
}

function wayOf({ kind, condition }: ArrowWords): Sentence {
  switch (kind) {
    case "required":
      return sentence`required`;
    case "when":
      return sentence`when “${condition}”`;
    case "otherwise":
      return condition === "" ? sentence`otherwise` : sentence`otherwise: “${condition}”`;
  }
}
