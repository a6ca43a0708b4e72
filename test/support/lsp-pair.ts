// The real language server and a client of it in one process, over a pair of streams.
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  Message,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type DataCallback,
  type Diagnostic,
  type InitializeResult,
  type MessageReader,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { givingWay } from "../../server/src/lsp/giving-way.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import type { ClientRequests, Notifications, Requests } from "../../server/src/protocol.ts";
import type { FileReader } from "../../server/src/project/file-system.ts";
import { pathOfUri } from "../../server/src/project/file-uri.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";
import type { LayoutEngine } from "../../server/src/language/graph/layout.ts";
import { systemTime, type Time } from "../../server/src/platform/time.ts";

export const URI = "file:///set.objectives";

export interface LspPair {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly open: (text: string, uri?: string) => Promise<void>;
  /** Replaces the first `old` of the text by `text`, as typing does; the version counts on. */
  readonly type: (old: string, text: string) => Promise<void>;
  readonly close: (uri?: string) => Promise<void>;
  readonly ask: <Method extends keyof Requests>(
    method: Method,
    params: Requests[Method]["params"],
  ) => Promise<Requests[Method]["result"]>;
  /** Findings as they were sent, the next ones not yet seen by a test. */
  readonly published: () => Promise<PublishDiagnosticsParams>;
  readonly graphChanged: () => Promise<Notifications["objectives/graphChanged"]>;
  /** Keeps what the client sends, until it is released all at once. */
  readonly hold: () => void;
  readonly release: () => Promise<void>;
  readonly setsChanged: () => Promise<Notifications["objectives/setsChanged"]>;
  readonly end: () => Promise<void>;
}

export interface PairOptions {
  readonly initializationOptions?: object;
  readonly layout?: LayoutEngine;
  /** What is on the disk; null where the server has none. */
  readonly files?: MemoryFileSystem | null;
  /** What the client reads for the server; without it, it answers no such question. */
  readonly served?: FileReader;
  /** The URI of the folder with a page for every finding. */
  readonly pages?: string;
  /** Registers what the client answers, before it says its first word. */
  readonly answering?: (client: ProtocolConnection) => void;
  /** Hears every message of the server. */
  readonly hearing?: (message: Message) => void;
  /** How the server waits; the machine's time without it. */
  readonly time?: Pick<Time, "sleep">;
  /** The URI of the folder that the client has open. */
  readonly folder?: string;
}

/** An engine that refuses, so that cards stand below one another. */
const NO_LAYOUT: LayoutEngine = () => Promise.resolve({ ok: false, reason: "not in this test" });

/** Starts both ends; the client can do what `capabilities` says. */
export async function lspPair(
  capabilities: ClientCapabilities = {},
  options: PairOptions = {},
): Promise<LspPair> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const held = holding(new StreamMessageReader(up));
  const {
    reader,
    writer,
    options: treatment,
  } = givingWay({
    reader: held.reader,
    writer: new StreamMessageWriter(down),
  });
  startServer(createConnection(reader, writer, treatment), {
    layout: options.layout ?? NO_LAYOUT,
    files: options.files === null ? undefined : (options.files ?? memoryFileSystem({})),
    pages: options.pages,
    time: options.time ?? systemTime(),
  });
  const client = createProtocolConnection(
    heard(new StreamMessageReader(down), options.hearing),
    new StreamMessageWriter(up),
  );
  const published = queueOf<PublishDiagnosticsParams>();
  const graphChanged = queueOf<Notifications["objectives/graphChanged"]>();
  client.onNotification("textDocument/publishDiagnostics", published.put);
  client.onNotification("objectives/graphChanged", graphChanged.put);
  options.answering?.(client);
  if (options.served) serveFiles(client, options.served);
  const setsChanged = queueOf<Notifications["objectives/setsChanged"]>();
  client.onNotification("objectives/setsChanged", setsChanged.put);
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: options.folder === undefined ? null : [{ uri: options.folder, name: "folder" }],
    capabilities,
    initializationOptions: {
      ...options.initializationOptions,
      ...(options.served ? { files: "served" } : {}),
    },
  });
  await client.sendNotification("initialized", {});
  return {
    client,
    initialized,
    published: published.take,
    graphChanged: graphChanged.take,
    hold: held.hold,
    release: () => client.sendNotification(RELEASE),
    setsChanged: setsChanged.take,
    ...editing(client),
  };
}

