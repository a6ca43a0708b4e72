// The bundled server as any editor starts it: a scripted session of raw JSON-RPC over standard input and output.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FOR_NODE } from "../../scripts/bundles.mts";

const folder = mkdtempSync(path.join(tmpdir(), "objectives-server-"));

beforeAll(async () => {
  await build({
    ...FOR_NODE,
    outdir: folder,
    entryPoints: {
      "server.node": "server/src/main.node.ts",
      "layout-worker.node": "server/src/layout-worker.node.ts",
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

interface Session {
  readonly send: (message: Message) => void;
  /** The next message for which `fits` holds; those before it are passed over. */
  readonly next: (fits: (message: Message) => boolean) => Promise<Message>;
  /** Sends what may be no message at all. */
  readonly write: (bytes: string) => void;
  /** Ends as an editor that is killed does. */
  readonly hangUp: () => void;
  readonly exitCode: Promise<number | null>;
  readonly errors: () => string;
}

function startSession(...args: readonly string[]): Session {
  const server = spawn(process.execPath, [path.join(folder, "server.node.js"), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let errors = "";
  server.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const messages = messagesOf(server);
  return {
    send: (message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
      server.stdin.write(`Content-Length: ${body.byteLength}\r\n\r\n`);
      // In two pieces, as a pipe may cut it: also in the middle of a character.
      server.stdin.write(body.subarray(0, body.byteLength >> 1));
      server.stdin.write(body.subarray(body.byteLength >> 1));
    },
    next: async (fits) => {
      for (;;) {
        const { value, done } = await messages.next();
        if (done === true) throw new Error(`The server ended. ${errors}`);
        if (fits(value)) return value;
      }
    },
    write: (bytes) => void server.stdin.write(bytes),
    hangUp: () => void server.stdin.end(),
    exitCode: new Promise((resolve) => server.on("exit", resolve)),
    errors: () => errors,
  };
}

async function* messagesOf(
  server: ChildProcessByStdio<Writable, Readable, Readable>,
): AsyncGenerator<Message> {
  let received = Buffer.alloc(0);
  for await (const chunk of server.stdout as AsyncIterable<Buffer>) {
    received = Buffer.concat([received, chunk]);
    for (let message = take(); message; message = take()) yield message;
  }

  function take(): Message | undefined {
    const headerEnd = received.indexOf("\r\n\r\n");
    if (headerEnd < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, headerEnd).toString())?.[1]);
    const [start, end] = [headerEnd + 4, headerEnd + 4 + length];
    if (received.byteLength < end) return undefined;
    const body = received.subarray(start, end).toString();
    received = received.subarray(end);
    return JSON.parse(body) as Message;
  }
}

const URI = "file:///sets/greeting.objectives";
const TEXT = `objectives "Begrüßung 👋"

objective greet {
  prompt "Greet the caller."
  -> godbye
}

objective goodbye {   prompt "Say goodbye." }
`;

test("an editor that says nothing of itself is served from its first word to its last", async () => {
  const { send, next, exitCode, errors } = startSession("--stdio");
  const answerTo = async (id: number, method: string, params: unknown): Promise<unknown> => {
    send({ id, method, params });
    const { result, error } = await next((message) => message.id === id && message.method === undefined);
    expect(error).toBeUndefined();
    return result;
  };
  const textDocument = { uri: URI };
  const behindArrow = { textDocument, position: { line: 4, character: 8 } };

  expect(
    await answerTo(1, "initialize", { processId: process.pid, rootUri: null, capabilities: {} }),
  ).toMatchObject({
    capabilities: { completionProvider: {}, hoverProvider: true, definitionProvider: true },
  });
  send({ method: "initialized", params: {} });
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri: URI, languageId: "objectives", version: 1, text: TEXT } },
  });

  const published = await next(({ method }) => method === "textDocument/publishDiagnostics");
  expect(published.params).toMatchObject({
    uri: URI,
    version: 1,
    diagnostics: [
      {
        code: "unknown-objective",
        range: { start: { line: 4, character: 5 }, end: { line: 4, character: 11 } },
      },
    ],
  });

  const goodbye = { label: "goodbye", data: { uri: URI, kind: "objective", label: "goodbye" } };
  expect(await answerTo(2, "textDocument/completion", behindArrow)).toMatchObject({
    isIncomplete: false,
    items: [goodbye],
  });
  expect(await answerTo(3, "completionItem/resolve", goodbye)).toMatchObject({
    documentation: { value: "Say goodbye." },
  });
  send({
    method: "textDocument/didChange",
    params: {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 7 }, end: { line: 4, character: 7 } }, text: "o" },
      ],
    },
  });
  expect((await next(({ method }) => method === "textDocument/publishDiagnostics")).params).toMatchObject({
    version: 2,
    diagnostics: [],
  });
  expect(await answerTo(4, "textDocument/hover", behindArrow)).toMatchObject({
    contents: { value: expect.stringContaining("Say goodbye.") as string },
  });
  expect(await answerTo(5, "textDocument/definition", behindArrow)).toEqual([
    { uri: URI, range: { start: { line: 7, character: 10 }, end: { line: 7, character: 17 } } },
  ]);
  expect(await answerTo(6, "textDocument/documentSymbol", { textDocument })).toMatchObject([
    { name: "Begrüßung 👋" },
    { name: "greet" },
    { name: "goodbye" },
  ]);
  expect(
    await answerTo(7, "textDocument/formatting", {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    }),
  ).toMatchObject([{ newText: "" }]);
  expect(await answerTo(8, "objectives/graph", { uri: URI })).toMatchObject({
    version: 2,
    layout: "layered",
    nodes: [{ id: "greet" }, { id: "goodbye" }],
  });
  expect(await answerTo(9, "shutdown", undefined)).toBeNull();
  send({ method: "exit" });
  expect(await exitCode).toBe(0);
  expect(errors()).toBe("");
}, 30_000);

