// `duplicate-edge`, `same-condition`: two edges that are one.
import type * as ast from "../../syntax/ast.ts";
import { template } from "../../syntax/written.ts";
import { unitFinding, type Report } from "../finding.ts";

export function duplicateEdge({ edges }: ast.Objective, report: Report): void {
  const targets = new Map<string, ast.Edge>();
  const conditions = new Map<string, ast.Edge>();
  for (const edge of edges) {
    if (!edge.target) continue;
    const sameTarget = seenBefore(targets, `${edge.kind === "required"} ${edge.target.text}`, edge);
    if (sameTarget) {
      report({
        ...unitFinding("duplicate-edge", edge.target.span, edge.target.text, edge.kind),
        related: [sameTarget.span],
      });
      continue;
    }
    const words = wordsOf(edge.condition);
    const sameWords = words === "" ? undefined : seenBefore(conditions, words, edge);
    if (!sameWords || !edge.condition) continue;
    report({
      ...unitFinding("same-condition", edge.condition.span, sameWords.target?.text ?? ""),
      related: [sameWords.span],
    });
  }
}

function seenBefore(seen: Map<string, ast.Edge>, key: string, edge: ast.Edge): ast.Edge | undefined {
  const before = seen.get(key);
  if (!before) seen.set(key, edge);
  return before;
}

/** The condition without what does not change its meaning: case, blanks, a full stop. */
function wordsOf(condition: ast.Text | undefined): string {
  if (!condition) return "";
  return template(condition)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<![.!])[.!]+$/, "");
}
