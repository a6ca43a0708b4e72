// The graph as Mermaid text, for READMEs and wherever Mermaid is drawn.
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import type { GraphEdge, GraphNode, GraphView } from "./view.ts";
import { clipped, visibleText } from "./visible.ts";

const LONGEST_LABEL = 120;

/** A flowchart from top to bottom; nodes are called `n0`, `n1`, … in their order. */
export function graphMermaid({ nodes, edges }: GraphView): string {
  const keys = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    "flowchart TD",
    ...nodes.map((node, index) => `  n${index}${shape(node)}`),
    ...edges.map((edge) => `  ${keys.get(edge.source) ?? ""} ${arrow(edge)} ${keys.get(edge.target) ?? ""}`),
    ...classes(nodes),
  ];
  return `${lines.join("\n")}\n`;
}

function shape({ kind, name, isStart, isEnd }: GraphNode): string {
  const label = quoted(name === "" ? "(no name yet)" : name);
  if (kind === "missing") return `{{${label}}}`;
  return isStart || isEnd ? `([${label}])` : `[${label}]`;
}

function arrow({ kind, condition }: GraphEdge): string {
  switch (kind) {
    case "required":
      return "-->";
    case "when":
      return `-.->|${quoted(condition || "…")}|`;
    case "otherwise":
      return `-.->|${quoted(condition === OTHERWISE_CONDITION ? "otherwise" : condition)}|`;
  }
}

function classes(nodes: readonly GraphNode[]): readonly string[] {
  const members = (test: (node: GraphNode) => boolean): string =>
    nodes.flatMap((node, index) => (test(node) ? [`n${index}`] : [])).join(",");
  const start = members(({ isStart }) => isStart);
  const missing = members(({ kind }) => kind === "missing");
  return [
    ...(start === "" ? [] : ["  classDef start stroke:#2c8a3f,stroke-width:2px", `  class ${start} start`]),
    ...(missing === ""
      ? []
      : ["  classDef missing stroke:#d3302f,stroke-dasharray:4 3", `  class ${missing} missing`]),
  ];
}

/** Mermaid reads `#…;` as an entity, and Markdown and HTML in a label, so everything but plain words is spelled so. */
function quoted(text: string): string {
  const plain = clipped(visibleText(text), LONGEST_LABEL);
  return `"${plain.replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation} .,:;?!'()/+…-]/gu, (it) => `#${it.codePointAt(0) ?? 0};`)}"`;
}
