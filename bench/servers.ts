// The servers that are measured over the protocol, each with a client in the same process: ours, the JSON service, and one that does nothing.
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { JSONDocument, LanguageService } from "vscode-json-languageservice";
import { startServer } from "../server/src/lsp/server.ts";
import { systemTime } from "../server/src/platform/time.ts";

export function startOurs(connection: Connection): void {
  startServer(connection, {
    pages: undefined,
    time: systemTime(),
    layout: () => Promise.resolve({ ok: false, reason: "not measured" }),
    files: {
      list: () => Promise.resolve({ ok: true, value: [] }),
      kindOf: () => Promise.resolve("missing"),
      readFile: (path) => Promise.resolve({ ok: false, failure: { kind: "missing", path, code: "ENOENT" } }),
    },
  });
}

type Validate = (document: TextDocument) => readonly Diagnostic[] | PromiseLike<readonly Diagnostic[]>;

/** A server that keeps texts up to date, and answers with what `validate` says of one. */
export function startServing(validate: Validate): (connection: Connection) => void {
  return (connection) => {
    const documents = new TextDocuments(TextDocument);
    documents.listen(connection);
    connection.onInitialize(() => ({
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      },
    }));
    connection.languages.diagnostics.on(async ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      return { kind: "full", items: document ? [...(await validate(document))] : [] };
    });
    connection.listen();
  };
}

/** The JSON service behind the requests that it knows; a text is read once for each of its versions. */
export function startJson(service: LanguageService): (connection: Connection) => void {
  return (connection) => {
    const documents = new TextDocuments(TextDocument);
    documents.listen(connection);
    let read:
      { readonly text: TextDocument; readonly version: number; readonly json: JSONDocument } | undefined;
    const about = <Answer>(
      { textDocument }: { readonly textDocument: { readonly uri: string } },
      answer: (text: TextDocument, json: JSONDocument) => Answer,
    ): Answer | null => {
      const text = documents.get(textDocument.uri);
      if (!text) return null;
      if (read?.text !== text || read.version !== text.version)
        read = { text, version: text.version, json: service.parseJSONDocument(text) };
      return answer(text, read.json);
    };
    connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
    connection.onCompletion((params) =>
      about(params, (text, json) => service.doComplete(text, params.position, json)),
    );
    connection.onHover((params) =>
      about(params, (text, json) => service.doHover(text, params.position, json)),
    );
    connection.onDefinition((params) =>
      about(params, (text, json) => service.findDefinition(text, params.position, json)),
    );
    connection.onDocumentSymbol((params) =>
      about(params, (text, json) => service.findDocumentSymbols2(text, json)),
    );
    connection.onFoldingRanges((params) => about(params, (text) => service.getFoldingRanges(text)));
    connection.languages.diagnostics.on(async (params) => ({
      kind: "full",
      items: (await about(params, (text, json) => service.doValidation(text, json))) ?? [],
    }));
    connection.listen();
  };
}

/** What every editor of note can do, as far as it counts for what is measured. */
const CAPABILITIES: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit", "command"] } },
  },
};

export async function connectedClient(start: (connection: Connection) => void): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  start(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: CAPABILITIES,
  });
  await client.sendNotification("initialized", {});
  return client;
}
