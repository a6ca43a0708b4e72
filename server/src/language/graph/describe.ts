// The graph in words, for those who hear it and for those who hover over it.
import type { GraphEdge, GraphFinding, GraphNode, GraphView } from "./view.ts";
import { clipped, visibleLines, visibleText } from "./visible.ts";

const LONGEST_TOOLTIP = 1_200;
const LONGEST_NAME = 120;

/** What the whole picture is. */
export function describeGraph({ title, nodes, edges }: GraphView): string {
  const name = visibleText(clipped(title, LONGEST_NAME));
  const counts = `${counted(nodes.length, "objective")}, ${counted(edges.length, "edge")}`;
  return name === "" ? `Flow of ${counts}` : `Flow of ${name}: ${counts}`;
}

/** A node's accessible name: what it is called, what it is, what is wrong with it, and where it leads. */
export function describeNode(node: GraphNode, exits: readonly GraphEdge[]): string {
  const facts = [shortName(node.name), ...kinds(node), ...problemCounts(node.findings)];
  const leads = exits.map(({ kind, target, condition }) =>
    kind === "when"
      ? `${shortName(target)} when ${condition}`
      : `${shortName(target)}${kind === "otherwise" ? " otherwise" : ""}`,
  );
  const ways = leads.length === 0 ? "" : `. Leads to ${leads.join("; ")}`;
  return visibleText(clipped(`${facts.join(", ")}${ways}`, LONGEST_TOOLTIP));
}

/** What hovering over a card tells: its name, what is wrong, and the whole prompt. */
export function nodeTooltip({ name, prompt, variables, findings }: GraphNode): string {
  const collected = variables.length === 0 ? [] : [`Collects ${variables.join(", ")}`];
  return lines([name, ...messages(findings), prompt, ...collected]);
}

/** What hovering over an edge tells. */
export function edgeTooltip({ source, target, kind, condition, findings }: GraphEdge): string {
  const word = { required: "", when: "when ", otherwise: "otherwise: " }[kind];
  return lines([`${source} → ${target}`, word + condition, ...messages(findings)]);
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function kinds({ kind, isStart, isEnd, confirmation, modality }: GraphNode): readonly string[] {
  return [
    ...(kind === "missing" ? ["does not exist"] : []),
    ...(isStart ? ["start"] : []),
    ...(isEnd ? ["end"] : []),
    ...(confirmation === "manual" ? ["confirmed by the participant"] : []),
    ...(modality === "visual" ? ["visual"] : []),
  ];
}

function problemCounts(findings: readonly GraphFinding[]): readonly string[] {
  return (["error", "warning"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
}

function messages(findings: readonly GraphFinding[]): readonly string[] {
  return findings.map(({ message }) => `• ${message}`);
}

function shortName(name: string): string {
  return clipped(name, LONGEST_NAME) || "no name yet";
}

function lines(texts: readonly string[]): string {
  const shown = texts.map((text) => clipped(visibleLines(text), LONGEST_TOOLTIP));
  return shown.filter((text) => text !== "").join("\n");
}
