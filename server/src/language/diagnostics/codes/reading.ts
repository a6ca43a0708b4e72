// What cannot be read: the form of the language, escapes, indentation.
import { describeProblem, problems, type Problem } from "../../syntax/messages.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { one } from "./examples.ts";
import type { CodeSpec } from "./spec.ts";

export const reading = {
  syntax: {
    severity: "error",
    message: sentenceOf,
    doc: sentence`The text does not have the form of the language at this place. The rest of the file is still understood.`,
    fix: "Writes what is missing or leaves out what is too much, where that is plain.",
    bad: one('prompt "Greet the caller.'),
    good: one('prompt "Greet the caller."'),
  },
  "bad-escape": {
    severity: "error",
    message: sentenceOf,
    doc: sentence`A backslash begins an escape: \`\\"\` \`\\\\\` \`\\n\` \`\\t\` \`\\r\` \`\\$\` \`\\u{…}\`. \`\${name}\` puts in a param where that is possible; elsewhere \`$\` before a brace is written \`\\$\`.`,
    fix: "Writes the param or the characters that were meant, or leaves out the backslash.",
    bad: one('prompt "Ask for 100\\% of the price."'),
    good: one('prompt "Ask for 100% of the price."'),
  },
  "bad-indent": {
    severity: "error",
    message: sentenceOf,
    doc: sentence`The indentation of the closing \`"""\` is taken off every line of the text, so no line may be indented less, or with other blanks: a tab is no row of spaces.`,
    fix: "Indents the line, or the whole text.",
    bad: one('prompt """\n  Greet the caller.\n Ask for a name.\n  """'),
    good: one('prompt """\n  Greet the caller.\n  Ask for a name.\n  """'),
  },
} as const satisfies Record<string, CodeSpec>;

function sentenceOf(problem: string, ...args: string[]): Sentence {
  return isProblem(problem) ? describeProblem(problem, args) : sentence`${problem}`;
}

function isProblem(word: string): word is Problem {
  return Object.hasOwn(problems, word);
}
