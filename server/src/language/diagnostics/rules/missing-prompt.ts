// `missing-prompt`: an objective that does not say what to achieve.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { headOf } from "../about.ts";

export function* missingPrompt(objective: ast.Objective): Iterable<UnitFinding> {
  if (objective.properties.some(({ kind }) => kind === "prompt") || !objective.body) return;
  yield unitFinding("missing-prompt", headOf(objective), objective.name?.text ?? "objective");
}
