// One keystroke to findings over the protocol: us, the JSON service behind the same library, and a server that does nothing.
import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { startServer } from "../server/src/lsp/server.ts";
import { generate } from "./generate.ts";
import { jsonService } from "./json-service.ts";
import { atLeast, atMost, inARow, mediansOf, once, type Row } from "./measure.ts";

export async function overTheProtocol(rounds: number): Promise<readonly Row[]> {
  const { text, json } = generate(1_000, 5);
  const service = jsonService();
  const ours = await typistOver(startOurs, {
    uri: "file:///set.objectives",
    text,
    where: /prompt "(?!")\w{4}/g,
  });
  const validated = await typistOver(
    startServing((document) => service.doValidation(document, service.parseJSONDocument(document))),
    { uri: "file:///set.json", text: json, where: /"objective_prompt": "\w{4}/g },
  );
  const nothing = await typistOver(
    startServing(() => []),
    { uri: "file:///set.objectives", text, where: /prompt "(?!")\w{4}/g },
  );
  const times = await mediansOf(rounds, {
    ours: inARow(20, ours),
    validated: once(validated),
    nothing: inARow(20, nothing),
  });
  return [
    atLeast("keystroke over the protocol, 1,000: JSON server ÷ ours", times.validated / times.ours, 60),
    atMost(
      "keystroke over the protocol, 1,000: ours ÷ a server that does nothing",
      times.ours / times.nothing,
      4,
    ),
  ];
}

interface Task {
  readonly uri: string;
  readonly text: string;
  /** What stands before the places to type at. */
  readonly where: RegExp;
}

function startOurs(connection: Connection): void {
  startServer(connection, {
    pages: undefined,
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
function startServing(validate: Validate): (connection: Connection) => void {
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

/** Types and deletes a letter at one place after the other, each time up to the findings. */
async function typistOver(
  start: (connection: Connection) => void,
  { uri, text, where }: Task,
): Promise<() => Promise<number>> {
  const client = await connectedClient(start);
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "text", version: 1, text },
  });
  const lines = TextDocument.create(uri, "text", 1, text);
  const places = [...text.matchAll(where)].map(({ index, 0: found }) => index + found.length);
  let step = 0;
  return async () => {
    const offset = places[Math.floor(step / 2) % places.length] ?? 0;
    const typed = step++ % 2 === 0;
    const position = lines.positionAt(offset);
    const end = { line: position.line, character: position.character + (typed ? 0 : 1) };
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: step + 1 },
      contentChanges: [{ range: { start: position, end }, text: typed ? "x" : "" }],
    });
    const report = await client.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    return report.kind === "full" ? report.items.length : 0;
  };
}

async function connectedClient(start: (connection: Connection) => void): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  start(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  });
  await client.sendNotification("initialized", {});
  return client;
}
