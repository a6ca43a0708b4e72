// Files that no disk holds, as in a repository on the web: the server reads them through its client.
import type { CodeAction, PublishDiagnosticsParams, WorkspaceEdit } from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import {
  failingFile,
  filesIn,
  memoryFileSystem,
  type MemoryFileSystem,
} from "../project/memory-file-system.ts";
import { inOneLine, lspPair, type LspPair, type PairOptions } from "../support/lsp-pair.ts";

const FOLDER = "vscode-vfs://github/us";
const uriOf = (name: string): string => `${FOLDER}/${name}`;

const MAIN = `objectives "Main"
include "./parts/closé 😀.objectives"
objective greet { prompt "Greet." -> close }
`;
const CLOSING_NAME = "parts/closé 😀.objectives";
const CLOSING = 'objective close { prompt "Close." }\n';
const LONG = `objectives "Long"\nobjective ask { prompt "${"Ask how they are. ".repeat(60)}" }\n`;
const CAPABLE = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } },
};

const remote = (texts: Readonly<Record<string, string>>): MemoryFileSystem => filesIn(FOLDER, texts);

async function pairOn(served: PairOptions["served"], options: PairOptions = {}): Promise<LspPair> {
  return lspPair(CAPABLE, { ...options, ...(served ? { served } : {}), folder: FOLDER });
}

/** Waits until the last word on a file is this. */
async function checkSaid(pair: LspPair, uri: string, findings: readonly string[]): Promise<void> {
  let said: PublishDiagnosticsParams;
  do said = await pair.published();
  while (said.uri !== uri || said.diagnostics.map(inOneLine).join("\n") !== findings.join("\n"));
}

describe.each([
  ["a server with a disk", {}],
  ["one in a browser, which has none", { files: null }],
])("in %s", (_, options) => {
  test("a set sees its fragment", async () => {
    const pair = await pairOn(remote({ "main.objectives": MAIN, [CLOSING_NAME]: CLOSING }), options);
    await pair.open(MAIN.replace("-> close", "-> clos"), uriOf("main.objectives"));
    await checkSaid(pair, uriOf("main.objectives"), [
      "2:37-2:41 error unknown-objective: No objective is called 'clos'. Did you mean 'close'?",
    ]);
    await pair.end();
  });

  test("a name is renamed in the set that includes the fragment, though nobody has opened it", async () => {
    const pair = await pairOn(remote({ "main.objectives": MAIN, [CLOSING_NAME]: CLOSING }), options);
    const fragment = uriOf("parts/clos%C3%A9%20%F0%9F%98%80.objectives");
    await pair.open(CLOSING, fragment);
    const edit = await pair.client.sendRequest<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri: fragment },
      position: { line: 0, character: 12 },
      newName: "end_it",
    });
    const changed = (edit.documentChanges ?? []).map((it) => "textDocument" in it && it.textDocument.uri);
    expect(changed.toSorted()).toEqual([uriOf("main.objectives"), fragment]);
    await pair.end();
  });

  test("a finding is switched off in the objectives.json above", async () => {
    const pair = await pairOn(remote({ "objectives.json": '{ "version": 1 }\n' }), options);
    await pair.open(LONG, uriOf("flows/long.objectives"));
    const actions = await pair.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: uriOf("flows/long.objectives") },
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 40 } },
      context: { diagnostics: [] },
    });
    const [level] = actions.filter(({ title }) => title.startsWith("Switch off"));
    expect(Object.keys(level?.edit?.changes ?? {})).toEqual([uriOf("objectives.json")]);
    await pair.end();
  });
});

test("what the client cannot read is not there", async () => {
  const fault = failingFile("readFile", CLOSING_NAME, "denied");
  const pair = await pairOn(memoryFileSystem({ [uriOf(CLOSING_NAME)]: CLOSING }, fault));
  await pair.open(MAIN, uriOf("main.objectives"));
  await checkSaid(pair, uriOf("main.objectives"), [
    "1:8-1:37 error include-missing: './parts/closé 😀.objectives' is not there: write that file, or correct the path. It is seen from this file.",
  ]);
  await pair.end();
});

test("a client that fails at such a question leaves the server alive", async () => {
  const broken = { ...remote({}), readFile: () => Promise.reject(new Error("gone")) };
  const pair = await pairOn(broken);
  await pair.open(MAIN, uriOf("main.objectives"));
  const compiled = await pair.ask("objectives/compile", { uri: uriOf("main.objectives") });
  expect(compiled?.kind).toBe("refused");
  await pair.end();
});

test("without such a client nothing is said of what is out of reach", async () => {
  const pair = await pairOn(undefined);
  await pair.open(MAIN, uriOf("main.objectives"));
  await checkSaid(pair, uriOf("main.objectives"), []);
  await pair.end();
});

test("a client may have the pages of the findings somewhere else", async () => {
  const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
  const initializationOptions = { pages: "objectives-finding:/findings" };
  const pair = await lspPair(capabilities, { initializationOptions, pages: "file:///ours/findings" });
  await pair.open(MAIN.replace(/^include.*$/m, ""), uriOf("main.objectives"));
  const { diagnostics } = await pair.published();
  expect(diagnostics.map(({ codeDescription }) => codeDescription?.href)).toEqual([
    "objectives-finding:/findings/unknown-objective.md",
  ]);
  await pair.end();
});
