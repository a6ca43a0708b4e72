// `no-otherwise`: several conditions, and nothing where none of them holds.
import type * as ast from "../../syntax/ast.ts";
import { headOf } from "../about.ts";
import { lacksOtherwise } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function noOtherwise(objective: ast.Objective, report: Report): void {
  const { edges, name } = objective;
  if (edges.length > 1 && lacksOtherwise(edges))
    report(unitFinding("no-otherwise", headOf(objective), name?.text ?? "objective"));
}
