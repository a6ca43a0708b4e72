// `otherwise-alone`, `several-otherwise`, `otherwise-not-last`: where a catch-all makes no sense.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type Report } from "../finding.ts";

export function otherwise({ edges }: ast.Objective, report: Report): void {
  const catchAlls = edges.filter(({ kind }) => kind === "otherwise");
  const [first, ...more] = catchAlls;
  if (!first) return;
  for (const edge of more)
    report({ ...unitFinding("several-otherwise", placeOf(edge)), related: [placeOf(first)] });
  if (more.length > 0) return;
  if (!edges.some(({ kind }) => kind === "when")) alone(first, edges, report);
  else if (edges.slice(edges.indexOf(first)).some(({ kind }) => kind === "when"))
    report(unitFinding("otherwise-not-last", placeOf(first)));
}

/** Beside a required edge `mixed-edges` speaks already. */
function alone(edge: ast.Edge, edges: readonly ast.Edge[], report: Report): void {
  if (edges.length === 1) report(unitFinding("otherwise-alone", placeOf(edge), edge.target?.text ?? "…"));
}

const placeOf = ({ keyword, span }: ast.Edge): ast.Edge["span"] => keyword ?? span;
