// What stands beside the picture: problems, a word when there is nothing to show, and what a screen reader is told.
import type { GraphResult, ProblemCounts } from "../../server/src/protocol.ts";
import type { PageParts } from "./parts.ts";

export interface Notes {
  readonly update: (graph: GraphResult) => void;
  readonly nothing: () => void;
  /** Told to those who listen; the same words are not said twice in a row. */
  readonly say: (words: string) => void;
}

export function notesOf({ stage, tools, empty, problems, plain, live }: PageParts): Notes {
  const say = (words: string): void => {
    if (live.textContent !== words) live.textContent = words;
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
      problems.textContent = `${problemWords(graph.problems)} · Show problems`;
      plain.hidden = graph.layout !== "plain";
      const sizes = [counted(graph.nodes.length, "objective"), counted(graph.edges.length, "edge")];
      say([...sizes, problemWords(graph.problems)].filter(Boolean).join(", "));
    },
  };
}

function problemWords({ errors, warnings }: ProblemCounts): string {
  const words = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  return words.filter(Boolean).join(", ");
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
