// What no client should send: it is answered with why, and the next request as if nothing had been.
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { givingWay } from "../../server/src/lsp/giving-way.ts";
import { requestsOf } from "../support/advertised.ts";
import { lspPair, URI } from "../support/lsp-pair.ts";

const SET = 'objectives "S"\nobjective greet { prompt "Greet." }\n';
const BEYOND = { line: 9999, character: 9999 };

async function errorOf(request: Promise<unknown>): Promise<string> {
  return request.then(
    () => "answered",
    ({ code, message }: { code: number; message: string }) => `${code} ${message}`,
  );
}

function ask(client: ProtocolConnection, method: string, params: unknown): Promise<string> {
  return errorOf(client.sendRequest(method, params));
}

describe("params", () => {
  test.for([
    [
      "textDocument/hover",
      {},
      "-32602 textDocument/hover needs the 'textDocument' that it is about, with its 'uri'.",
    ],
    [
      "textDocument/hover",
      null,
      "-32602 textDocument/hover needs the 'textDocument' that it is about, with its 'uri'.",
    ],
    [
      "textDocument/foldingRange",
      { textDocument: { uri: 7 } },
      "-32602 textDocument/foldingRange needs the 'textDocument' that it is about, with its 'uri'.",
    ],
    [
      "textDocument/completion",
      { textDocument: { uri: URI } },
      "-32602 textDocument/completion needs a 'position' with 'line' and 'character'.",
    ],
    [
      "textDocument/rename",
      { textDocument: { uri: URI }, position: { line: "1", character: 0 } },
      "-32602 textDocument/rename needs a 'position' with 'line' and 'character'.",
    ],
    [
      "inlayHint/resolve",
      { label: "hint", data: { uri: URI } },
      "-32602 inlayHint/resolve needs a 'position' with 'line' and 'character'.",
    ],
    [
      "codeLens/resolve",
      { data: { uri: URI } },
      "-32602 codeLens/resolve needs a 'range' with 'start' and 'end'.",
    ],
    [
      "textDocument/codeAction",
      { textDocument: { uri: URI }, range: { start: BEYOND } },
      "-32602 textDocument/codeAction needs a 'range' with 'start' and 'end'.",
    ],
    [
      "inlayHint/resolve",
      { label: "1 way in", data: { uri: URI, kind: "incoming", label: "1 way in" } },
      "-32602 inlayHint/resolve needs a 'position' with 'line' and 'character'.",
    ],
    [
      "codeLens/resolve",
      { data: { uri: URI, kind: "ways-in" } },
      "-32602 codeLens/resolve needs a 'range' with 'start' and 'end'.",
    ],
    [
      "callHierarchy/incomingCalls",
      { item: { uri: URI } },
      "-32602 callHierarchy/incomingCalls needs the 'item' that it is about, with its 'name' and 'uri'.",
    ],
    ["objectives/nothing", {}, "-32601 Unhandled method objectives/nothing"],
  ] as const)("%s with %j", async ([method, params, error]) => {
    const pair = await lspPair();
    await pair.open(SET);
    expect(await ask(pair.client, method, params)).toBe(error);
    expect(
      await ask(pair.client, "textDocument/hover", { textDocument: { uri: URI }, position: BEYOND }),
    ).toBe("answered");
    await pair.end();
  });

  test("of any sort are answered, whichever request has them", async () => {
    const pair = await lspPair({
      textDocument: { diagnostic: {} },
      workspace: { textDocumentContent: {}, diagnostics: { refreshSupport: true } },
    });
    await pair.open(SET);
    const methods = requestsOf(pair.initialized.capabilities).map(({ method }) => method);
    const nonsense = [
      {},
      [],
      null,
      "x",
      { textDocument: { uri: URI }, position: {}, range: {} },
      { uri: {}, json: 1 },
    ];
    const answers = await Promise.all(
      methods.flatMap((method) => nonsense.map((params) => ask(pair.client, method, params))),
    );
    expect(answers).toHaveLength(methods.length * nonsense.length);
    expect(await ask(pair.client, "objectives/decompile", { json: "[]" })).toBe("answered");
    await pair.end();
  });

  test("about what is not open, and places beyond the text, are answered by every request", async () => {
    const pair = await lspPair({
      textDocument: { diagnostic: {} },
      workspace: { textDocumentContent: {}, diagnostics: { refreshSupport: true } },
    });
    await pair.open(SET);
    for (const uri of [URI, "file:///nowhere.objectives", "nonsense", ""]) {
      const where = { uri, position: BEYOND, range: { start: BEYOND, end: BEYOND }, latest: undefined };
      for (const { method, params } of requestsOf(pair.initialized.capabilities))
        expect(`${method} ${await ask(pair.client, method, params(where))}`).toMatch(
          / (answered|-32602 .*|-32803 .*)$/,
        );
    }
    await pair.end();
  });

  test("of notifications do no harm", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    for (const method of [
      "$/cancelRequest",
      "textDocument/didOpen",
      "textDocument/didChange",
      "textDocument/didClose",
    ]) {
      await pair.client.sendNotification(method);
      await pair.client.sendNotification(method, { id: null, textDocument: null, contentChanges: 7 });
    }
    await pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: "file:///nowhere.objectives", version: 2 },
      contentChanges: [{ text: "" }],
    });
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "%%%", type: 9 }],
    });
    expect(await ask(pair.client, "objectives/compile", { uri: URI })).toBe("answered");
    await pair.end();
  });
});

describe("the order of the talk", () => {
  function connected(): ProtocolConnection {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const { reader, writer, options } = givingWay({
      reader: new StreamMessageReader(up),
      writer: new StreamMessageWriter(down),
    });
    const server = createConnection(reader, writer, options);
    server.onInitialize(() => ({ capabilities: {} }));
    server.onHover(() => null);
    server.listen();
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.listen();
    return client;
  }
  const hover = { textDocument: { uri: URI }, position: BEYOND };
  const initialize = { processId: null, rootUri: null, capabilities: {} };

  test("nothing is answered before it begins, or after it is over", async () => {
    const client = connected();
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: URI, languageId: "objectives", version: 1, text: SET },
    });
    expect(await ask(client, "textDocument/hover", hover)).toBe("-32002 The server is not initialized yet.");
    expect(await ask(client, "initialize", initialize)).toBe("answered");
    expect(await ask(client, "textDocument/hover", hover)).toBe("answered");
    expect(await ask(client, "initialize", initialize)).toBe("-32600 The server is initialized already.");
    expect(await errorOf(client.sendRequest("shutdown"))).toBe("answered");
    expect(await ask(client, "textDocument/hover", hover)).toBe("-32600 The server has been shut down.");
    client.dispose();
  });
});
