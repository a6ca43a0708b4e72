// What stands beside the picture: problems, a word when there is nothing to show, and what a screen reader is told.
import type { GraphResult, ProblemCounts } from "../../server/src/protocol.ts";
import type { PageWords } from "../src/preview/messages.ts";
import type { PageParts } from "./parts.ts";
import { countedWords, filled } from "./words.ts";

export interface Notes {
  readonly update: (graph: GraphResult) => void;
  readonly nothing: () => void;
  /** Told to those who listen; the same words are not said twice in a row. */
  readonly say: (words: string) => void;
}

export function notesOf({ stage, tools, empty, problems, plain, live }: PageParts, words: PageWords): Notes {
  const say = (said: string): void => {
    if (live.textContent !== said) live.textContent = said;
  };
  const showEmpty = (emptiness: "empty" | "drawn"): void => {
    const isEmpty = emptiness === "empty";
    empty.hidden = !isEmpty;
    tools.hidden = isEmpty;
    stage.classList.toggle("empty", isEmpty);
  };
  return {
    say,
    nothing: () => showEmpty("empty"),
    update: (graph) => {
      showEmpty(graph.nodes.length === 0 ? "empty" : "drawn");
      problems.hidden = graph.problems.errors === 0;
      problems.textContent = filled(words.showProblems, problemWords(words, graph.problems));
      plain.hidden = graph.layout !== "plain";
      const sizes = [
        countedWords(words.objective, graph.nodes.length),
        countedWords(words.edge, graph.edges.length),
      ];
      say([...sizes, problemWords(words, graph.problems)].filter(Boolean).join(", "));
    },
  };
}

function problemWords({ error, warning }: PageWords, { errors, warnings }: ProblemCounts): string {
  const said = [
    errors > 0 ? countedWords(error, errors) : "",
    warnings > 0 ? countedWords(warning, warnings) : "",
  ];
  return said.filter(Boolean).join(", ");
}
