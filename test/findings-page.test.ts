// docs/findings has a page for every code, made from the tables: `npm test -- -u` writes them anew.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../server/src/language/diagnostics/finding.ts";
import type { CodeSpec } from "../server/src/language/diagnostics/codes/spec.ts";
import { inEnglish } from "../server/src/language/text/sentence.ts";
import { codes, levelOf, themes, urlOf, type Code } from "../server/src/language/diagnostics/codes.ts";
import { messageOf } from "./support/sentences.ts";
import { examples, type Example } from "./support/problem-examples.ts";
import type { Problem } from "../server/src/language/syntax/messages.ts";
import { inlineCode, plain } from "./docs/markdown.ts";
import { findingsOf } from "./support/findings.ts";
import { ALL_CODES, findingsOfExample } from "./support/woken.ts";

const FOLDER = "docs/findings";

test.each(ALL_CODES)("the page of %s says what the table says", async (code) => {
  await expect(page(code)).toMatchFileSnapshot(path.resolve(urlOf(code, FOLDER)));
});

test.each(Object.keys(examples) as Problem[])(
  "the example of %s has this problem, and no other",
  (problem) => {
    expect(problemsIn(examples[problem])).toEqual([problem]);
  },
);

test("the list names them all", async () => {
  await expect(list()).toMatchFileSnapshot(path.resolve(FOLDER, "README.md"));
});

test("nothing else is there", () => {
  const wanted = new Set([...ALL_CODES.map((code) => `${code}.md`), "README.md"]);
  expect(readdirSync(FOLDER).filter((file) => !wanted.has(file))).toEqual([]);
});

test("every code has a theme, in the order of the table", () => {
  expect(Object.values(themes).flatMap((theme) => Object.keys(theme))).toEqual(ALL_CODES);
});

function page(code: Code): string {
  const { doc, fix, bad, good }: CodeSpec = codes[code];
  return [
    `# ${code}`,
    `_${levelWords(code)}_ · [all findings](README.md)`,
    `> ${inMarkdown(sentenceOf(code))}`,
    inEnglish(doc),
    ...(fix === undefined ? [] : [`**Quick fix:** ${fix}`]),
    `## Found in\n\n${example(bad)}`,
    `## Not in\n\n${example(good)}`,
    ...sentences(code),
    `## To change how much it matters\n\n${choices(code)}`,
  ].join("\n\n");
}

function levelWords(code: Code): string {
  const level = levelOf(code);
  return level === "off" ? "off, unless a project switches it on" : level;
}

function sentenceOf(code: Code): string {
  const found = findingsOfExample(code, codes[code].bad).find((finding) => finding.code === code);
  return found ? messageOf(code, found.arguments) : "";
}

function inMarkdown(sentence: string): string {
  return sentence.replaceAll(/[\\|*<]/g, "\\$&");
}

function example(text: string): string {
  return `\`\`\`objectives\n${text.trim()}\n\`\`\``;
}

/** Where one code has several sentences: each with a text of which it is said. */
function sentences(code: Code): readonly string[] {
  const problems = (Object.keys(examples) as Problem[]).filter((it) => saidOf(it)?.code === code);
  if (problems.length < 2) return [];
  const rows = problems.map((problem) => {
    const said = saidOf(problem);
    return `| ${said ? plain(messageOf(code, said.arguments)) : ""} | ${inlineCode(shown(examples[problem]))} |`;
  });
  const intro =
    "`⏎` is a line end, and `⇥` a tab. Where only a property or an arrow is shown, it stands inside an objective.";
  return [`## What it says\n\n${intro}\n\n| It says | Of |\n|---|---|\n${rows.join("\n")}`];
}

function saidOf(problem: Problem): Finding | undefined {
  return problemFindings(examples[problem]).find(({ arguments: [first] }) => first === problem);
}

function problemsIn(it: Example): readonly (string | undefined)[] {
  return [...new Set(problemFindings(it).map(({ arguments: [first] }) => first))];
}

/** What stops the text from being read; that an included file is not there does not. */
function problemFindings(it: Example): readonly Finding[] {
  const errors = findingsOf(fileOf(it)).filter(({ severity }) => severity === "error");
  return errors.filter(({ code }) => code !== "include-missing");
}

function fileOf(it: Example): string {
  if ("file" in it) return `${it.file}\n`;
  if ("text" in it) return `objectives "Example"\n\n${it.text}\n`;
  const more = it.lines.includes("call_back") ? 'objective call_back { prompt "Agree on a time." }\n' : "";
  const closing = it.lines.includes("close") ? 'objective close { prompt "Say goodbye." }\n' : "";
  return `objectives "Example"\n\nobjective greet {\n  prompt "Greet the caller."\n  ${it.lines.replaceAll("\n", "\n  ")}\n}\n${closing}${more}`;
}

function shown(it: Example): string {
  return Object.values(it).join("");
}

function choices(code: Code): string {
  return levelOf(code) === "error" ? `${STILL_REFUSED}\n\n${ways(code)}` : ways(code);
}

const STILL_REFUSED =
  "While it is there, the set is not uploaded: another level, or a comment, only puts it out of sight.";

function ways(code: Code): string {
  const project = `In the project's \`objectives.json\`:\n\n\`\`\`json\n{ "version": 1, "rules": { "${code}": "${otherLevel(code)}" } }\n\`\`\`\n`;
  const place = `At one place, above whatever begins on the next line:\n\n\`\`\`objectives\n// objectives-disable-next-line ${code}\n\`\`\`\n`;
  return `${project}\n${place}`;
}

function otherLevel(code: Code): string {
  return levelOf(code) === "off" ? "hint" : "off";
}

function list(): string {
  const sections = Object.entries(themes).map(([theme, members]) => {
    const rows = (Object.keys(members) as Code[]).map(
      (code) => `| [\`${code}\`](${code}.md) | ${levelOf(code)} | ${inMarkdown(sentenceOf(code))} |`,
    );
    return `## ${theme}\n\n| Code | | For example |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return [INTRODUCTION, ...sections].join("\n");
}

const INTRODUCTION = `# Findings

What is found in a text, by its code. Each has a page with a bad and a good example; both run as tests.

\`objectives.json\` can give a code another level, \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`:

\`\`\`json
{ "version": 1, "rules": { "long-prompt": "off", "no-collect": "hint" } }
\`\`\`

A comment silences findings in the whole construct that begins on the next line, a declaration, a property, an arrow,
a step or a value of a step; several codes stand side by side, and a reason behind \` -- \`. An error is then out of sight, and still keeps the set from being uploaded.

\`\`\`objectives
// objectives-disable-next-line long-prompt
prompt "…"
\`\`\`

One finding per cause: what follows from another stays silent.
`;
