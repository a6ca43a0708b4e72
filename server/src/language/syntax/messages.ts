// What can be wrong with the form of a text, in this language's words: what is missing or too much, and what to write.
import { NOTHING, sentence, type Sentence } from "../text/sentence.ts";
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
  "missing-name": (what: string) =>
    what === "param"
      ? sentence`The name of the param is missing.`
      : sentence`The name of the objective is missing.`,
  "missing-objective": (name: string) => sentence`'objective' is missing before '${name}'.`,
  "header-brace": () =>
    sentence`No '{' stands behind the set's name: its objectives follow by themselves, without '{' and '}'.`,
  "missing-brace": (what: string, mark = "") =>
    mark === ""
      ? sentence`'{' is missing: what belongs to ${whatIsBetween(what)} stands between '{' and '}'.`
      : sentence`'{' stands here, not '${mark}': what belongs to ${whatIsBetween(what)} stands between '{' and '}'.`,
  "unclosed-brace": (what: string) => unclosed[what] ?? NOTHING,
  "missing-text": (keyword: string) =>
    sentence`A text is missing after '${keyword.split(" ").at(-1) ?? ""}': ${keyword} "…".`,
  "missing-value": (keyword: string, choices: string) =>
    sentence`A value is missing after '${keyword}': ${eitherOf(choices)}.`,
  "missing-target": () => sentence`The next objective's name is missing after '->'.`,
  "misspelt-arrow": () => sentence`An arrow is written '->'.`,
  "foreign-comment": () => sentence`A comment begins with '//'.`,
  "missing-arrow": (name: string) => sentence`'->' is missing before '${name}'.`,
  "wrapped-target": (name: string, before = "->") =>
    sentence`A name stands without brackets, and in no quotes but straight double ones: ${before} ${name}.`,
  "wrapped-names": () =>
    sentence`Variables stand with commas between them, and without brackets, dashes and other marks: collect a, b.`,
  "no-sign-before-brace": (sign: string) => sentence`There is no '${sign}' before '{': leave it out.`,
  "missing-variable": () => sentence`A variable's name is missing here.`,
  "missing-comma": (name: string, joined = "") =>
    isJoiningWord(name)
      ? joined === ""
        ? sentence`A comma stands between two variables, not '${name}'.`
        : sentence`A comma stands between two variables, not '${name}'; in one name, '_': ${joined}.`
      : joined === ""
        ? sentence`A comma is missing before '${name}'.`
        : sentence`A comma is missing before '${name}', or '_' if they are one name: ${joined}.`,
  "condition-first": (word: string, target = "close") =>
    word === "when"
      ? sentence`The arrow stands before its condition: -> ${target} when "…".`
      : sentence`The arrow stands before its condition: -> ${target} ${word}.`,
  "missing-when": (word: string) =>
    word === ""
      ? sentence`'when' is missing before the condition.`
      : turnsRound(word)
        ? sentence`'${word}' turns a condition round: write 'when' and the opposite of what stands here.`
        : sentence`A condition begins with 'when', not with '${word}'.`,
  "unknown-edge-word": (word: string, suggestion = "") =>
    suggestion === ""
      ? sentence`'${word}' does not belong behind an arrow's name: 'when "…"', 'otherwise' or nothing does.`
      : sentence`'${word}' does not belong behind an arrow's name. Did you mean '${suggestion}'?`,
  "colon-for-equals": (name: string, sign = ":") =>
    sentence`'=' stands between '${name}' and its value, not '${sign}'.`,
  "missing-equals": (name: string) => sentence`'=' is missing after '${name}'.`,
  "missing-meta": () => sentence`A note is a name and a text: meta owner "Ana".`,
  "one-target": () => sentence`An arrow leads to one objective: write another '->' for the next.`,
  "one-condition": () =>
    sentence`An arrow says either 'when "…"' or 'otherwise': keep one of the two, or write another arrow.`,
  "before-brace": () =>
    sentence`Only its name stands between 'objective' and '{': leave this out. What is next is an arrow inside, such as -> close.`,
  "name-in-words": (suggestion: string) => sentence`A name has no spaces: write ${suggestion}.`,
  "marks-in-name": (mark: string, suggestion: string) =>
    mark.startsWith("U+")
      ? sentence`A name has letters, digits, '_' and '-', and no invisible ${mark}: write ${suggestion}.`
      : sentence`A name has letters, digits, '_' and '-', and no '${mark}': write ${suggestion}.`,
  "param-in-name": () => sentence`A name has no param in it: write each name as it is.`,
  "like-header": () =>
    sentence`An objective has a body: objective name { … }. The name of a set begins with 'objectives': objectives "…".`,
  "variables-in-words": (suggestion: string) => sentence`A name has no spaces: write ${suggestion}.`,
  "reserved-word": (word: string) =>
    sentence`'${word}' is a word of the language: as a name it is written "${word}".`,
  "unquoted-text": (keyword: string, nothing = "") =>
    nothing === ""
      ? sentence`A text stands between straight double quotes: ${keyword} "…".`
      : sentence`'${nothing}' is no address: ${keyword} "" says that there is none.`,
  "no-type": (type: string) => sentence`A variable is only a name: leave '${type}' out.`,
  "no-assignment": (keyword: string, sign: string) =>
    sentence`There is no '${sign}' after '${keyword}': write its value right behind it.`,
  "unclosed-string": () =>
    sentence`The string is not closed: write '"' at its end, or """ for a text of several lines.`,
  "quote-in-text": () =>
    sentence`A '"' inside of a text is written \\": without the backslash the text ends there.`,
  "string-over-lines": () =>
    sentence`A string ends on its line: a text of several lines stands between """ and """, each at the end of its line.`,
  "foreign-block": () =>
    sentence`A text of several lines stands between """ and """, each at the end of its line.`,
  "unclosed-block": () => sentence`The text is not closed: write """ on a line of its own after it.`,
  "misplaced-closing": () => sentence`The closing """ stands on a line of its own.`,
  "misopened-block": (opening = '"""') => sentence`The text begins on the line after ${opening}.`,
  "misspelt-opening": () => sentence`A folded text begins with """>, and its words on the line after.`,
  "conflict-mark": () => sentence`A merge left this mark: keep one of the two versions, without the marks.`,
  fence: () => sentence`A fence belongs to another document: leave it out, and the one at the end.`,
  "plain-string": () => sentence`A string on one line is needed here: "…".`,
  unexpected: (text: string) => sentence`'${text}' does not belong here${habitHint(text) ?? NOTHING}.`,
  "unexpected-text": () => sentence`A text does not belong here: a property's keyword is missing before it.`,
  "quoted-keyword": (word: string) =>
    sentence`'${word}' stands here as in JSON: a property has neither quotes nor a colon. The platform's JSON becomes text when it is decompiled.`,
  "no-semicolon": () => sentence`No ';' is needed: what follows begins by itself.`,
  outside: (text: string, suggestion = "") => describeOutside(text, suggestion),
  "unmatched-brace": () => sentence`This '}' closes nothing.`,
  "not-in-defaults": (keyword: string) =>
    sentence`'${keyword}' cannot stand in 'defaults': it belongs to one objective.`,
  "edge-in-defaults": () => sentence`An arrow cannot stand in 'defaults': it belongs to one objective.`,
  "not-in-scenario": (text: string) =>
    sentence`'${text}' does not belong in a scenario: a step is an objective's name, and the last line may be 'end'.`,
  "not-in-step": (text: string) =>
    sentence`'${text}' does not belong here: what a step gives stands side by side, such as age = "6" city = "Rome".`,
  "value-outside-step": (step: string, name: string) =>
    sentence`What a step gives stands between '{' and '}': ${step} { ${name} = "…" }.`,
  "after-end": (name: string) => sentence`Nothing follows 'end': '${name}' stands after it.`,
  "header-not-first": () => sentence`'objectives' stands first in a file.`,
  "second-header": () => sentence`The set has its name already: a file has one 'objectives' line.`,
  "include-not-first": () =>
    sentence`'include' stands before the params, defaults, objectives and scenarios.`,
  "unknown-escape": (escape: string) =>
    sentence`'${escape}' is no escape. There are \\" \\\\ \\n \\t \\r \\$ and \\u{…}; a backslash itself is written \\\\.`,
  "bad-code-point": (escape: string) =>
    sentence`'${escape}' names no character: ${"\\u{0}"} to ${"\\u{10FFFF}"}.`,
  "bad-interpolation": () =>
    sentence`'\${' begins a param's name and '}' ends it. To say it as it is, write \\\${.`,
  "no-interpolation": () => sentence`A param cannot be used here. To say '\${' as it is, write \\\${.`,
  "less-indented": () =>
    sentence`This line is indented less than the closing """: indent it at least as far, or move the closing """ to the left.`,
  "otherwise-indented": () =>
    sentence`This line begins with other blanks than the closing """, tabs or spaces: begin both with the same.`,
} as const satisfies Record<string, (...args: string[]) => Sentence>;

