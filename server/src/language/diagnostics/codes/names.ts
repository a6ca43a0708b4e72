// Names of objectives: what they may be, and that they lead somewhere.
import { sentence } from "../../text/sentence.ts";
import { set, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean, inFile } from "./words.ts";

export const names = {
  "unknown-objective": {
    severity: "error",
    message: (name, suggestion = "", reason = "") => {
      if (reason === "end")
        return sentence`No objective is called '${name}', and none is needed: a conversation ends where no arrow leads on. Leave this one out.`;
      if (reason === "look")
        return sentence`'${name}' is written with other characters than the objective's name that looks like it: write one of the two everywhere.`;
      return suggestion === ""
        ? sentence`No objective is called '${name}': write one, or lead somewhere else.`
        : sentence`No objective is called '${name}'.${didYouMean(suggestion)}`;
    },
    doc: sentence`An arrow and a scenario's step name an objective of the same set. The platform takes the upload, and the conversation ends where the name leads nowhere.`,
    fix: "Writes the name that was meant, or creates the objective.",
    bad: two('prompt "Greet the caller."\n-> clos'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "duplicate-objective": {
    severity: "error",
    message: (name, file = "") =>
      sentence`The objective '${name}' exists already${inFile(file)}: give this one another name, or remove it if it is a copy.`,
    doc: sentence`Arrows find an objective by its name, so each name stands once in a set.`,
    fix: "Renames this one and leads an arrow to it; removes it where it says the same.",
    bad: set('objective greet { prompt "Greet the caller." }\n\nobjective greet { prompt "Greet again." }'),
    good: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> again\n}\n\nobjective again { prompt "Greet again." }',
    ),
  },
  "name-with-spaces": {
    severity: "error",
    message: (name, suggestion = "") =>
      sentence`The platform refuses names with spaces: write '${suggestion}' instead of '${name}'.`,
    doc: sentence`The platform's page: an objective's name is a string value without spaces.`,
    fix: "Puts '_' in the place of the spaces, everywhere in the set.",
    bad: set('objective "greet caller" { prompt "Greet the caller." }'),
    good: set('objective greet_caller { prompt "Greet the caller." }'),
  },
  "bad-name": {
    severity: "warning",
    message: (name) =>
      sentence`'${name}' may not be understood everywhere: use the letters a to z, digits and '_', up to 100 of them.`,
    doc: sentence`Elsewhere on the platform names are made of letters, digits and underscores, up to 100 characters.`,
    fix: "Renames it everywhere in the set, with '_' for what is not understood.",
    bad: set('objective "greet!" { prompt "Greet the caller." }'),
    good: set('objective greet { prompt "Greet the caller." }'),
  },
} as const satisfies Record<string, CodeSpec>;
