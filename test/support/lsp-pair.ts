// The real language server and a client of it in one process, over a pair of streams.
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { startServer } from "../../server/src/lsp/server.ts";
import type { Notifications, Requests } from "../../server/src/protocol.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";
import type { LayoutEngine } from "../../server/src/language/graph/layout.ts";

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
  readonly setsChanged: () => Promise<Notifications["objectives/setsChanged"]>;
  readonly end: () => Promise<void>;
}

export interface PairOptions {
  readonly initializationOptions?: unknown;
  readonly layout?: LayoutEngine;
  /** What is on the disk. */
  readonly files?: MemoryFileSystem;
  /** The URI of the folder with a page for every finding. */
  readonly pages?: string;
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
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    layout: options.layout ?? NO_LAYOUT,
    files: options.files ?? memoryFileSystem({}),
    pages: options.pages,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const published = queueOf<PublishDiagnosticsParams>();
  const graphChanged = queueOf<Notifications["objectives/graphChanged"]>();
  client.onNotification("textDocument/publishDiagnostics", published.put);
  client.onNotification("objectives/graphChanged", graphChanged.put);
  const setsChanged = queueOf<Notifications["objectives/setsChanged"]>();
  client.onNotification("objectives/setsChanged", setsChanged.put);
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: options.folder === undefined ? null : [{ uri: options.folder, name: "folder" }],
    capabilities,
    initializationOptions: options.initializationOptions,
  });
  await client.sendNotification("initialized", {});
  return {
    client,
    initialized,
    published: published.take,
    graphChanged: graphChanged.take,
    setsChanged: setsChanged.take,
    ...editing(client),
  };
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