test("a request that is unknown, and one that makes no sense, are refused; the next is served", async () => {
  const { send, next, exitCode } = startSession("--stdio");
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  await next(({ id }) => id === 1);
  send({ id: 2, method: "objectives/unknown", params: {} });
  expect((await next(({ id }) => id === 2)).error).toMatchObject({ code: -32601 });
  send({ id: 3, method: "textDocument/hover", params: { nonsense: true } });
  expect((await next(({ id }) => id === 3)).error).toMatchObject({ code: -32602 });
  send({ id: 4, method: "objectives/decompile", params: { json: "[]" } });
  expect((await next(({ id }) => id === 4)).result).toMatchObject({ kind: expect.any(String) as string });
  send({ id: 5, method: "shutdown" });
  await next(({ id }) => id === 5);
  send({ method: "exit" });
  expect(await exitCode).toBe(0);
}, 30_000);

test("bytes that are no message are passed over, and the next one is served", async () => {
  const { send, write, next, exitCode } = startSession("--stdio");
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  await next(({ id }) => id === 1);
  for (const body of [
    "{",
    "[]",
    '"x"',
    "null",
    '{"jsonrpc":"2.0"}',
    '{"jsonrpc":"2.0","id":null,"method":"shutdown"}',
  ])
    write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  send({ id: 2, method: "objectives/decompile", params: { json: "[]" } });
  expect((await next(({ id }) => id === 2)).result).toMatchObject({ kind: expect.any(String) as string });
  send({ method: "exit" });
  expect(await exitCode).toBe(1);
}, 30_000);

test("an editor that ends without a word takes the server with it", async () => {
  const { send, next, hangUp, exitCode } = startSession("--stdio");
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  await next(({ id }) => id === 1);
  hangUp();
  expect(await exitCode).toBe(1);
}, 30_000);
