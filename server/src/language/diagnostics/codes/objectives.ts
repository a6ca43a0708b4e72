// What objectives and defaults say of themselves.
import { eitherOf } from "../../syntax/messages.ts";
import { NOTHING, sentence, type Sentence } from "../../text/sentence.ts";
import { one, set } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";
import { didYouMean } from "./words.ts";

export const objectives = {
  "missing-prompt": {
    severity: "error",
    message: (name) => sentence`'${name}' has no prompt: say what the agent should achieve with prompt "…".`,
    doc: sentence`The platform requires a prompt of every objective.`,
    bad: one("collect caller_name"),
    good: one('prompt "Ask for the caller\'s name."\ncollect caller_name'),
  },
  "empty-text": {
    severity: "error",
    message: (what) => EMPTY[what] ?? NOTHING,
    doc: sentence`A prompt tells the agent what to achieve, a condition when a way is taken, a name what is meant. None works without words.`,
    bad: one('prompt " "'),
    good: one('prompt "Greet the caller."'),
  },
  "unknown-property": {
    severity: "error",
    message: (name, suggestion = "") =>
      suggestion === ""
        ? sentence`An objective has no property '${name}'. A note of your own is written meta name "…".`
        : sentence`An objective has no property '${name}'.${didYouMean(suggestion)}`,
    doc: sentence`An objective says \`modality\`, \`prompt\`, \`collect\`, \`confirm\`, \`callback\`, \`meta\` and its arrows.`,
    fix: "Writes the word that was meant, arrows, or a note of your own.",
    bad: one('prompt "Greet the caller."\nconfirmation auto'),
    good: one('prompt "Greet the caller."\nconfirm auto'),
  },
  "unknown-value": {
    severity: "error",
    message: (keyword, value = "", choices = "", suggestion = "") =>
      sentence`'${keyword}' is ${eitherOf(choices)}, not '${value}'.${didYouMean(suggestion)}`,
    doc: sentence`\`confirm\` is \`auto\` or \`manual\`, \`modality\` is \`verbal\` or \`visual\`: the platform knows no other value.`,
    fix: "Writes the value that was meant.",
    bad: one('prompt "Greet the caller."\nconfirm automatic'),
    good: one('prompt "Greet the caller."\nconfirm auto'),
  },
  "duplicate-property": {
    severity: "error",
    message: (keyword) => sentence`'${keyword}' is said already: keep one of the two.`,
    doc: sentence`Each property stands once in an objective, and each note has a name of its own.`,
    fix: "Removes one of the two; of two lists of variables makes one.",
    bad: one('prompt "Greet the caller."\nprompt "Say hello."'),
    good: one('prompt "Greet the caller and say hello."'),
  },
  "duplicate-defaults": {
    severity: "error",
    message: () => sentence`A file has one 'defaults': put what both say into the first.`,
    doc: sentence`Two blocks of defaults could say different things of the same objective.`,
    fix: "Moves what this block says into the first, which has the last word.",
    bad: `${set('defaults { confirm auto }\n\ndefaults { callback "https://example.com/hook" }')}\n${'objective greet { prompt "Greet the caller." }'}\n`,
    good: `${set('defaults {\n  confirm auto\n  callback "https://example.com/hook"\n}')}\n${'objective greet { prompt "Greet the caller." }'}\n`,
  },
  "bad-callback": {
    severity: "error",
    message: (url, problem = "") =>
      problem === "plain"
        ? sentence`'${url}' is not encrypted: what was collected would travel in the open. Use https.`
        : sentence`'${url}' is no web address: write a whole one, such as "https://example.com/objectives".`,
    doc: sentence`The platform sends a notification there when the objective is completed, so the address is absolute. It carries what the participant said: without https only to an address of your own machine (a warning).`,
    bad: one('prompt "Greet the caller."\ncallback "example.com/hook"'),
    good: one('prompt "Greet the caller."\ncallback "https://example.com/hook"'),
  },
  "manual-needs-client": {
    severity: "hint",
    message: () =>
      sentence`With 'manual' the conversation waits until the client sends conversation.objective.confirm: make sure that yours does.`,
    related: sentence`This one is manual, too.`,
    doc: sentence`With \`confirm manual\` the platform sends \`conversation.objective.pending\` and waits for \`conversation.objective.confirm\` from the page that shows the video. Where nobody sends it, the conversation never gets any further. Said once for a set, where it first says \`manual\`: it is about the client, not about one objective.`,
    bad: one('prompt "Ask for the name."\ncollect caller_name\nconfirm manual'),
    good: one('prompt "Ask for the name."\ncollect caller_name'),
  },
  "visual-needs-perception": {
    severity: "hint",
    message: () =>
      sentence`With 'visual' the agent has to see: give its persona a perception layer, or this is never completed.`,
    related: sentence`This one is visual, too.`,
    doc: sentence`\`modality visual\` is completed by what the camera or a shared screen shows. Only a persona with a perception layer looks at it. Said once for a set, where it first says \`visual\`: it is about the persona, not about one objective.`,
    bad: one('modality visual\nprompt "The caller\'s card is held up to the camera and is readable."'),
    good: one('prompt "Ask for the number on the caller\'s card."'),
  },
} as const satisfies Record<string, CodeSpec>;

const EMPTY: Readonly<Record<string, Sentence>> = {
  prompt: sentence`The prompt is empty: say it in words.`,
  condition: sentence`The condition is empty: say it in words.`,
  "objective's name": sentence`The objective's name is empty: say it in words.`,
  "variable's name": sentence`The variable's name is empty: say it in words.`,
};
