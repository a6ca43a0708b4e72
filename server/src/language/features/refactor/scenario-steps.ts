// Scenarios that pass objectives which are taken apart or put together: their steps follow.
import type * as ast from "../../syntax/ast.ts";
import { printStep } from "../../compile/print-entry.ts";
import type { FileEdit } from "../../text/place.ts";
import { declarationSpots, insertion, removal, writtenAt, type Spot } from "../fixes/found.ts";
import type { Sets } from "../fixes/helped.ts";
import { behindItem, gapBehind } from "../fixes/lines.ts";
import { eachOnce } from "./pieces.ts";

/** A scenario in its file. */
export interface ScenarioSpot extends Spot {
  readonly scenario: ast.Scenario;
}

/** Every scenario of the sets, each once. */
export function scenariosOf(sets: Sets): readonly ScenarioSpot[] {
  const spots = sets.flatMap(({ model }) =>
    [...new Set(model.symbols.scenarios.map(({ at }) => at.file))].flatMap((file) =>
      declarationSpots(model, file).flatMap(({ declaration: scenario, ...spot }): readonly ScenarioSpot[] =>
        scenario.kind === "scenario" ? [{ ...spot, scenario }] : [],
      ),
    ),
  );
  return [...new Map(spots.map((it) => [`${it.file}\n${it.start + it.scenario.span.start}`, it])).values()];
}

/** Behind every step to the one objective a step to another, which takes over the values of some variables. */
export function stepsBehind(
  sets: Sets,
  name: string,
  next: string,
  variables: ReadonlySet<string>,
): readonly FileEdit[] {
  const edits = scenariosOf(sets).flatMap((spot) =>
    spot.scenario.steps
      .filter((step) => step.name.text === name)
      .flatMap((step) => {
        const moved = step.values.filter((it) => variables.has(it.name.text));
        const said = moved.map(({ span }) => writtenAt(spot, span)).join(" ");
        const block = said === "" ? "" : ` { ${said} }`;
        return [
          ...moved.map(({ span }) => removal(spot, span)),
          stepBehind(spot, step, `${printStep(next)}${block}`),
        ];
      }),
  );
  return eachOnce(edits);
}

/** A step behind another, as that stands: on a line of its own, or on the same one. */
export function stepBehind(spot: ScenarioSpot, step: ast.Step, written: string): FileEdit {
  const { text, start } = spot;
  const gap = gapBehind(text, start + step.span.start);
  const at = gap === " " ? step.span.end : behindItem(text, start + step.span.end) - start;
  return insertion(spot, at, gap + written);
}
