// `missing-prompt`: an objective that does not say what to achieve.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";
import { headOf } from "../about.ts";

export function missingPrompt(objective: ast.Objective, report: Report): void {
  if (objective.properties.some(({ kind }) => kind === "prompt") || !objective.body) return;
  report(unitFinding("missing-prompt", headOf(objective), objective.name?.text ?? "objective"));
}