/** The problem's sentence. */
export function describeProblem(problem: Problem, args: readonly string[]): Sentence {
  const said: (...args: string[]) => Sentence = problems[problem];
  return said(...args);
}

/** The values of a property, which stand side by side in a finding's argument. */
export function eitherOf(choices: string): Sentence {
  const [one = "", other = ""] = choices.split(" ");
  return sentence`${one} or ${other}`;
}

/** What people write out of habit where this language writes something else, or nothing. */
const habits: readonly (readonly [marks: string, hint: Sentence])[] = [
  [",", sentence`: what follows begins by itself`],
  ["[]", sentence`: the names of a list stand without brackets, such as collect a, b`],
  ["–—-", sentence`: an arrow is written ->`],
  ["'“”„‟‘’«»「」`", sentence`: quotes are straight and double, "…"`],
  ["+", sentence`: a text is one string, or several lines between """ and """`],
];

function habitHint(mark: string): Sentence | undefined {
  return habits.find(([marks]) => mark.length === 1 && marks.includes(mark))?.[1];
}

const unclosed: Readonly<Record<string, Sentence>> = {
  objective: sentence`The objective is not closed: write '}' after this.`,
  scenario: sentence`The scenario is not closed: write '}' after this.`,
  step: sentence`The step is not closed: write '}' after this.`,
  defaults: sentence`'defaults' is not closed: write '}' after this.`,
};

const between: Readonly<Record<string, Sentence>> = {
  objective: sentence`the objective`,
  scenario: sentence`the scenario`,
  step: sentence`the step`,
  defaults: sentence`'defaults'`,
};

/** What a pair of braces belongs to, as it is called within a sentence. */
export function whatIsBetween(block: string): Sentence {
  return between[block] ?? sentence`${block}`;
}

function describeOutside(text: string, suggestion: string): Sentence {
  if (suggestion !== "") return sentence`No declaration begins with '${text}'. Did you mean '${suggestion}'?`;
  if (text === "{")
    return sentence`'{' begins no declaration. The platform's JSON becomes text when it is decompiled.`;
  if (text === "->" || isPropertyName(text))
    return sentence`'${text}' stands outside of every declaration: write it inside 'objective name { … }'.`;
  const hint = habitHint(text);
  return hint === undefined
    ? sentence`No declaration begins with '${text}': an objective is written 'objective name { … }'.`
    : sentence`'${text}' does not belong here${hint}.`;
}
