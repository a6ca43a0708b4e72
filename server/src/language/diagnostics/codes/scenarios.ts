// Scenarios: conversations that a set must allow.
import { sentence } from "../../text/sentence.ts";
import { one, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean, inFile, listed } from "./words.ts";

export const scenarios = {
  "scenario-start": {
    severity: "error",
    message: (name, start = "") =>
      sentence`A conversation starts with '${start}', not with '${name}': make '${start}' the first step.`,
    doc: sentence`A scenario is a conversation from its start.`,
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Short" {\n  close\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n}\n`,
  },
  "scenario-step": {
    severity: "error",
    message: (name, ...following) =>
      following.length === 0
        ? sentence`'${name}' does not follow: the conversation is over before it. Remove this step, or add an arrow to '${name}'.`
        : following.length === 1
          ? sentence`'${name}' does not follow here: ${listed(following)} does.`
          : sentence`'${name}' does not follow here: ${listed(following)} do.`,
    doc: sentence`Every step of a scenario is an objective to which an arrow of an earlier step leads.`,
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Twice" {\n  greet\n  greet\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n}\n`,
  },
  "scenario-end": {
    severity: "error",
    message: (...following) =>
      following.length === 1
        ? sentence`The conversation is not over here: ${listed(following)} follows. Go on with it, or leave 'end' out.`
        : sentence`The conversation is not over here: ${listed(following)} follow. Go on with them, or leave 'end' out.`,
    doc: sentence`\`end\` says that nothing follows the last step.`,
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Short" {\n  greet\n  end\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n  end\n}\n`,
  },
  "scenario-variable": {
    severity: "error",
    message: (name, objective = "", suggestion = "") =>
      suggestion === ""
        ? sentence`'${objective}' does not collect '${name}'. Add it there (collect ${name}), or remove it here.`
        : sentence`'${objective}' does not collect '${name}'.${didYouMean(suggestion)}`,
    doc: sentence`A step gives values to variables that its objective collects.`,
    bad: `${one('prompt "Ask for the name."\ncollect caller_name')}\nscenario "Named" {\n  greet { name = "Ana" }\n}\n`,
    good: `${one('prompt "Ask for the name."\ncollect caller_name')}\nscenario "Named" {\n  greet { caller_name = "Ana" }\n}\n`,
  },
  "duplicate-scenario": {
    severity: "error",
    message: (title, file = "") =>
      title === ""
        ? sentence`Another scenario has an empty title, too: give this one words by which it is known.`
        : sentence`A scenario is called '${title}' already${inFile(file)}: give this one another title.`,
    doc: sentence`A scenario is run and reported by its title.`,
    bad: `${one('prompt "Greet the caller."')}\nscenario "Whole" {\n  greet\n}\n\nscenario "Whole" {\n  greet\n  end\n}\n`,
    good: `${one('prompt "Greet the caller."')}\nscenario "Whole" {\n  greet\n  end\n}\n`,
  },
} as const satisfies Record<string, CodeSpec>;
