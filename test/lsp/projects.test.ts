// The objectives.json above a file, as the server reads it itself: every editor has the same findings.
import type { ClientCapabilities, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { inOneLine, lspPair, type LspPair } from "../support/lsp-pair.ts";
import { failingFile, memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";

const CONFIG = "/flows/objectives.json";
const SET = "file:///flows/deep/set.objectives";
const TEXT = 'objectives "S"\nobjective greet { prompt "Greet." -> gone }\n';

const PLAIN: ClientCapabilities = {};
const WATCHING: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** An objectives.json in which the finding of the text matters so much. */
function config(level: string): string {
  return JSON.stringify({ version: 1, rules: { "unknown-objective": level } });
}

async function pairOn(files: MemoryFileSystem, capabilities = PLAIN): Promise<LspPair> {
  return lspPair(capabilities, { files, folder: "file:///flows" });
}

/** What is said of the text in the end: what was said before may come once more. */
async function checkSaid(pair: LspPair, expected: string): Promise<void> {
  let said: PublishDiagnosticsParams;
  do said = await pair.published();
  while (said.diagnostics.map((it) => / (.*?):/.exec(inOneLine(it))?.[1]).join() !== expected);
}

async function told(pair: LspPair, uri: string, type: 1 | 2 | 3): Promise<void> {
  await pair.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
}

test("the nearest one counts, from the first word on", async () => {
  const files = memoryFileSystem({ [CONFIG]: config("hint"), "/objectives.json": config("off") });
  const pair = await pairOn(files);
  await pair.open(TEXT, SET);
  expect((await pair.published()).diagnostics.map(inOneLine)).toEqual([
    "1:37-1:41 hint unknown-objective: No objective is called 'gone': write one, or lead somewhere else.",
  ]);
  const graph = await pair.ask("objectives/graph", { uri: SET });
  expect(graph?.problems).toEqual({ errors: 0, warnings: 0 });
  await pair.end();
});

test("it is read again when it changes, comes and goes, or its folder does", async () => {
  const files = memoryFileSystem({ [CONFIG]: config("hint") });
  const pair = await pairOn(files, WATCHING);
  await pair.open(TEXT, SET);
  await checkSaid(pair, "hint unknown-objective");
  files.texts.set(CONFIG, config("warning"));
  await told(pair, `file://${CONFIG}`, 2);
  await checkSaid(pair, "warning unknown-objective");
  files.texts.set("/flows/deep/objectives.json", config("off"));
  await told(pair, "file:///flows/deep/objectives.json", 1);
  await checkSaid(pair, "");
  files.texts.delete("/flows/deep/objectives.json");
  files.texts.delete(CONFIG);
  await told(pair, "file:///flows", 3);
  await checkSaid(pair, "error unknown-objective");
  await pair.end();
});

test("an editor that tells of no files has it read again with every document that it opens", async () => {
  const files = memoryFileSystem({});
  const pair = await pairOn(files);
  await pair.open(TEXT, SET);
  await checkSaid(pair, "error unknown-objective");
  files.texts.set(CONFIG, config("information"));
  await pair.open('objective other { prompt "p" }', "file:///flows/other.objectives");
  await checkSaid(pair, "information unknown-objective");
  await pair.end();
});

test.for([
  ["is none", memoryFileSystem({ [CONFIG]: '{ "version": 1, "rules": { "cycle": "loud" } }' })],
  [
    "cannot be read",
    memoryFileSystem({ [CONFIG]: config("off") }, failingFile("readFile", CONFIG, "denied")),
  ],
] as const)("one that %s is told of, and everything matters as the language says", async ([, files]) => {
  const pair = await pairOn(files);
  const logged = new Promise((resolve) => pair.client.onNotification("window/logMessage", resolve));
  await pair.open(TEXT, SET);
  expect(await logged).toMatchObject({ type: 2, message: expect.stringContaining(CONFIG) });
  await checkSaid(pair, "error unknown-objective");
  await pair.end();
});

test("what was never saved is in no project", async () => {
  const pair = await pairOn(memoryFileSystem({ [CONFIG]: config("off") }));
  await pair.open(TEXT, "untitled:Untitled-1");
  await checkSaid(pair, "error unknown-objective");
  await pair.end();
});
