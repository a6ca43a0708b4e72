// docs/diagnostics.md is made from the table of codes: `npm test -- -u` writes it anew.
import { expect, test } from "vitest";
import { codes, messageOf, type CodeSpec } from "../server/src/language/diagnostics/codes.ts";
import { workspaceFindings } from "./support/findings.ts";

test("docs/diagnostics.md says what the table says", async () => {
  const entries = Object.entries<CodeSpec>(codes);
  const contents = entries.map(([code, { severity }]) => `| [\`${code}\`](#${code}) | ${severity} |`);
  const sections = entries.map(([code, spec]) => section(code, spec));
  const page = [INTRODUCTION, "| Code | |\n|---|---|", contents.join("\n"), "", ...sections].join("\n");
  await expect(`${page}\n`).toMatchFileSnapshot("../docs/diagnostics.md");
});

const INTRODUCTION = `# Findings

What is found in a text, by its code. \`// objectives-disable-next-line code\` silences one in whatever begins on the next line
(an error is then out of sight, and still keeps the set from being uploaded);
\`objectives.json\` can give a code another severity (\`"rules": { "long-prompt": "off" }\`).
`;

function section(code: string, { severity, doc, bad, good }: CodeSpec): string {
  const found = workspaceFindings(bad).find((finding) => finding.code === code);
  const words = found ? messageOf(found.code, found.arguments) : "";
  return `## ${code}\n\n*${severity}* — ${words}\n\n${doc}\n\n${example("Found in", bad)}\n\n${example("Not in", good)}\n`;
}

function example(title: string, text: string): string {
  return `${title}:\n\n\`\`\`objectives\n${text.trim()}\n\`\`\``;
}
