// Every finding: its code, severity, sentence and meaning, with a bad and a good example that run as tests.
import { describeProblem, problems, type Problem } from "../syntax/messages.ts";

export type Severity = "error" | "warning" | "information" | "hint";

export interface CodeSpec {
  readonly severity: Severity;
  readonly message: (...args: string[]) => string;
  /** Why it matters, in Markdown. */
  readonly doc: string;
  readonly bad: string;
  readonly good: string;
}

const didYouMean = (suggestion: string): string =>
  suggestion === "" ? "" : ` Did you mean '${suggestion}'?`;
const circle = (names: readonly string[]): string =>
  names.length === 1
    ? `'${names[0]}' leads to itself.`
    : `The objectives go round in a circle: ${[...names, names[0]].join(" → ")}.`;
const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

const listedPlainly = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

const mixedAdvice = (name: string, advice: string): string => {
  if (advice === "remove") return `A condition leads to '${name}' too: remove one of the two arrows.`;
  if (advice === "condition") return "Give it a condition with 'when', or remove it.";
  return `Write '-> ${name} otherwise'.`;
};

const set = (text: string): string => `objectives "Example"\n\n${text}\n`;
const one = (lines: string): string => set(`objective greet {\n${lines.replace(/^/gm, "  ")}\n}`);
const two = (lines: string): string =>
  set(`objective greet {\n${lines.replace(/^/gm, "  ")}\n}\n\nobjective close { prompt "Say goodbye." }`);
const three = (lines: string): string => `${two(lines)}\nobjective call_back { prompt "Agree on a time." }\n`;

