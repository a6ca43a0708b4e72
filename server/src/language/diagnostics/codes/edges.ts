// The arrows of one objective.
import { sentence, type Sentence } from "../../text/sentence.ts";
import { three, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";

export const edges = {
  "mixed-edges": {
    severity: "warning",
    message: (name, advice = "") =>
      sentence`'-> ${name}' is always taken, and conditions stand beside it: the platform does one or the other. ${mixedAdvice(name, advice)}`,
    doc: sentence`Required and conditional next objectives exclude each other on the platform.`,
    fix: "Makes an 'otherwise' of the arrow, or removes it.",
    bad: three('prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back'),
    good: three(
      'prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back otherwise',
    ),
  },
  "no-otherwise": {
    severity: "information",
    message: (name) =>
      sentence`If none of these conditions holds, the conversation is stuck in '${name}': add '-> … otherwise'.`,
    doc: sentence`A participant may give an answer that no condition foresees.`,
    fix: "Adds an 'otherwise', or makes one of the last condition.",
    bad: three(
      'prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back when "The caller is busy"',
    ),
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "single-branch": {
    severity: "hint",
    message: (name) =>
      sentence`If the condition does not hold, the conversation is stuck in '${name}': add '-> … otherwise'.`,
    doc: sentence`With one condition and no alternative there is no way on for everybody else.`,
    fix: "Adds an 'otherwise', or removes the condition.",
    bad: two('prompt "Greet the caller."\n-> close when "The caller has no question"'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "otherwise-alone": {
    severity: "error",
    message: (name) =>
      sentence`'otherwise' needs a condition beside it: write '-> ${name}', or add '-> … when "…"'.`,
    doc: sentence`\`otherwise\` is the way that is taken where no condition holds; without a condition the way is simply the next one.`,
    fix: "Leaves 'otherwise' out.",
    bad: two('prompt "Greet the caller."\n-> close otherwise'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "several-otherwise": {
    severity: "error",
    message: () => sentence`One 'otherwise' is enough: give this way a condition with 'when', or remove it.`,
    doc: sentence`Of two ways that are taken in any other case, the platform cannot know which.`,
    fix: "Makes a condition of its text, or removes the arrow.",
    bad:
      three(
        'prompt "Greet the caller."\n-> greet_back when "The caller greets"\n-> close otherwise\n-> call_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." -> call_back }\n',
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "otherwise-not-last": {
    severity: "warning",
    message: () => sentence`'otherwise' is read last: move it behind the conditions.`,
    doc: sentence`The catch-all stands behind what it catches the rest of.`,
    fix: "Moves it behind the conditions.",
    bad: three('prompt "Greet the caller."\n-> close otherwise\n-> call_back when "The caller is busy"'),
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "duplicate-edge": {
    severity: "error",
    message: (name, kind = "") =>
      kind === "required"
        ? sentence`An arrow leads to '${name}' already: remove this one.`
        : sentence`An arrow leads to '${name}' already: put both conditions into one, or remove this one.`,
    doc: sentence`The platform keeps one condition for each next objective.`,
    fix: "Puts both conditions into one, or removes this arrow.",
    bad: three(
      'prompt "Greet the caller."\n-> close when "The caller is busy"\n-> close when "The caller has no question"\n-> call_back otherwise',
    ),
    good: three(
      'prompt "Greet the caller."\n-> close when "The caller is busy or has no question"\n-> call_back otherwise',
    ),
  },
  "several-required": {
    severity: "information",
    message: (name) =>
      sentence`The platform's API of 2026 takes one next objective: '${name}' may be lost. Chain them instead.`,
    doc: sentence`The documented list of required next objectives became one string in 2026. A server that knows only that form takes one.`,
    fix: "Chains the two, or removes an arrow to where the other one leads in the end.",
    bad: three('prompt "Greet the caller."\n-> close\n-> call_back'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "same-condition": {
    severity: "warning",
    message: (name) =>
      sentence`The way to '${name}' has the same condition: the platform cannot tell which to take. Say what is different, or remove one.`,
    doc: sentence`Two ways with the same words are one decision with two results.`,
    bad:
      three(
        'prompt "Greet the caller."\n-> close when "The caller is busy"\n-> call_back when "the caller is busy."\n-> greet_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." }\n',
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "similar-conditions": {
    severity: "hint",
    message: (name) =>
      sentence`The way to '${name}' has a condition that says the same in other words: say what is different, or put both into one.`,
    doc: sentence`Two conditions that mean the same are one decision with two results: which way is taken is left to chance. English conditions are compared by the words that carry their meaning.`,
    bad:
      three(
        'prompt "Greet the caller."\n-> close when "The caller wants to cancel"\n-> call_back when "If the caller would like to cancel"\n-> greet_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." }\n',
    good:
      three(
        'prompt "Greet the caller."\n-> close when "The caller wants to cancel"\n-> call_back when "The caller wants to postpone"\n-> greet_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." }\n',
  },
} as const satisfies Record<string, CodeSpec>;

function mixedAdvice(name: string, advice: string): Sentence {
  if (advice === "remove") return sentence`A condition leads to '${name}' too: remove one of the two arrows.`;
  if (advice === "condition") return sentence`Give it a condition with 'when', or remove it.`;
  return sentence`Write '-> ${name} otherwise'.`;
}
