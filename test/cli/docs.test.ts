// docs/cli.md held against the program: every command on the page is run, and what the page shows is what it prints.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../server/src/cli/run.ts";
import type { Stage } from "./stage.ts";
import { checkCli, stage } from "./stage.ts";

const PAGE = path.join(import.meta.dirname, "..", "..", "docs", "cli.md");
const EXAMPLES = path.join(import.meta.dirname, "..", "..", "examples");

test("shows what the commands print; `vitest -u` writes it anew", async () => {
  const page = readFileSync(PAGE, "utf8");
  const on = stage({
    ...examples(),
    "hello.objectives": /```objectives\n([\s\S]*?)```/.exec(page)?.[1] ?? "",
  });
  await expect(await rewritten(page, on)).toMatchFileSnapshot(PAGE);
});

test("has a section with the help of every command, and every schema", () => {
  const page = readFileSync(PAGE, "utf8");
  for (const { name } of COMMANDS) expect(page).toContain(`\n## ${name}\n\n\`\`\`console\n`);
  for (const { name } of COMMANDS)
    expect(page).toContain(`$ objectives ${name} --help\nUsage: objectives ${name}`);
  for (const file of readdirSync("schemas/cli")) expect(page).toContain(`(../schemas/cli/${file})`);
});

async function rewritten(page: string, on: Stage): Promise<string> {
  const parts = page.split(/(```console\n[\s\S]*?```)/);
  const written = [];
  for (const part of parts) written.push(part.startsWith("```console") ? await blockAnew(part, on) : part);
  return written.join("");
}

async function blockAnew(block: string, on: Stage): Promise<string> {
  const runs = [];
  for (const [line, words = ""] of block.matchAll(/^\$ objectives (.*)$/gm)) {
    const heard = await checkCli(on, words);
    runs.push(`${line}\n${shown(heard)}\n`);
  }
  return `\`\`\`console\n${runs.join("\n")}\`\`\``;
}

/** Without the exit code, and without the options that the page has shown once. */
function shown(heard: string): string {
  return heard
    .replace(/=> \d+$/, "")
    .replace(/Global Options:\n(.+\n)+\n/, "")
    .trimEnd();
}

function examples(): Record<string, string> {
  const names = readdirSync(EXAMPLES).filter((name) => /\.(objectives|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(EXAMPLES, name), "utf8")]));
}
