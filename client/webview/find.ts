// What a search finds: every word of it somewhere in a node's text, names before the rest.
import type { DrawnNode } from "../../server/src/language/graph/draw.ts";

/** The ids of the nodes that hold every word, those with the first word in their name first. */
export function found(nodes: readonly DrawnNode[], query: string): readonly string[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [];
  const hits = nodes.filter(({ text }) => words.every((word) => plain(text).includes(word)));
  const isNamed = ({ name }: DrawnNode): boolean => plain(name).includes(first);
  return [...hits.filter(isNamed), ...hits.filter((node) => !isNamed(node))].map(({ id }) => id);
}

/** Letters without case and accents, so that `resume` finds `Résumé`. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
