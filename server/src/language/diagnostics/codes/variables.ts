// What objectives collect.
import { sentence } from "../../text/sentence.ts";
import { one, set, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";

export const variables = {
  "duplicate-variable": {
    severity: "error",
    message: (name) => sentence`'${name}' is collected here already: remove one of the two.`,
    doc: sentence`A variable is named once in an objective.`,
    fix: "Removes this one.",
    bad: one('prompt "Ask for the name."\ncollect caller_name, caller_name'),
    good: one('prompt "Ask for the name."\ncollect caller_name'),
  },
  "collected-twice": {
    severity: "hint",
    message: (variable, ...names) =>
      sentence`'${variable}' is collected again here: on the way ${names.join(" → ")} the later value replaces the earlier. Collect it once, or give one of the two another name.`,
    related: sentence`It is collected here before.`,
    doc: sentence`A variable has one value in a conversation. Different branches may collect the same one; so may an objective whose name says that it asks again, such as \`confirm_email\`.`,
    bad: set(
      'objective greet {\n  prompt "Ask for the caller\'s name."\n  collect full_name\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason of the call."\n  -> close\n}\n\nobjective close {\n  prompt "Ask in whose name to book."\n  collect full_name\n}',
    ),
    good: set(
      'objective greet {\n  prompt "Ask for the caller\'s name."\n  collect full_name\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason of the call."\n  -> close\n}\n\nobjective close {\n  prompt "Ask in whose name to book."\n  collect booking_name\n}',
    ),
  },
  "variable-case": {
    severity: "hint",
    message: (name, suggestion = "") =>
      sentence`Variables are written in small letters, with '_' between the words: '${suggestion}' instead of '${name}'.`,
    related: sentence`It is collected here, too.`,
    doc: sentence`Whoever reads what was collected looks for one form of a name, and the platform's own examples are written in snake_case. Said once for each name, where the set first collects it.`,
    fix: "Renames the variable everywhere in the set, unless another has that name.",
    bad: one('prompt "Ask for the name."\ncollect callerName'),
    good: one('prompt "Ask for the name."\ncollect caller_name'),
  },
  "vague-variable": {
    severity: "hint",
    message: (name) =>
      sentence`'${name}' could hold anything: name what is collected, such as appointment_date or reason_for_visit.`,
    related: sentence`It is collected here, too.`,
    doc: sentence`The platform's model fills a variable by what its name says; from \`info\` or \`value1\` it can only guess. Said once for each name, where the set first collects it.`,
    bad: one('prompt "Ask for the reason of the call."\ncollect info'),
    good: one('prompt "Ask for the reason of the call."\ncollect call_reason'),
  },
  "no-collect": {
    severity: "off",
    message: (name) =>
      sentence`'${name}' collects nothing, so it may be taken for completed too early: say with 'collect' what has to be known, or write 'confirm manual'.`,
    doc: sentence`With \`confirm auto\` the platform's model decides when an objective is completed. What it has to collect is the clearest sign; without any, a polite answer may be enough. Off unless \`objectives.json\` switches it on: many objectives rightly collect nothing.`,
    bad: two('prompt "Greet the caller."\n-> close'),
    good: two('prompt "Ask for the reason of the call."\ncollect call_reason\n-> close'),
  },
} as const satisfies Record<string, CodeSpec>;
