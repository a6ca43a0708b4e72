// Behind a target: the condition, or the catch-all where there is none yet.
import type { Model } from "../../model/analyze.ts";
import { declarationAt } from "../../model/source.ts";
import { edgeWords as vocabulary } from "../../vocabulary.ts";
import type { CompletionItem } from "./item.ts";
import type { Spot } from "./spot.ts";

export function edgeWords({ source }: Model, { unit, declaration }: Spot): readonly CompletionItem[] {
  const node = declarationAt(source, unit, declaration);
  const hasOtherwise = node?.kind === "objective" && node.edges.some(({ kind }) => kind === "otherwise");
  return hasOtherwise ? [WHEN] : [WHEN, OTHERWISE];
}

const WHEN: CompletionItem = {
  label: "when",
  kind: "keyword",
  documentation: vocabulary.when,
  newText: "when ",
  snippet: 'when "$1"',
};

const OTHERWISE: CompletionItem = {
  label: "otherwise",
  kind: "keyword",
  documentation: vocabulary.otherwise,
  newText: "otherwise",
};
