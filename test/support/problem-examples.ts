// A small text with each problem of form, by which its sentence is shown and tried.
import type { Problem } from "../../server/src/language/syntax/messages.ts";

/** `lines`: of an objective that is right otherwise. `text`: of a set, behind its header. `file`: with whatever it begins with. */
export type Example = { readonly lines: string } | { readonly text: string } | { readonly file: string };

export const examples = {
  "missing-name": { text: 'objective { prompt "Greet the caller." }' },
  "missing-objective": { text: 'greet { prompt "Greet the caller." }' },
  "header-brace": { file: 'objectives "Bike repair" {\n  objective greet { prompt "Greet the caller." }\n}' },
  "missing-brace": { text: 'objective greet\n  prompt "Greet the caller."\n}' },
  "unclosed-brace": { text: 'objective greet {\n  prompt "Greet the caller."' },
  "missing-text": { lines: "callback" },
  "missing-value": { lines: "confirm" },
  "missing-target": { lines: '-> when "It is late"' },
  "misspelt-arrow": { lines: "=> close" },
  "foreign-comment": { lines: "# Why." },
  "missing-arrow": { lines: 'close when "It is late"\n-> call_back otherwise' },
  "wrapped-target": { lines: "-> [close]" },
  "wrapped-names": { lines: "collect [age, city]" },
  "no-sign-before-brace": { text: 'objective greet: { prompt "Greet the caller." }' },
  "missing-variable": { lines: "collect age, , city" },
  "missing-comma": { lines: "collect age city" },
  "condition-first": { lines: 'when "It is late" -> close\notherwise -> call_back' },
  "missing-when": { lines: '-> close if "It is late"\n-> call_back otherwise' },
  "unknown-edge-word": { lines: '-> close when "It is late"\n-> call_back else' },
  "colon-for-equals": {
    text: 'param company: "Acme"\n\nobjective greet { prompt "Greet for ${company}." }',
  },
  "missing-equals": {
    text: 'param company "Acme"\n\nobjective greet { prompt "Greet for ${company}." }',
  },
  "missing-meta": { lines: "meta owner" },
  "one-target": { lines: "-> close, call_back" },
  "one-condition": { lines: '-> close when "It is late" otherwise\n-> call_back otherwise' },
  "before-brace": { text: 'objective greet -> close { prompt "Greet the caller." }' },
  "name-in-words": { text: 'objective greet caller { prompt "Greet the caller." }' },
  "marks-in-name": { text: 'objective greet.caller { prompt "Greet the caller." }' },
  "param-in-name": { text: 'objective greet_${who} { prompt "Greet the caller." }' },
  "like-header": { file: 'objective "Bike repair"\n\nobjective greet { prompt "Greet the caller." }' },
  "variables-in-words": { lines: "collect first name, last name" },
  "reserved-word": { lines: "collect age, prompt" },
  "unquoted-text": { text: "objective greet {\n  prompt Greet the caller.\n}" },
  "no-type": { lines: "collect age: number" },
  "no-assignment": { text: 'objective greet { prompt: "Greet the caller." }' },
  "unclosed-string": { text: 'objective greet {\n  prompt "Greet the caller.\n}' },
  "quote-in-text": { text: 'objective greet { prompt "Say "hello" to them." }' },
  "string-over-lines": { text: 'objective greet {\n  prompt "Greet the caller.\n    Be brief."\n}' },
  "foreign-block": { text: "objective greet {\n  prompt |\n    Greet the caller.\n}" },
  "unclosed-block": { text: 'objective greet {\n  prompt """\n    Greet the caller.\n}' },
  "misplaced-closing": {
    text: 'objective greet {\n  prompt """\n    Greet the caller.\n    Be brief."""\n}',
  },
  "misopened-block": { text: 'objective greet { prompt """Greet the caller.""" }' },
  "misspelt-opening": { text: 'objective greet {\n  prompt """ >\n    Greet the caller.\n    """\n}' },
  "conflict-mark": {
    text: '<<<<<<< HEAD\nobjective greet { prompt "Greet the caller." }\n=======\nobjective greet { prompt "Greet." }\n>>>>>>> main',
  },
  fence: { file: '```\nobjectives "Bike repair"\n\nobjective greet { prompt "Greet the caller." }\n```' },
  "plain-string": { lines: 'meta owner """\n  Ana\n  """' },
  unexpected: { lines: "[1]" },
  "unexpected-text": { text: 'objective greet { "Greet the caller." }' },
  "quoted-keyword": { text: 'objective greet {\n  "prompt": "Greet the caller."\n}' },
  "no-semicolon": { lines: "confirm auto;" },
  outside: { text: 'step greet { prompt "Greet the caller." }' },
  "unmatched-brace": { text: 'objective greet { prompt "Greet the caller." }\n}' },
  "not-in-defaults": {
    text: 'defaults { collect age }\n\nobjective greet { prompt "Greet the caller." }',
  },
  "edge-in-defaults": {
    text: 'defaults { -> greet }\n\nobjective greet { prompt "Greet the caller." }',
  },
  "not-in-scenario": {
    text: 'objective greet { prompt "Greet the caller." }\n\nscenario "Short" {\n  1. greet\n}',
  },
  "not-in-step": {
    text: 'objective greet {\n  prompt "Greet the caller."\n  collect age, city\n}\n\nscenario "Short" {\n  greet { age = "6", city = "Rome" }\n}',
  },
  "value-outside-step": {
    text: 'objective greet {\n  prompt "Greet the caller."\n  collect age\n}\n\nscenario "Short" {\n  greet\n  age = "6"\n}',
  },
  "after-end": {
    text: 'objective greet { prompt "Greet the caller." }\n\nscenario "Short" {\n  end\n  greet\n}',
  },
  "header-not-first": { file: 'objective greet { prompt "Greet the caller." }\n\nobjectives "Bike repair"' },
  "second-header": { text: 'objectives "Again"\n\nobjective greet { prompt "Greet the caller." }' },
  "include-not-first": {
    text: 'objective greet { prompt "Greet the caller." }\n\ninclude "./closing.objectives"',
  },
  "unknown-escape": { text: 'objective greet { prompt "Ask for 100\\% of it." }' },
  "bad-code-point": { text: 'objective greet { prompt "Ask for \\u{110000}." }' },
  "bad-interpolation": { text: 'objective greet { prompt "Ask for ${." }' },
  "no-interpolation": { lines: 'meta owner "${company}"' },
  "less-indented": {
    text: 'objective greet {\n  prompt """\n    Greet the caller.\n  Be brief.\n    """\n}',
  },
  "otherwise-indented": {
    text: 'objective greet {\n  prompt """\n    Greet the caller.\n\tBe brief.\n    """\n}',
  },
} as const satisfies Record<Problem, Example>;
