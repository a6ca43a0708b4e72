// Params and their values.
import { sentence } from "../../text/sentence.ts";
import { one, set } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean, inFile } from "./words.ts";

export const params = {
  "unknown-param": {
    severity: "error",
    message: (name, suggestion = "") =>
      suggestion === ""
        ? sentence`No param is called '${name}': write param ${name} = "…" above the objectives, or \\\${ for the characters themselves.`
        : sentence`No param is called '${name}'.${didYouMean(suggestion)}`,
    doc: sentence`\`\${name}\` puts in the value of a param that the set declares.`,
    fix: "Writes the name that was meant, declares the param, or writes the characters themselves.",
    bad: one('prompt "Greet the caller for ${company}."'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "unused-param": {
    severity: "warning",
    message: (name) => sentence`Nothing uses '${name}': write \${${name}} in a text, or remove it.`,
    doc: sentence`A param that no text uses changes nothing.`,
    fix: "Removes the param.",
    bad: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller." }'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "duplicate-param": {
    severity: "error",
    message: (name, file = "") =>
      sentence`The param '${name}' exists already${inFile(file)}: give this one another name, or remove it.`,
    doc: sentence`A param has one value.`,
    fix: "Removes this one, or renames it.",
    bad: set(
      'param company = "Acme"\n\nparam company = "Apex"\n\nobjective greet { prompt "Greet the caller for ${company}." }',
    ),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "param-without-value": {
    severity: "hint",
    message: (name, target = "") =>
      target === ""
        ? sentence`'${name}' has no value here: give it one (param ${name} = "…"), or compile with --param ${name}=….`
        : sentence`'${name}' has no value for the target '${target}': give it one under "params" of that target in objectives.json, one for all targets here (param ${name} = "…"), or one with --param ${name}=….`,
    doc: sentence`A param without a value of its own gets it when the set is compiled or uploaded; without one there is nothing to put in.`,
    bad: set('param company\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
} as const satisfies Record<string, CodeSpec>;
