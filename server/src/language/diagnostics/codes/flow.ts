// The flow of a whole set.
import { NOTHING, sentence, type Sentence } from "../../text/sentence.ts";
import { set, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { inFile } from "./words.ts";

export const flow = {
  "empty-set": {
    severity: "information",
    message: () => sentence`This set has no objectives yet: write the first, objective name { prompt "…" }.`,
    doc: sentence`The platform takes a set with at least one objective.`,
    bad: 'objectives "Example"\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "several-starts": {
    severity: "error",
    message: (name, start = "", file = "") =>
      sentence`Nothing leads to '${name}', and the conversation starts with '${start}'${inFile(file)}: link to it (-> ${name}). The platform takes exactly one start.`,
    related: sentence`The conversation starts here: no other start leads to more objectives.`,
    doc: sentence`The start is the objective to which no other one leads. The platform refuses a set with several: "Objective chain must have exactly one root".`,
    fix: "Leads an arrow here, from an end or from an objective that goes on where this one does.",
    bad: set('objective greet { prompt "Greet the caller." }\n\nobjective close { prompt "Say goodbye." }'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  unreachable: {
    severity: "hint",
    message: (name, start = "") =>
      sentence`'${name}' is never reached from '${start}': lead an arrow to it, or to what comes before it.`,
    doc: sentence`Only a start that is not the conversation's leads here.`,
    bad: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> close\n}\n\nobjective close { prompt "Say goodbye." }\n\nobjective other {\n  prompt "Ask for the reason."\n  -> lost\n}\n\nobjective lost { prompt "Thank the caller." }',
    ),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  cycle: {
    severity: "error",
    message: (noStart, ...names) =>
      sentence`${circle(names)}${noStart === "" ? NOTHING : sentence` Nothing is the start: '${names[0] ?? ""}' would be it if nothing led back there.`}`,
    related: sentence`This arrow is on the way around.`,
    doc: sentence`A set with a cycle is accepted on upload, and then every conversation ends about a second after it began. Every arrow that leads back is found by itself, with the shortest circle that it closes.`,
    fix: "Removes this arrow, or another one of the circle.",
    bad: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason."\n  -> check\n}\n\nobjective check {\n  prompt "Repeat the reason."\n  -> ask\n}',
    ),
    good: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason."\n  -> check\n}\n\nobjective check { prompt "Repeat the reason." }',
    ),
  },
} as const satisfies Record<string, CodeSpec>;

function circle(names: readonly string[]): Sentence {
  const [first = ""] = names;
  return names.length === 1
    ? sentence`'${first}' leads to itself. The platform takes this, and then every conversation dies at its start: remove this arrow.`
    : sentence`The objectives go round in a circle: ${[...names, first].join(" → ")}. The platform takes this, and then every conversation dies at its start: remove one of these arrows.`;
}
