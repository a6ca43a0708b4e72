// docs/cli.md held against the program: every command on the page is run, and what the page shows is what it prints.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../server/src/cli/run.ts";
import { EXAMPLES, exampleSets } from "../support/examples.ts";
import { consoleAnew } from "./console.ts";
import type { Stage } from "./stage.ts";
import { stage } from "./stage.ts";

const PAGE = path.join(import.meta.dirname, "..", "..", "docs", "cli.md");

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
  const parts = page.split(/(?<=^```console\n)([^]*?)(?=^```$)/m);
  const written = [];
  for (const [index, part] of parts.entries())
    written.push(index % 2 === 1 ? await consoleAnew(part, on) : part);
  return written.join("");
}

function examples(): Record<string, string> {
  const names = [...exampleSets(), "persona.json"];
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(EXAMPLES, name), "utf8")]));
}
