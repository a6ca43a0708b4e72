// docs/findings has a page for every code, made from the table: `npm test -- -u` writes them anew.
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { CodeSpec } from "../server/src/language/diagnostics/codes/spec.ts";
import {
  codes,
  levelOf,
  messageOf,
  themes,
  urlOf,
  type Code,
} from "../server/src/language/diagnostics/codes.ts";
import { ALL_CODES, findingsOfExample } from "./support/woken.ts";

const FOLDER = "docs/findings";

test.each(ALL_CODES)("the page of %s says what the table says", async (code) => {
  await expect(page(code)).toMatchFileSnapshot(path.resolve(urlOf(code, FOLDER)));
});

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
    doc,
    ...(fix === undefined ? [] : [`**Quick fix:** ${fix}`]),
    `## Found in\n\n${example(bad)}`,
    `## Not in\n\n${example(good)}`,
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

function choices(code: Code): string {
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

A comment silences findings in the whole construct that begins on the next line, a declaration, a property, an arrow or a step;
several codes stand side by side. An error is then out of sight, and still keeps the set from being uploaded.

\`\`\`objectives
// objectives-disable-next-line long-prompt
prompt "…"
\`\`\`

One finding per cause: what follows from another stays silent.
`;
