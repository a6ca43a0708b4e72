// A graph as programs read it; `schemas/cli/graph.schema.json` says what is in there.
import type { Words } from "../text/sentence.ts";
import type { GraphFinding, GraphView } from "./view.ts";

export function graphJson(view: GraphView, words: Words): string {
  const worded = <Part extends { readonly findings: readonly GraphFinding[] }>(part: Part): object => ({
    ...part,
    findings: part.findings.map((finding) => ({ ...finding, message: words(finding.message) })),
  });
  const { nodes, edges } = view;
  const shown = { ...view, nodes: nodes.map(worded), edges: edges.map(worded) };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
