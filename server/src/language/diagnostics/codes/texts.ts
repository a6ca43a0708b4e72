// The words of prompts, and what no text should hold.
import { sentence } from "../../text/sentence.ts";
import { one, two } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";

export const texts = {
  "long-prompt": {
    severity: "warning",
    message: (length) =>
      sentence`This prompt has ${length} characters: over 1,000 the agent loses sight of its goal. Split it into several objectives.`,
    doc: sentence`One objective is one goal with an outcome that can be observed. A long prompt usually holds several.`,
    bad: one(`prompt "${"Ask for the name of the caller and of the company. ".repeat(21)}"`),
    good: one('prompt "Ask for the name of the caller and of the company."'),
  },
  "vague-prompt": {
    severity: "hint",
    message: (excerpt) =>
      sentence`Nobody can tell when '${excerpt}' is achieved: say what the participant must have said, done or shown.`,
    doc: sentence`The platform's model reads the prompt twice: to steer the conversation, and to judge whether the objective is completed. It can judge only what can be seen or heard. Found in English prompts.`,
    bad: one('prompt "Make sure the caller is happy."'),
    good: one('prompt "Ask whether the caller\'s question is answered, from one to five."'),
  },
  "several-goals": {
    severity: "hint",
    message: () =>
      sentence`This prompt has several goals: give each an objective of its own, and join them with arrows.`,
    doc: sentence`One objective is one goal. Of several, the conversation may leave one out, and the objective is still taken for completed. Found in English prompts.`,
    bad: one(
      'prompt "Collect the caller\'s name and date of birth, explain the prices and book an appointment for them."\ncollect caller_name, date_of_birth, appointment_date',
    ),
    good: two(
      'prompt "Collect the caller\'s name and date of birth."\ncollect caller_name, date_of_birth\n-> close',
    ),
  },
  "branching-in-prompt": {
    severity: "hint",
    message: (excerpt) =>
      sentence`'${excerpt}' chooses a way inside the prompt: write it as an arrow, -> … when "…".`,
    doc: sentence`Which objective comes next is decided by arrows and their conditions. A choice that only the prompt knows can be neither checked nor drawn, and the agent may talk about one way while the flow takes another. Found in English prompts.`,
    fix: "Makes an arrow of a sentence that says both its condition and an objective's name.",
    bad: routed(
      'prompt "Ask whether the caller is a member. If the caller is no member, go to close."\n-> offer',
    ),
    good: routed(
      'prompt "Ask whether the caller is a member."\n-> close when "The caller is no member"\n-> offer otherwise',
    ),
  },
  "future-in-prompt": {
    severity: "hint",
    message: (excerpt) =>
      sentence`'${excerpt}' is about what comes afterwards, which the arrows say: leave it out of the prompt.`,
    doc: sentence`A prompt says what to achieve now. With what comes afterwards in it, the agent begins with that too early, and the two drift apart when the flow is changed. Found in English prompts.`,
    bad: two('prompt "Ask for the caller\'s name. Then move on to the goodbye."\n-> close'),
    good: two('prompt "Ask for the caller\'s name."\n-> close'),
  },
  "secret-in-text": {
    severity: "warning",
    message: (excerpt) =>
      sentence`'${excerpt}…' looks like a key or a token: everyone with this text can use it. Keep it out of the file, and replace it where it is in use.`,
    doc: sentence`Texts are uploaded, stored in version control and read by the platform's models. Keys do not belong there.`,
    bad: one(
      'prompt "Greet the caller."\ncallback "https://example.com/hook?token=9f8b7c6d5e4f3a2b1c0d9e8f7a6b"',
    ),
    good: one('prompt "Greet the caller."\ncallback "https://example.com/hook"'),
  },
} as const satisfies Record<string, CodeSpec>;

/** A greeting with these lines, from which two ways lead to the goodbye. */
function routed(lines: string): string {
  return `${two(lines)}\nobjective offer {\n  prompt "Tell the caller the price for members."\n  -> close\n}\n`;
}
