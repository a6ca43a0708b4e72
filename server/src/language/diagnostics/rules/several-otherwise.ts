// `several-otherwise`: a catch-all behind another.
import type * as ast from "../../syntax/ast.ts";
import { otherwiseOf, wordOf } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function severalOtherwise({ edges }: ast.Objective, report: Report): void {
  if (edges.length < 2) return;
  const [first, ...more] = otherwiseOf(edges);
  for (const edge of more)
    report({ ...unitFinding("several-otherwise", wordOf(edge)), related: first ? [wordOf(first)] : [] });
}
