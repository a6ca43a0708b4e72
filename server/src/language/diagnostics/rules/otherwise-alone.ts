// `otherwise-alone`: a catch-all that has nothing to catch; beside a required arrow `mixed-edges` speaks already.
import type * as ast from "../../syntax/ast.ts";
import { wordOf } from "../arrows.ts";
import { unitFinding, type Report } from "../finding.ts";

export function otherwiseAlone({ edges }: ast.Objective, report: Report): void {
  const [edge] = edges;
  if (edges.length !== 1 || edge?.kind !== "otherwise") return;
  report(unitFinding("otherwise-alone", wordOf(edge), edge.target?.text ?? "…"));
}
