// The graph in words, for those who hear it and for those who hover over it.
import { NOTHING, sentence, type Sentence, type Words } from "../text/sentence.ts";
import type { GraphEdge, GraphFinding, GraphNode, GraphView } from "./view.ts";
import { clipped, visibleLines, visibleText } from "./visible.ts";

const LONGEST_TOOLTIP = 1_200;
const LONGEST_NAME = 120;

/** What the whole picture is. */
export function describeGraph({ title, nodes, edges }: GraphView, words: Words): string {
  const name = visibleText(clipped(title, LONGEST_NAME));
  const counts = sentence`${objectives(nodes.length)}, ${arrows(edges.length)}`;
  return words(name === "" ? sentence`Flow of ${counts}` : sentence`Flow of ${name}: ${counts}`);
}

/** A node's accessible name: what it is called, what it is, what is wrong with it, and where it leads. */
export function describeNode(node: GraphNode, exits: readonly GraphEdge[], words: Words): string {
  const facts = [...kinds(node), ...problemCounts(node.findings)].map(words);
  const leads = exits.map((edge) => words(way(edge, words)));
  const ways = leads.length === 0 ? NOTHING : sentence`. Leads to ${leads.join("; ")}`;
  const said = [shortName(node.name, words), ...facts].join(", ") + words(ways);
  return visibleText(clipped(said, LONGEST_TOOLTIP));
}

/** What hovering over a card tells: its name, what is wrong, and the whole prompt. */
export function nodeTooltip({ name, prompt, variables, findings }: GraphNode, words: Words): string {
  const collected = variables.length === 0 ? NOTHING : sentence`Collects ${variables.join(", ")}`;
  return lines([name, ...messages(findings, words), prompt, words(collected)]);
}

/** What hovering over an edge tells. */
export function edgeTooltip(edge: GraphEdge, words: Words): string {
  const { source, target, findings } = edge;
  return lines([
    `${source} → ${target}`,
    words(CONDITIONS[edge.kind](edge.condition)),
    ...messages(findings, words),
  ]);
}

const CONDITIONS = {
  required: () => NOTHING,
  when: (condition) => sentence`when ${condition}`,
  otherwise: (condition) => sentence`otherwise: ${condition}`,
} as const satisfies Record<GraphEdge["kind"], (condition: string) => Sentence>;

function way({ kind, target, condition }: GraphEdge, words: Words): Sentence {
  const name = shortName(target, words);
  if (kind === "when") return sentence`${name} when ${condition}`;
  return kind === "otherwise" ? sentence`${name} otherwise` : sentence`${name}`;
}

function kinds({ kind, isStart, isEnd, confirmation, modality }: GraphNode): readonly Sentence[] {
  return [
    ...(kind === "missing" ? [sentence`does not exist`] : []),
    ...(isStart ? [sentence`start`] : []),
    ...(isEnd ? [sentence`end`] : []),
    ...(confirmation === "manual" ? [sentence`confirmed by the participant`] : []),
    ...(modality === "visual" ? [sentence`visual`] : []),
  ];
}

function problemCounts(findings: readonly GraphFinding[]): readonly Sentence[] {
  const count = (wanted: GraphFinding["severity"]): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  const [errorCount, warningCount] = [count("error"), count("warning")];
  return [
    ...(errorCount > 0 ? [errors(errorCount)] : []),
    ...(warningCount > 0 ? [warnings(warningCount)] : []),
  ];
}

const objectives = (count: number): Sentence =>
  count === 1 ? sentence`1 objective` : sentence`${count} objectives`;

const arrows = (count: number): Sentence => (count === 1 ? sentence`1 edge` : sentence`${count} edges`);

const errors = (count: number): Sentence => (count === 1 ? sentence`1 error` : sentence`${count} errors`);

const warnings = (count: number): Sentence =>
  count === 1 ? sentence`1 warning` : sentence`${count} warnings`;

function messages(findings: readonly GraphFinding[], words: Words): readonly string[] {
  return findings.map(({ message }) => `• ${words(message)}`);
}

function shortName(name: string, words: Words): string {
  return clipped(name, LONGEST_NAME) || words(sentence`no name yet`);
}

function lines(texts: readonly string[]): string {
  const shown = texts.map((text) => clipped(visibleLines(text), LONGEST_TOOLTIP));
  return shown.filter((text) => text !== "").join("\n");
}
