// `otherwise-not-last`: conditions behind the catch-all; silent where `several-otherwise` speaks.
import type * as ast from "../../syntax/ast.ts";
import { otherwiseOf, wordOf } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function otherwiseNotLast({ edges }: ast.Objective, report: Report): void {
  if (edges.length < 2) return;
  const [first, second] = otherwiseOf(edges);
  if (!first || second) return;
  if (edges.slice(edges.indexOf(first)).some(({ kind }) => kind === "when"))
    report(unitFinding("otherwise-not-last", wordOf(first)));
}
