// What can be wrong with the form of a text, in this language's words: what is missing or too much, and what to write.
import type { Span } from "../text/span.ts";
import { isPropertyName } from "../vocabulary.ts";
import { turnsRound } from "./edge-words.ts";
import { isJoiningWord } from "./name-words.ts";

/** A problem of form, found while reading one unit; its span is relative to that unit. */
export interface Issue {
  readonly code: "syntax" | "bad-escape" | "bad-indent";
  readonly span: Span;
  readonly problem: Problem;
  readonly arguments: readonly string[];
}

export type Problem = keyof typeof problems;

/** Each sentence goes with one problem; the arguments are pieces of the text or words of the language. */
export const problems = {
  "missing-name": (what: string) => `The name of the ${what} is missing.`,
  "missing-objective": (name: string) => `'objective' is missing before '${name}'.`,
  "header-brace": () =>
    "No '{' stands behind the set's name: its objectives follow by themselves, without '{' and '}'.",
  "missing-brace": (what: string, mark = "") =>
    `'{' ${mark === "" ? "is missing" : `stands here, not '${mark}'`}: what belongs to ${what === "defaults" ? "'defaults'" : `the ${what}`} stands between '{' and '}'.`,
  "unclosed-brace": (what: string) =>
    `${what === "defaults" ? "'defaults'" : `The ${what}`} is not closed: write '}' after this.`,
  "missing-text": (keyword: string) =>
    `A text is missing after '${keyword.split(" ").at(-1)}': ${keyword} "…".`,
  "missing-value": (keyword: string, choices: string) => `A value is missing after '${keyword}': ${choices}.`,
  "missing-target": () => "The next objective's name is missing after '->'.",
  "misspelt-arrow": () => "An arrow is written '->'.",
  "foreign-comment": () => "A comment begins with '//'.",
  "missing-arrow": (name: string) => `'->' is missing before '${name}'.`,
  "wrapped-target": (name: string, before = "->") =>
    `A name stands without brackets, and in no quotes but straight double ones: ${before} ${name}.`,
  "wrapped-names": () =>
    "Variables stand with commas between them, and without brackets, dashes and other marks: collect a, b.",
  "no-sign-before-brace": (sign: string) => `There is no '${sign}' before '{': leave it out.`,
  "missing-variable": () => "A variable's name is missing here.",
  "missing-comma": (name: string, joined = "") =>
    isJoiningWord(name)
      ? `A comma stands between two variables, not '${name}'${joined === "" ? "" : `; in one name, '_': ${joined}`}.`
      : `A comma is missing before '${name}'${joined === "" ? "" : `, or '_' if they are one name: ${joined}`}.`,
  "condition-first": (word: string, target = "close") =>
    `The arrow stands before its condition: -> ${target} ${word === "when" ? 'when "…"' : word}.`,
  "missing-when": (word: string) =>
    word === ""
      ? `'when' is missing before the condition.`
      : turnsRound(word)
        ? `'${word}' turns a condition round: write 'when' and the opposite of what stands here.`
        : `A condition begins with 'when', not with '${word}'.`,
  "unknown-edge-word": (word: string, suggestion = "") =>
    suggestion === ""
      ? `'${word}' does not belong behind an arrow's name: 'when "…"', 'otherwise' or nothing does.`
      : `'${word}' does not belong behind an arrow's name. Did you mean '${suggestion}'?`,
  "colon-for-equals": (name: string, sign = ":") =>
    `'=' stands between '${name}' and its value, not '${sign}'.`,
  "missing-equals": (name: string) => `'=' is missing after '${name}'.`,
  "missing-meta": () => `A note is a name and a text: meta owner "Ana".`,
  "one-target": () => "An arrow leads to one objective: write another '->' for the next.",
  "one-condition": () =>
    "An arrow says either 'when \"…\"' or 'otherwise': keep one of the two, or write another arrow.",
  "before-brace": () =>
    "Only its name stands between 'objective' and '{': leave this out. What is next is an arrow inside, such as -> close.",
  "name-in-words": (suggestion: string) => `A name has no spaces: write ${suggestion}.`,
  "marks-in-name": (mark: string, suggestion: string) =>
    `A name has letters, digits, '_' and '-', and no ${mark.startsWith("U+") ? `invisible ${mark}` : `'${mark}'`}: write ${suggestion}.`,
  "param-in-name": () => "A name has no param in it: write each name as it is.",
  "like-header": () =>
    "An objective has a body: objective name { … }. The name of a set begins with 'objectives': objectives \"…\".",
  "variables-in-words": (suggestion: string) => `A name has no spaces: write ${suggestion}.`,
  "reserved-word": (word: string) =>
    `'${word}' is a word of the language: as a name it is written "${word}".`,
  "unquoted-text": (keyword: string, nothing = "") =>
    nothing === ""
      ? `A text stands between straight double quotes: ${keyword} "…".`
      : `'${nothing}' is no address: ${keyword} "" says that there is none.`,
  "no-type": (type: string) => `A variable is only a name: leave '${type}' out.`,
  "no-assignment": (keyword: string, sign: string) =>
    `There is no '${sign}' after '${keyword}': write its value right behind it.`,
  "unclosed-string": () =>
    `The string is not closed: write '"' at its end, or """ for a text of several lines.`,
  "quote-in-text": () => `A '"' inside of a text is written \\": without the backslash the text ends there.`,
  "string-over-lines": () =>
    'A string ends on its line: a text of several lines stands between """ and """, each at the end of its line.',
  "foreign-block": () => 'A text of several lines stands between """ and """, each at the end of its line.',
  "unclosed-block": () => `The text is not closed: write """ on a line of its own after it.`,
  "misplaced-closing": () => `The closing """ stands on a line of its own.`,
  "misopened-block": (opening = '"""') => `The text begins on the line after ${opening}.`,
  "misspelt-opening": () => `A folded text begins with """>, and its words on the line after.`,
  "conflict-mark": () => "A merge left this mark: keep one of the two versions, without the marks.",
  fence: () => "A fence belongs to another document: leave it out, and the one at the end.",
  "plain-string": () => `A string on one line is needed here: "…".`,
  unexpected: (text: string) => `'${text}' does not belong here${habitHint(text) ?? ""}.`,
  "unexpected-text": () => "A text does not belong here: a property's keyword is missing before it.",
  "quoted-keyword": (word: string) =>
    `'${word}' stands here as in JSON: a property has neither quotes nor a colon. The platform's JSON becomes text when it is decompiled.`,
  "no-semicolon": () => "No ';' is needed: what follows begins by itself.",
  outside: (text: string, suggestion = "") => describeOutside(text, suggestion),
  "unmatched-brace": () => "This '}' closes nothing.",
  "not-in-defaults": (keyword: string) =>
    `'${keyword}' cannot stand in 'defaults': it belongs to one objective.`,
  "edge-in-defaults": () => "An arrow cannot stand in 'defaults': it belongs to one objective.",
  "not-in-scenario": (text: string) =>
    `'${text}' does not belong in a scenario: a step is an objective's name, and the last line may be 'end'.`,
  "not-in-step": (text: string) =>
    `'${text}' does not belong here: what a step gives stands side by side, such as age = "6" city = "Rome".`,
  "value-outside-step": (step: string, name: string) =>
    `What a step gives stands between '{' and '}': ${step} { ${name} = "…" }.`,
  "after-end": (name: string) => `Nothing follows 'end': '${name}' stands after it.`,
  "header-not-first": () => "'objectives' stands first in a file.",
  "second-header": () => "The set has its name already: a file has one 'objectives' line.",
  "include-not-first": () => "'include' stands before the params, defaults, objectives and scenarios.",
  "unknown-escape": (escape: string) =>
    `'${escape}' is no escape. There are \\" \\\\ \\n \\t \\r \\$ and \\u{…}; a backslash itself is written \\\\.`,
  "bad-code-point": (escape: string) => `'${escape}' names no character: \\u{0} to \\u{10FFFF}.`,
  "bad-interpolation": () => "'${' begins a param's name and '}' ends it. To say it as it is, write \\${.",
  "no-interpolation": () => "A param cannot be used here. To say '${' as it is, write \\${.",
  "less-indented": () =>
    `This line is indented less than the closing """: indent it at least as far, or move the closing """ to the left.`,
  "otherwise-indented": () =>
    `This line begins with other blanks than the closing """, tabs or spaces: begin both with the same.`,
} as const satisfies Record<string, (...args: string[]) => string>;

