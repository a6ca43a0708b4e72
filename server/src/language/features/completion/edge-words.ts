// Behind a target: the condition, or the catch-all where there is none yet.
import type { Model } from "../../model/analyze.ts";
import { snippet, type CompletionItem } from "./item.ts";
import { nodeAt, type Spot } from "./spot.ts";

export function edgeWords(model: Model, spot: Spot): readonly CompletionItem[] {
  const node = nodeAt(model, spot);
  const hasOtherwise = node?.kind === "objective" && node.edges.some(({ kind }) => kind === "otherwise");
  return hasOtherwise ? [WHEN] : [WHEN, OTHERWISE];
}

const WHEN: CompletionItem = {
  label: "when",
  kind: "keyword",
  newText: "when ",
  snippet: snippet`when "$1"`,
  then: "complete again",
};
const OTHERWISE: CompletionItem = { label: "otherwise", kind: "keyword", newText: "otherwise" };