export const codes = {
  syntax: {
    severity: "error",
    message: sentenceOf,
    doc: "The text does not have the form of the language at this place. The rest of the file is still understood.",
    bad: one('prompt "Greet the caller.'),
    good: one('prompt "Greet the caller."'),
  },
  "bad-escape": {
    severity: "error",
    message: sentenceOf,
    doc: 'A backslash begins an escape: `\\"` `\\\\` `\\n` `\\t` `\\r` `\\$` `\\u{…}`. `${name}` puts in a param where that is possible; elsewhere `$` before a brace is written `\\$`.',
    bad: one('prompt "Ask for 100\\% of the price."'),
    good: one('prompt "Ask for 100% of the price."'),
  },
  "bad-indent": {
    severity: "error",
    message: sentenceOf,
    doc: 'The indentation of the closing `"""` is taken off every line of the text, so no line may be indented less.',
    bad: one('prompt """\n  Greet the caller.\n Ask for a name.\n  """'),
    good: one('prompt """\n  Greet the caller.\n  Ask for a name.\n  """'),
  },
  "unknown-objective": {
    severity: "error",
    message: (name, suggestion = "") =>
      suggestion === ""
        ? `No objective is called '${name}': write one, or lead somewhere else.`
        : `No objective is called '${name}'.${didYouMean(suggestion)}`,
    doc: "An arrow and a scenario's step name an objective of the same set. The platform takes the upload, and the conversation ends where the name leads nowhere.",
    bad: two('prompt "Greet the caller."\n-> clos'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "duplicate-objective": {
    severity: "error",
    message: (name) => `The objective '${name}' exists already: give this one another name.`,
    doc: "Arrows find an objective by its name, so each name stands once in a set.",
    bad: set('objective greet { prompt "Greet the caller." }\n\nobjective greet { prompt "Greet again." }'),
    good: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> again\n}\n\nobjective again { prompt "Greet again." }',
    ),
  },
  "name-with-spaces": {
    severity: "error",
    message: (name, suggestion = "") =>
      `The platform refuses names with spaces: write '${suggestion}' instead of '${name}'.`,
    doc: "The platform's page: an objective's name is a string value without spaces.",
    bad: set('objective "greet caller" { prompt "Greet the caller." }'),
    good: set('objective greet_caller { prompt "Greet the caller." }'),
  },
  "bad-name": {
    severity: "warning",
    message: (name) =>
      `'${name}' may not be understood everywhere: use the letters a to z, digits and '_', up to 100 of them.`,
    doc: "Elsewhere on the platform names are made of letters, digits and underscores, up to 100 characters.",
    bad: set('objective "greet!" { prompt "Greet the caller." }'),
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "missing-prompt": {
    severity: "error",
    message: (name) => `'${name}' has no prompt: say what the agent should achieve with prompt "…".`,
    doc: "The platform requires a prompt of every objective.",
    bad: one("collect caller_name"),
    good: one('prompt "Ask for the caller\'s name."\ncollect caller_name'),
  },
  "empty-text": {
    severity: "error",
    message: (what) => `The ${what} is empty: say it in words.`,
    doc: "A prompt tells the agent what to achieve, a condition when a way is taken, a name what is meant. None works without words.",
    bad: one('prompt " "'),
    good: one('prompt "Greet the caller."'),
  },
  "unknown-property": {
    severity: "error",
    message: (name, suggestion = "") =>
      `An objective has no property '${name}'.${didYouMean(suggestion)}${suggestion === "" ? ' A note of your own is written meta name "…".' : ""}`,
    doc: "An objective says `modality`, `prompt`, `collect`, `confirm`, `callback`, `meta` and its arrows.",
    bad: one('prompt "Greet the caller."\nconfirmation manual'),
    good: one('prompt "Greet the caller."\nconfirm manual'),
  },
  "unknown-value": {
    severity: "error",
    message: (keyword, value = "", choices = "", suggestion = "") =>
      `'${keyword}' is ${choices}, not '${value}'.${didYouMean(suggestion)}`,
    doc: "`confirm` is `auto` or `manual`, `modality` is `verbal` or `visual`: the platform knows no other value.",
    bad: one('prompt "Greet the caller."\nconfirm automatic'),
    good: one('prompt "Greet the caller."\nconfirm auto'),
  },
  "duplicate-property": {
    severity: "error",
    message: (keyword) => `'${keyword}' is said already: keep one of the two.`,
    doc: "Each property stands once in an objective, and each note has a name of its own.",
    bad: one('prompt "Greet the caller."\nprompt "Say hello."'),
    good: one('prompt "Greet the caller and say hello."'),
  },
  "duplicate-defaults": {
    severity: "error",
    message: () => "A file has one 'defaults': put what both say into the first.",
    doc: "Two blocks of defaults could say different things of the same objective.",
    bad: `${set("defaults { confirm manual }\n\ndefaults { modality visual }")}\n${'objective greet { prompt "Greet the caller." }'}\n`,
    good: `${set("defaults {\n  confirm manual\n  modality visual\n}")}\n${'objective greet { prompt "Greet the caller." }'}\n`,
  },
  "empty-set": {
    severity: "information",
    message: () => 'This set has no objectives yet: write the first, objective name { prompt "…" }.',
    doc: "The platform takes a set with at least one objective.",
    bad: 'objectives "Example"\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "several-starts": {
    severity: "error",
    message: (name, start = "") =>
      `Nothing leads to '${name}', and the conversation starts with '${start}': link to it (-> ${name}). The platform takes exactly one start.`,
    doc: 'The start is the objective to which no other one leads. The platform refuses a set with several: "Objective chain must have exactly one root".',
    bad: set('objective greet { prompt "Greet the caller." }\n\nobjective close { prompt "Say goodbye." }'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  unreachable: {
    severity: "hint",
    message: (name, start = "") =>
      `'${name}' is never reached from '${start}': lead an arrow to it, or to what comes before it.`,
    doc: "Only a start that is not the conversation's leads here.",
    bad: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> close\n}\n\nobjective close { prompt "Say goodbye." }\n\nobjective other {\n  prompt "Ask for the reason."\n  -> lost\n}\n\nobjective lost { prompt "Thank the caller." }',
    ),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  cycle: {
    severity: "error",
    message: (noStart, ...names) =>
      `${circle(names)} The platform takes this, and then every conversation dies at its start: remove ${names.length === 1 ? "this arrow" : "one of these arrows"}.${noStart === "" ? "" : ` Nothing is the start: '${names[0]}' would be it if nothing led back there.`}`,
    doc: "A set with a cycle is accepted on upload, and then every conversation ends about a second after it began. Every arrow that leads back is found by itself, with the shortest circle that it closes.",
    bad: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason."\n  -> check\n}\n\nobjective check {\n  prompt "Repeat the reason."\n  -> ask\n}',
    ),
    good: set(
      'objective greet {\n  prompt "Greet the caller."\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason."\n  -> check\n}\n\nobjective check { prompt "Repeat the reason." }',
    ),
  },
  "mixed-edges": {
    severity: "warning",
    message: (name, advice = "") =>
      `'-> ${name}' is always taken, and conditions stand beside it: the platform does one or the other. ${mixedAdvice(name, advice)}`,
    doc: "Required and conditional next objectives exclude each other on the platform.",
    bad: three('prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back'),
    good: three(
      'prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back otherwise',
    ),
  },
  "no-otherwise": {
    severity: "information",
    message: (name) =>
      `If none of these conditions holds, the conversation is stuck in '${name}': add '-> … otherwise'.`,
    doc: "A participant may give an answer that no condition foresees.",
    bad: three(
      'prompt "Greet the caller."\n-> close when "The caller has no question"\n-> call_back when "The caller is busy"',
    ),
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "otherwise-alone": {
    severity: "error",
    message: (name) => `'otherwise' needs a condition beside it: write '-> ${name}', or add '-> … when "…"'.`,
    doc: "`otherwise` is the way that is taken where no condition holds; without a condition the way is simply the next one.",
    bad: two('prompt "Greet the caller."\n-> close otherwise'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "several-otherwise": {
    severity: "error",
    message: () => "One 'otherwise' is enough: give this way a condition with 'when', or remove it.",
    doc: "Of two ways that are taken in any other case, the platform cannot know which.",
    bad:
      three(
        'prompt "Greet the caller."\n-> greet_back when "The caller greets"\n-> close otherwise\n-> call_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." }\n',
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "otherwise-not-last": {
    severity: "warning",
    message: () => "'otherwise' is read last: move it behind the conditions.",
    doc: "The catch-all stands behind what it catches the rest of.",
    bad: three('prompt "Greet the caller."\n-> close otherwise\n-> call_back when "The caller is busy"'),
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "duplicate-edge": {
    severity: "error",
    message: (name, kind = "") =>
      `An arrow leads to '${name}' already: ${kind === "required" ? "" : "put both conditions into one, or "}remove this one.`,
    doc: "The platform keeps one condition for each next objective.",
    bad: three(
      'prompt "Greet the caller."\n-> close when "The caller is busy"\n-> close when "The caller has no question"\n-> call_back otherwise',
    ),
    good: three(
      'prompt "Greet the caller."\n-> close when "The caller is busy or has no question"\n-> call_back otherwise',
    ),
  },
  "several-required": {
    severity: "information",
    message: (name) =>
      `The platform's API of 2026 takes one next objective: '${name}' may be lost. Chain them instead.`,
    doc: "The documented list of required next objectives became one string in 2026. A server that knows only that form takes one.",
    bad: three('prompt "Greet the caller."\n-> close\n-> call_back'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "single-branch": {
    severity: "hint",
    message: (name) =>
      `If the condition does not hold, the conversation is stuck in '${name}': add '-> … otherwise'.`,
    doc: "With one condition and no alternative there is no way on for everybody else.",
    bad: two('prompt "Greet the caller."\n-> close when "The caller has no question"'),
    good: two('prompt "Greet the caller."\n-> close'),
  },
  "same-condition": {
    severity: "warning",
    message: (name) =>
      `The way to '${name}' has the same condition: the platform cannot tell which to take. Say what is different, or remove one.`,
    doc: "Two ways with the same words are one decision with two results.",
    bad:
      three(
        'prompt "Greet the caller."\n-> close when "The caller is busy"\n-> call_back when "the caller is busy."\n-> greet_back otherwise',
      ) + 'objective greet_back { prompt "Greet back." }\n',
    good: three('prompt "Greet the caller."\n-> call_back when "The caller is busy"\n-> close otherwise'),
  },
  "bad-callback": {
    severity: "error",
    message: (url, problem = "") =>
      problem === "plain"
        ? `'${url}' is not encrypted: what was collected would travel in the open. Use https.`
        : `'${url}' is no web address: write a whole one, such as "https://example.com/objectives".`,
    doc: "The platform sends a notification there when the objective is completed, so the address is absolute. It carries what the participant said: without https only to an address of your own machine (a warning).",
    bad: one('prompt "Greet the caller."\ncallback "example.com/hook"'),
    good: one('prompt "Greet the caller."\ncallback "https://example.com/hook"'),
  },
  "duplicate-variable": {
    severity: "error",
    message: (name) => `'${name}' is collected here already: remove one of the two.`,
    doc: "A variable is named once in an objective.",
    bad: one('prompt "Ask for the name."\ncollect caller_name, caller_name'),
    good: one('prompt "Ask for the name."\ncollect caller_name'),
  },
  "collected-twice": {
    severity: "hint",
    message: (variable, ...names) =>
      `'${variable}' is collected again here: on the way ${names.join(" → ")} the later value replaces the earlier. Collect it once, or give one of the two another name.`,
    doc: "A variable has one value in a conversation. Different branches may collect the same one; so may an objective whose name says that it asks again, such as `confirm_email`.",
    bad: set(
      'objective greet {\n  prompt "Ask for the caller\'s name."\n  collect full_name\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason of the call."\n  -> close\n}\n\nobjective close {\n  prompt "Ask in whose name to book."\n  collect full_name\n}',
    ),
    good: set(
      'objective greet {\n  prompt "Ask for the caller\'s name."\n  collect full_name\n  -> ask\n}\n\nobjective ask {\n  prompt "Ask for the reason of the call."\n  -> close\n}\n\nobjective close {\n  prompt "Ask in whose name to book."\n  collect booking_name\n}',
    ),
  },
  "long-prompt": {
    severity: "warning",
    message: (length) =>
      `This prompt has ${length} characters: over 1,000 the agent loses sight of its goal. Split it into several objectives.`,
    doc: "One objective is one goal with an outcome that can be observed. A long prompt usually holds several.",
    bad: one(`prompt "${"Ask for the name of the caller and of the company. ".repeat(21)}"`),
    good: one('prompt "Ask for the name of the caller and of the company."'),
  },
  "secret-in-text": {
    severity: "warning",
    message: (excerpt) =>
      `'${excerpt}…' looks like a key or a token: everyone with this text can use it. Keep it out of the file, and replace it where it is in use.`,
    doc: "Texts are uploaded, stored in version control and read by the platform's models. Keys do not belong there.",
    bad: one(
      'prompt "Greet the caller."\ncallback "https://example.com/hook?token=9f8b7c6d5e4f3a2b1c0d9e8f7a6b"',
    ),
    good: one('prompt "Greet the caller."\ncallback "https://example.com/hook"'),
  },
  "unknown-param": {
    severity: "error",
    message: (name, suggestion = "") =>
      suggestion === ""
        ? `No param is called '${name}': write param ${name} = "…" above the objectives, or \\\${ for the characters themselves.`
        : `No param is called '${name}'.${didYouMean(suggestion)}`,
    doc: "`${name}` puts in the value of a param that the set declares.",
    bad: one('prompt "Greet the caller for ${company}."'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "unused-param": {
    severity: "warning",
    message: (name) => `Nothing uses '${name}': write \${${name}} in a text, or remove it.`,
    doc: "A param that no text uses changes nothing.",
    bad: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller." }'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "duplicate-param": {
    severity: "error",
    message: (name) => `The param '${name}' exists already: give this one another name, or remove it.`,
    doc: "A param has one value.",
    bad: set(
      'param company = "Acme"\n\nparam company = "Apex"\n\nobjective greet { prompt "Greet the caller for ${company}." }',
    ),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "param-without-value": {
    severity: "hint",
    message: (name) =>
      `'${name}' has no value here: give it one (param ${name} = "…"), or compile with --param ${name}=….`,
    doc: "A param without a value of its own gets it when the set is compiled or uploaded; without one there is nothing to put in.",
    bad: set('param company\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
    good: set('param company = "Acme"\n\nobjective greet { prompt "Greet the caller for ${company}." }'),
  },
  "include-missing": {
    severity: "error",
    message: (path) =>
      path === ""
        ? 'Nothing is included: name a file, such as include "./closing.objectives".'
        : `'${path}' is not there: write that file, or correct the path. It is seen from this file.`,
    doc: "The declarations of another file are put into this set, so without that file whatever it declares is missing.",
    bad: 'objectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet { prompt "Greet the caller." }\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "include-outside": {
    severity: "error",
    message: (path) =>
      `'${path}' leads out of this workspace: include a file that is inside, by a path with '/' that begins with './' or '../'.`,
    doc: "A set is made of files that belong together: what is outside of the workspace (on the command line: of the project's folder) may be different, or missing, on the next machine.",
    bad: 'objectives "Example"\n\ninclude "../../../../elsewhere/closing.objectives"\n\nobjective greet { prompt "Greet the caller." }\n',
    good: set('objective greet { prompt "Greet the caller." }'),
  },
  "include-set": {
    severity: "error",
    message: (path) =>
      `'${path}' is a set by itself: remove its 'objectives' line to make it a fragment, or include another file.`,
    doc: "A set is uploaded by itself. What several sets share stands in a fragment, a file without an `objectives` line.",
    bad: '// closing.objectives\nobjectives "Closing"\n\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n}\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "include-cycle": {
    severity: "error",
    message: (path) =>
      `'${path}' includes this file already, by itself or through others: remove one of these includes. Every file of a set sees all of the set's names without them.`,
    doc: "The names of a set are one name space: a fragment sees those of the set that includes it and needs no include back.",
    bad: '// closing.objectives\ninclude "./main.objectives"\n\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "unused-fragment": {
    severity: "information",
    message: () =>
      'No set includes this file, so it is never uploaded: include it in one, or begin it with a line such as objectives "Name".',
    doc: "A file without an `objectives` line is a fragment: it counts only as a part of the sets that include it.",
    bad: 'objective close { prompt "Say goodbye." }\n',
    good: '// closing.objectives\nobjective close { prompt "Say goodbye." }\n\n// main.objectives\nobjectives "Example"\n\ninclude "./closing.objectives"\n\nobjective greet {\n  prompt "Greet the caller."\n  -> close\n}\n',
  },
  "duplicate-set-name": {
    severity: "warning",
    message: (name, ...files) =>
      `${listedPlainly(files)} ${files.length === 1 ? "is" : "are"} called '${name}' too: on the platform the sets look alike. Give this one another name.`,
    doc: "The platform's lists show sets by their names, and an upload recognises a set that was made before by it.",
    bad:
      set('objective greet { prompt "Greet the caller." }') +
      '\n// other.objectives\nobjectives "Example"\n\nobjective greet { prompt "Greet the guest." }\n',
    good:
      set('objective greet { prompt "Greet the caller." }') +
      '\n// other.objectives\nobjectives "Other example"\n\nobjective greet { prompt "Greet the guest." }\n',
  },
  "scenario-start": {
    severity: "error",
    message: (name, start = "") =>
      `A conversation starts with '${start}', not with '${name}': make '${start}' the first step.`,
    doc: "A scenario is a conversation from its start.",
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Short" {\n  close\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n}\n`,
  },
  "scenario-step": {
    severity: "error",
    message: (name, ...following) =>
      following.length === 0
        ? `'${name}' does not follow: the conversation is over before it. Remove this step, or add an arrow to '${name}'.`
        : `'${name}' does not follow here: ${listed(following)} ${following.length === 1 ? "does" : "do"}.`,
    doc: "Every step of a scenario is an objective to which an arrow of an earlier step leads.",
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Twice" {\n  greet\n  greet\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n}\n`,
  },
  "scenario-end": {
    severity: "error",
    message: (...following) =>
      `The conversation is not over here: ${listed(following)} ${following.length === 1 ? "follows" : "follow"}. Go on with ${following.length === 1 ? "it" : "them"}, or leave 'end' out.`,
    doc: "`end` says that nothing follows the last step.",
    bad: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Short" {\n  greet\n  end\n}\n`,
    good: `${two('prompt "Greet the caller."\n-> close')}\nscenario "Whole" {\n  greet\n  close\n  end\n}\n`,
  },
  "scenario-variable": {
    severity: "error",
    message: (name, objective = "", suggestion = "") =>
      `'${objective}' does not collect '${name}'.${suggestion === "" ? ` Add it there (collect ${name}), or remove it here.` : didYouMean(suggestion)}`,
    doc: "A step gives values to variables that its objective collects.",
    bad: `${one('prompt "Ask for the name."\ncollect caller_name')}\nscenario "Named" {\n  greet { name = "Ana" }\n}\n`,
    good: `${one('prompt "Ask for the name."\ncollect caller_name')}\nscenario "Named" {\n  greet { caller_name = "Ana" }\n}\n`,
  },
  "duplicate-scenario": {
    severity: "error",
    message: (title) => `A scenario is called '${title}' already: give this one another title.`,
    doc: "A scenario is run and reported by its title.",
    bad: `${one('prompt "Greet the caller."')}\nscenario "Whole" {\n  greet\n}\n\nscenario "Whole" {\n  greet\n  end\n}\n`,
    good: `${one('prompt "Greet the caller."')}\nscenario "Whole" {\n  greet\n  end\n}\n`,
  },
  "unused-suppression": {
    severity: "warning",
    message: (code) => `Nothing here has the finding '${code}': remove this comment.`,
    doc: "A suppression that silences nothing would hide a later mistake.",
    bad: set('// objectives-disable-next-line long-prompt\nobjective greet { prompt "Greet the caller." }'),
    good: set('objective greet { prompt "Greet the caller." }'),
  },
} as const satisfies Record<string, CodeSpec>;

export type Code = keyof typeof codes;

export function isCode(word: string): word is Code {
  return Object.hasOwn(codes, word);
}

/** The finding's sentence. */
export function messageOf(code: Code, args: readonly string[]): string {
  const { message }: CodeSpec = codes[code];
  return message(...args);
}

function sentenceOf(problem: string, ...args: string[]): string {
  return isProblem(problem) ? describeProblem(problem, args) : problem;
}

function isProblem(word: string): word is Problem {
  return Object.hasOwn(problems, word);
}
