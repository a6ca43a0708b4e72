// Requests that are taken back, by their editor or by a newer one, while the server is at work: each is answered, once.
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { memoryFileSystem, sleeping } from "../project/memory-file-system.ts";
import { lspPair, URI, type LspPair } from "../support/lsp-pair.ts";

const SET =
  'objectives "S"\nobjective greet { prompt "Greet." -> close }\nobjective close { prompt "Close." }\n';
const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const textDocument = { uri: URI };
const position = { line: 1, character: 37 };

/** What a request comes to: `answered`, or the code of its error. */
async function outcomeOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => "answered",
    (error: { code: number; data?: unknown }) =>
      error.data === undefined ? error.code : [error.code, error.data],
  );
}

/** Sends messages so that all of them are there before the server looks at the first. */
async function atOnce<Answers>(
  pair: LspPair,
  send: (client: ProtocolConnection) => Answers,
): Promise<Answers> {
  pair.hold();
  const answers = send(pair.client);
  await pair.release();
  return answers;
}

const REQUEST_CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;
const SERVER_CANCELLED = -32802;

describe("in a stream of messages", () => {
  async function opened(): Promise<LspPair> {
    const pair = await lspPair(PULLING);
    await pair.open(SET);
    return pair;
  }
  const ask = (client: ProtocolConnection, method: string): Promise<unknown> =>
    outcomeOf(client.sendRequest(`textDocument/${method}`, { textDocument, position }));

  test("one that its editor takes back is not begun", async () => {
    const pair = await opened();
    const outcomes = await atOnce(pair, (client) => {
      const source = new CancellationTokenSource();
      const hover = client.sendRequest("textDocument/hover", { textDocument, position }, source.token);
      const definition = ask(client, "definition");
      source.cancel();
      return [outcomeOf(hover), definition];
    });
    expect(await Promise.all(outcomes)).toEqual([REQUEST_CANCELLED, "answered"]);
    await pair.end();
  });

  test("an older one gives way to a newer one of its kind once the text has changed", async () => {
    const pair = await opened();
    const outcomes = await atOnce(pair, (client) => [
      ask(client, "hover"),
      ask(client, "completion"),
      ask(client, "diagnostic"),
      ask(client, "definition"),
      outcomeOf(pair.type("Greet.", "Hello.")),
      ask(client, "hover"),
      ask(client, "diagnostic"),
      ask(client, "definition"),
    ]);
    expect(await Promise.all(outcomes)).toEqual([
      CONTENT_MODIFIED,
      "answered",
      [SERVER_CANCELLED, { retriggerRequest: false }],
      "answered",
      "answered",
      "answered",
      "answered",
      "answered",
    ]);
    await pair.end();
  });

  test("while the text stays, or where another document changes, every one is answered", async () => {
    const pair = await opened();
    await pair.open(SET, "file:///other.objectives");
    const outcomes = await atOnce(pair, (client) => [
      ask(client, "hover"),
      ask(client, "hover"),
      outcomeOf(
        client.sendNotification("textDocument/didChange", {
          textDocument: { uri: "file:///other.objectives", version: 2 },
          contentChanges: [{ text: SET }],
        }),
      ),
      ask(client, "hover"),
    ]);
    expect(await Promise.all(outcomes)).toEqual(["answered", "answered", "answered", "answered"]);
    await pair.end();
  });

  test("of a hundred keystrokes, each with its questions, only the last is answered in full", async () => {
    const pair = await opened();
    const outcomes = await atOnce(pair, (client) =>
      Array.from({ length: 100 }, (_, index) => {
        void pair.type(index % 2 === 0 ? "Greet." : "Hello.", index % 2 === 0 ? "Hello." : "Greet.");
        return ask(client, "diagnostic");
      }),
    );
    const codes = (await Promise.all(outcomes)).map((it) => JSON.stringify(it));
    expect(codes.at(-1)).toBe('"answered"');
    expect(new Set(codes.slice(0, -1))).toEqual(
      new Set([JSON.stringify([SERVER_CANCELLED, { retriggerRequest: false }])]),
    );
    await pair.end();
  });
});

describe("while files are being read", () => {
  const FOLDER = "file:///flows";
  const main = `${FOLDER}/main.objectives`;
  const MAIN =
    'objectives "Main"\ninclude "./closing.objectives"\nobjective greet { prompt "Greet." -> close }\n';

  test("one that waits for them stops as soon as it is taken back", async () => {
    const { files, spin } = sleeping(
      memoryFileSystem({
        "/flows/main.objectives": MAIN,
        "/flows/closing.objectives": 'objective close { prompt "C." }',
      }),
    );
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    await pair.open(MAIN, main);
    const requests = [
      [
        "textDocument/rename",
        { textDocument: { uri: main }, position: { line: 2, character: 10 }, newName: "hello" },
      ],
      [
        "textDocument/codeAction",
        {
          textDocument: { uri: main },
          range: { start: position, end: position },
          context: { diagnostics: [] },
        },
      ],
      ["objectives/compile", { uri: main }],
      ["objectives/exportGraph", { uri: main, format: "mermaid", theme: "light" }],
      ["objectives/sourceAt", { uri: main, json: "[]", position }],
      ["objectives/pull", { uri: main, json: '[{"objective_name":"a","objective_prompt":"p"}]' }],
      ["workspace/diagnostic", { previousResultIds: [] }],
    ] as const;
    const source = new CancellationTokenSource();
    const outcomes = requests.map(([method, params]) =>
      outcomeOf(pair.client.sendRequest<unknown>(method, params, source.token)),
    );
    // Behind them, so that they have come to wait.
    await pair.ask("objectives/decompile", { json: "[]" });
    source.cancel();
    expect(await Promise.all(outcomes)).toEqual(requests.map(() => REQUEST_CANCELLED));
    spin();
    await pair.end();
  });
});
