// `missing-prompt`: an objective that does not say what to achieve.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { headOf, objectivesOf } from "./objectives-of.ts";

export function* missingPrompt(unit: Unit): Iterable<UnitFinding> {
  for (const objective of objectivesOf(unit)) {
    if (objective.properties.some(({ kind }) => kind === "prompt") || !objective.body) continue;
    yield unitFinding("missing-prompt", headOf(objective), objective.name?.text ?? "objective");
  }
}
