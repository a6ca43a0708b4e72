// Scenarios without the steps to an objective that became a part of another: their values go to the steps to that.
import { removedAlone } from "../../../compile/pull/site.ts";
import type * as ast from "../../../syntax/ast.ts";
import { literal } from "../../../syntax/written.ts";
import type { FileEdit } from "../../../text/place.ts";
import { sentence, type Sentence } from "../../../text/sentence.ts";
import { edit, hasComments, insertion, writtenAt } from "../../fixes/found.ts";
import type { Sets } from "../../fixes/helped.ts";
import { eachOnce, siteOf } from "../pieces.ts";
import { scenariosOf, type ScenarioSpot } from "../scenario-steps.ts";
import type { Pair } from "./pair.ts";

/** A step to the inner objective, and the one to the outer objective before it. */
interface StepPair {
  readonly spot: ScenarioSpot;
  readonly outer: ast.Step | undefined;
  readonly inner: ast.Step;
}

export function stepsWithout(sets: Sets, pair: Pair): readonly FileEdit[] {
  return eachOnce(
    stepPairs(sets, pair).flatMap(({ spot, outer, inner }) => {
      const gone = removedAlone(siteOf(spot, spot.scenario), inner.span);
      const values = inner.values.map(({ span }) => writtenAt(spot, span)).join(" ");
      return [
        ...(outer && values !== "" ? [withValues(spot, outer, values)] : []),
        edit(spot, gone.span, gone.newText),
      ];
    }),
  );
}

/** Why a scenario cannot follow; undefined where all can. */
export function stepConflict(sets: Sets, pair: Pair): Sentence | undefined {
  for (const { spot, outer, inner } of stepPairs(sets, pair)) {
    const title = literal(spot.scenario.title);
    if (!outer)
      return sentence`The scenario '${title}' has '${pair.inner.name}' without '${pair.outer.name}'.`;
    if (spot.unit.issues.length > 0 || hasComments(spot, inner.span))
      return sentence`The step '${pair.inner.name}' of the scenario '${title}' has comments or mistakes in it.`;
    const known = new Set(outer.values.map(({ name }) => name.text));
    if (inner.values.some(({ name }) => known.has(name.text)))
      return sentence`The scenario '${title}' gives a variable in both steps.`;
  }
  return undefined;
}

function stepPairs(sets: Sets, { outer, inner }: Pair): readonly StepPair[] {
  return scenariosOf(sets).flatMap((spot) => {
    const { steps } = spot.scenario;
    return [...steps.entries()]
      .filter(([, { name }]) => name.text === inner.name)
      .map(([index, step]) => ({
        spot,
        outer: steps.slice(0, index).findLast(({ name }) => name.text === outer.name),
        inner: step,
      }));
  });
}

function withValues(spot: ScenarioSpot, step: ast.Step, values: string): FileEdit {
  const last = step.values.at(-1);
  if (last) return insertion(spot, last.span.end, ` ${values}`);
  const hasBraces = step.span.end > step.name.span.end;
  return hasBraces
    ? insertion(spot, step.span.end - 1, ` ${values} `)
    : insertion(spot, step.span.end, ` { ${values} }`);
}
