// `otherwise-alone`, `several-otherwise`, `otherwise-not-last`: where a catch-all makes no sense.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function* otherwise({ edges }: ast.Objective): Iterable<UnitFinding> {
  const catchAlls = edges.filter(({ kind }) => kind === "otherwise");
  const [first, ...more] = catchAlls;
  if (!first) return;
  for (const edge of more)
    yield { ...unitFinding("several-otherwise", placeOf(edge)), related: [placeOf(first)] };
  if (more.length > 0) return;
  if (!edges.some(({ kind }) => kind === "when")) yield* alone(first, edges);
  else if (edges.slice(edges.indexOf(first)).some(({ kind }) => kind === "when"))
    yield unitFinding("otherwise-not-last", placeOf(first));
}

/** Beside a required edge `mixed-edges` speaks already. */
function* alone(edge: ast.Edge, edges: readonly ast.Edge[]): Iterable<UnitFinding> {
  if (edges.length === 1) yield unitFinding("otherwise-alone", placeOf(edge), edge.target?.text ?? "…");
}

const placeOf = ({ keyword, span }: ast.Edge): ast.Edge["span"] => keyword ?? span;