/** The problem's sentence. */
export function describeProblem(problem: Problem, args: readonly string[]): string {
  const sentence: (...args: string[]) => string = problems[problem];
  return sentence(...args);
}

/** What people write out of habit where this language writes something else, or nothing. */
const habits: readonly (readonly [marks: string, hint: string])[] = [
  [",", "what follows begins by itself"],
  ["[]", "the names of a list stand without brackets, such as collect a, b"],
  ["–—-", "an arrow is written ->"],
  ["'“”„‟‘’«»「」`", 'quotes are straight and double, "…"'],
  ["+", 'a text is one string, or several lines between """ and """'],
];

function habitHint(mark: string): string | undefined {
  const habit = habits.find(([marks]) => mark.length === 1 && marks.includes(mark));
  return habit && `: ${habit[1]}`;
}

function describeOutside(text: string, suggestion: string): string {
  if (suggestion !== "") return `No declaration begins with '${text}'. Did you mean '${suggestion}'?`;
  if (text === "{")
    return "'{' begins no declaration. The platform's JSON becomes text when it is decompiled.";
  if (text === "->" || isPropertyName(text))
    return `'${text}' stands outside of every declaration: write it inside 'objective name { … }'.`;
  const hint = habitHint(text);
  return hint === undefined
    ? `No declaration begins with '${text}': an objective is written 'objective name { … }'.`
    : `'${text}' does not belong here${hint}.`;
}