function heard(reader: MessageReader, hear: PairOptions["hearing"] = () => undefined): MessageReader {
  const { onError, onClose, onPartialMessage } = reader;
  const listen = (deliver: DataCallback) =>
    reader.listen((message) => {
      hear(message);
      deliver(message);
    });
  return { onError, onClose, onPartialMessage, listen, dispose: () => reader.dispose() };
}

/** No server knows it, and none needs to. */
const RELEASE = "$/release";

/** A reader that can be told to keep what comes in, and to hand it all on at once when it is released. */
function holding(reader: MessageReader): { readonly reader: MessageReader; readonly hold: () => void } {
  const kept: Message[] = [];
  let isHeld = false;
  const listen = (deliver: DataCallback) =>
    reader.listen((message) => {
      kept.push(message);
      if (Message.isNotification(message) && message.method === RELEASE) isHeld = false;
      if (!isHeld) kept.splice(0).forEach(deliver);
    });
  const { onError, onClose, onPartialMessage } = reader;
  const dispose = (): void => reader.dispose();
  return {
    reader: { onError, onClose, onPartialMessage, listen, dispose },
    hold: () => void (isHeld = true),
  };
}

function serveFiles(client: ProtocolConnection, files: FileReader): void {
  const answer = <Method extends keyof ClientRequests>(
    method: Method,
    ask: (path: string) => Promise<ClientRequests[Method]["result"]>,
  ): void => {
    client.onRequest(method, ({ uri }: { readonly uri: string }) => ask(pathOfUri(uri) ?? ""));
  };
  answer("objectives/readFile", files.readFile);
  answer("objectives/kindOf", files.kindOf);
  answer("objectives/listFolder", files.list);
}

/** A text without its cursor, and where the cursor was. */
export function cursor(marked: string): { readonly text: string; readonly position: Position } {
  const before = marked.slice(0, marked.indexOf("$0"));
  const lines = before.split(/\r\n|\r|\n/);
  return {
    text: marked.replace("$0", ""),
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}

function editing(client: ProtocolConnection): Pick<LspPair, "open" | "type" | "close" | "ask" | "end"> {
  let known = "";
  let version = 1;
  return {
    open: (text, uri = URI) => {
      known = text;
      version = 1;
      return client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "objectives", version, text },
      });
    },
    type: (old, text) => {
      const start = known.indexOf(old);
      const range = { start: positionAt(known, start), end: positionAt(known, start + old.length) };
      known = known.slice(0, start) + text + known.slice(start + old.length);
      version += 1;
      return client.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version },
        contentChanges: [{ range, text }],
      });
    },
    close: (uri = URI) => client.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    ask: (method, params) => client.sendRequest(method, params),
    end: async () => {
      await client.sendRequest("shutdown");
      client.dispose();
    },
  };
}

function positionAt(text: string, offset: number): Position {
  return cursor(`${text.slice(0, offset)}$0`).position;
}

interface Queue<Item> {
  readonly put: (item: Item) => void;
  readonly take: () => Promise<Item>;
}

function queueOf<Item>(): Queue<Item> {
  const items: Item[] = [];
  const waiting: ((item: Item) => void)[] = [];
  return {
    put: (item) => {
      const next = waiting.shift();
      if (next) next(item);
      else items.push(item);
    },
    take: () => {
      const next = items.shift();
      return next === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(next);
    },
  };
}

/** A finding in one line: `3:6-3:10 error unknown-objective …`. */
export function inOneLine({ range: { start, end }, severity, code, message }: Diagnostic): string {
  const word = ["", "error", "warning", "information", "hint"][severity ?? 0];
  return `${start.line}:${start.character}-${end.line}:${end.character} ${word} ${code}: ${String(message)}`;
}
