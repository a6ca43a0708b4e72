// Sets of several files in an editor: fragments are read from the disk, and open editors win over it.
import type {
  ClientCapabilities,
  CompletionList,
  Hover,
  Location,
  PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { inOneLine, lspPair, type LspPair } from "../support/lsp-pair.ts";
import { filesIn, sleeping, type MemoryFileSystem } from "../project/memory-file-system.ts";

const FOLDER = "file:///flows";
const uriOf = (name: string): string => `${FOLDER}/${name}`;

const MAIN = `objectives "Main"
include "./closing.objectives"
objective greet { prompt "Greet." -> close }
`;
const CLOSING = 'objective close { prompt "Close." }\n';

const PLAIN: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

const disk = (texts: Readonly<Record<string, string>>): MemoryFileSystem => filesIn("/flows", texts);

async function pairOn(files: MemoryFileSystem, capabilities = PLAIN): Promise<LspPair> {
  return lspPair(capabilities, { files, folder: FOLDER });
}

/** Waits until the last word on a file is this. */
async function checkSaid(pair: LspPair, name: string, findings: readonly string[]): Promise<void> {
  let said: PublishDiagnosticsParams;
  do said = await pair.published();
  while (said.uri !== uriOf(name) || said.diagnostics.map(inOneLine).join("\n") !== findings.join("\n"));
}

describe("a set", () => {
  test("sees the fragment that it includes", async () => {
    const pair = await pairOn(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    await pair.open(MAIN.replace("-> close", "-> clos"), uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", [
      "2:37-2:41 error unknown-objective: No objective is called 'clos'. Did you mean 'close'?",
    ]);
    await pair.end();
  });

  test("is compiled, pulled and drawn to a file only once all of it is read", async () => {
    const { files, spin } = sleeping(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    const pair = await pairOn(files);
    const uri = uriOf("main.objectives");
    await pair.open(MAIN, uri);
    const json = '[{"objective_name":"close","objective_prompt":"Bye."}]';
    const answers = Promise.all([
      pair.ask("objectives/compile", { uri }),
      pair.ask("objectives/exportGraph", { uri, format: "mermaid", theme: "light" }),
      pair.ask("objectives/pull", { uri, json }),
    ]);
    await pair.ask("objectives/decompile", { json }); // behind these, so that they have come to wait
    spin();
    const [compiled, drawn, pulled] = await answers;
    expect(JSON.stringify(compiled)).toContain("Close.");
    expect(drawn).toContain('"close"');
    expect(JSON.stringify(pulled)).toContain(uriOf("closing.objectives"));
    await pair.end();
  });

  test("is followed in its picture from every file of it", async () => {
    const pair = await pairOn(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    await pair.open(MAIN, uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", []);
    await pair.open(CLOSING, uriOf("closing.objectives"));
    await pair.open('objective close { prompt "Alone." }', uriOf("stranger.objectives"));
    const nodeIn = async (name: string) =>
      pair.ask("objectives/nodeAt", {
        uri: uriOf("main.objectives"),
        file: uriOf(name),
        position: { line: 0, character: 12 },
      });
    expect(await nodeIn("closing.objectives")).toBe("close");
    expect(await nodeIn("stranger.objectives")).toBeNull();
    await pair.end();
  });

  test("says that a fragment is not there, and hears when it is", async () => {
    const files = disk({ "main.objectives": MAIN });
    const pair = await pairOn(files);
    await pair.open(MAIN, uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", [
      "1:8-1:30 error include-missing: './closing.objectives' is not there: write that file, or correct the path. It is seen from this file.",
    ]);
    files.texts.set("/flows/closing.objectives", CLOSING);
    await changed(pair, "closing.objectives");
    await checkSaid(pair, "main.objectives", []);
    await pair.end();
  });

  test("follows a fragment that is being edited, whatever the disk says, until its editor is closed unsaved", async () => {
    const pair = await pairOn(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    await pair.open(MAIN, uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", []);
    await pair.open(CLOSING.replace("close", "end_it"), uriOf("closing.objectives"));
    await checkSaid(pair, "main.objectives", [
      "2:37-2:42 error unknown-objective: No objective is called 'close': write one, or lead somewhere else.",
    ]);
    await pair.close(uriOf("closing.objectives"));
    await checkSaid(pair, "main.objectives", []);
    await pair.end();
  });

  test("sees a fragment that is written in an editor and is on no disk yet", async () => {
    const pair = await pairOn(disk({ "main.objectives": MAIN }));
    await pair.open(MAIN, uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", [
      "1:8-1:30 error include-missing: './closing.objectives' is not there: write that file, or correct the path. It is seen from this file.",
    ]);
    await pair.open(CLOSING, uriOf("closing.objectives"));
    await checkSaid(pair, "main.objectives", []);
    await pair.end();
  });

  test("tells of another set of its name", async () => {
    const pair = await pairOn(
      disk({ "main.objectives": 'objectives "Main"\n', "b/c.objectives": 'objectives "Main"\n' }),
    );
    await pair.open('objectives "Main"\nobjective a { prompt "p" }\n', uriOf("main.objectives"));
    await checkSaid(pair, "main.objectives", [
      "0:11-0:17 warning duplicate-set-name: b/c.objectives is called 'Main' too: on the platform the sets look alike. Give this one another name.",
    ]);
    await pair.end();
  });
});

describe("a fragment that is opened alone", () => {
  test("is understood through the sets that include it", async () => {
    const files = disk({ "main.objectives": MAIN, "closing.objectives": CLOSING });
    const pair = await pairOn(files);
    await pair.open('objective close { prompt "Close." -> greet -> gone }\n', uriOf("closing.objectives"));
    await checkSaid(pair, "closing.objectives", [
      "0:37-0:42 error cycle: The objectives go round in a circle: greet → close → greet. The platform takes this, and then every conversation dies at its start: remove one of these arrows. Nothing is the start: 'greet' would be it if nothing led back there.",
      "0:43-0:50 information several-required: The platform's API of 2026 takes one next objective: 'gone' may be lost. Chain them instead.",
      "0:46-0:50 error unknown-objective: No objective is called 'gone': write one, or lead somewhere else.",
    ]);
    const definition = await pair.client.sendRequest<Location[]>("textDocument/definition", {
      textDocument: { uri: uriOf("closing.objectives") },
      position: { line: 0, character: 38 },
    });
    expect(definition.map(({ uri, range }) => `${uri} ${range.start.line}:${range.start.character}`)).toEqual(
      [`${uriOf("main.objectives")} 2:10`],
    );
    await pair.end();
  });

  test("is drawn to a file with the set that includes it, though that is not read yet", async () => {
    const { files, spin } = sleeping(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    const pair = await pairOn(files);
    const uri = uriOf("closing.objectives");
    await pair.open(CLOSING, uri);
    const drawn = pair.ask("objectives/exportGraph", { uri, format: "mermaid", theme: "light" });
    await pair.ask("objectives/decompile", { json: "[]" }); // behind it, so that it has come to wait
    spin();
    expect(await drawn).toContain('"greet"');
    await pair.end();
  });

  test("is asked about before anything else is read: the first answers know of its sets", async () => {
    const { files, spin } = sleeping(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    const pair = await pairOn(files);
    const uri = uriOf("closing.objectives");
    await pair.open('objective close { prompt "Close." -> greet }\n', uri);
    const asked = { textDocument: { uri }, position: { line: 0, character: 38 } };
    const answers = Promise.all([
      pair.client.sendRequest<Hover | null>("textDocument/hover", asked),
      pair.client.sendRequest<CompletionList>("textDocument/completion", asked),
      pair.client.sendRequest<Location[] | null>("textDocument/definition", asked),
    ]);
    await pair.ask("objectives/decompile", { json: "[]" }); // behind these, so that they have come to wait
    spin();
    const [hover, { items }, places] = await answers;
    expect(hover?.contents).toMatchObject({ value: expect.stringContaining("Greet.") as string });
    expect(items.map(({ label }) => label)).toEqual(["greet"]);
    expect(places?.map((it) => it.uri)).toEqual([uriOf("main.objectives")]);
    await pair.end();
  });

  test("is said to be unused where no set includes it", async () => {
    const pair = await pairOn(disk({ "closing.objectives": CLOSING }));
    await pair.open(CLOSING, uriOf("closing.objectives"));
    await checkSaid(pair, "closing.objectives", [
      '0:10-0:15 information unused-fragment: No set includes this file, so it is never uploaded: include it in one, or begin it with a line such as objectives "Name".',
    ]);
    await pair.end();
  });

  test("a finding points into the set's file", async () => {
    const pair = await pairOn(disk({ "main.objectives": MAIN, "closing.objectives": CLOSING }));
    await pair.open(
      'objective greet { prompt "Again." }\nobjective close { prompt "Close." }\n',
      uriOf("closing.objectives"),
    );
    let said: PublishDiagnosticsParams;
    do said = await pair.published();
    while (said.diagnostics[0]?.code !== "duplicate-objective");
    expect(said.diagnostics[0].relatedInformation?.map(({ location }) => location.uri)).toEqual([
      uriOf("main.objectives"),
    ]);
    await pair.end();
  });
});

async function changed(pair: LspPair, name: string): Promise<void> {
  await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(name), type: 1 }],
  });
}
