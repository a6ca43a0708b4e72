// `single-branch`: one condition, and nothing where it does not hold.
import type * as ast from "../../syntax/ast.ts";
import { headOf } from "../about.ts";
import { lacksOtherwise } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function singleBranch(objective: ast.Objective, report: Report): void {
  const { edges, name } = objective;
  if (edges.length === 1 && lacksOtherwise(edges))
    report(unitFinding("single-branch", headOf(objective), name?.text ?? "objective"));
}
