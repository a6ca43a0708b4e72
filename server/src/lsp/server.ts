// The language server: every capability beside its handler.
import {
  CompletionTriggerKind,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { completion } from "../language/features/completion.ts";
import { definition } from "../language/features/definition.ts";
import { format } from "../language/features/format.ts";
import { hover } from "../language/features/hover.ts";
import { outline } from "../language/features/outline.ts";
import type { Model } from "../language/model/analyze.ts";
import { replacement } from "../language/text/replacement.ts";
import { clientOf, type Client } from "./client.ts";
import { openDocuments, type OpenDocument, type OpenDocuments } from "./documents.ts";
import { registerRequests } from "./requests.ts";
import { projectRules } from "./rule-levels.ts";
import type { Server, ServerWorld } from "./serving.ts";
import * as to from "./to-lsp.ts";

interface Feature {
  readonly capability: (client: Client) => ServerCapabilities;
  readonly register: (server: Server) => void;
}

/** Serves one client over the connection, until it says goodbye. */
export function startServer(connection: Connection, world: ServerWorld): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const documents = openDocuments(connection);
    const rules = projectRules(connection, documents);
    const server: Server = { ...world, connection, client, documents, rules };
    for (const { register } of features) register(server);
    registerRequests(server);
    return { serverInfo: { name: "objectives" }, capabilities: capabilitiesFor(client) };
  });
  connection.listen();
}

function capabilitiesFor(client: Client): ServerCapabilities {
  const sync: ServerCapabilities = { textDocumentSync: SYNC };
  return features.reduce((all, { capability }) => ({ ...all, ...capability(client) }), sync);
}

const SYNC = { openClose: true, change: TextDocumentSyncKind.Incremental } as const;

const features: readonly Feature[] = [
  {
    capability: () => ({ completionProvider: { triggerCharacters: [">", "{", " "] } }),
    register: ({ connection, documents, client }) =>
      connection.onCompletion((params) =>
        at(documents, params, ({ lines }, model, offset) => {
          const offered = completion(model, offset);
          return isAskedFor(params.context, offered.shownBy)
            ? to.toCompletionList(lines, offered, client)
            : undefined;
        }),
      ),
  },
  {
    capability: () => ({ hoverProvider: true }),
    register: ({ connection, documents, client }) =>
      connection.onHover((params) =>
        at(documents, params, ({ lines }, model, offset) => {
          const it = hover(model, offset);
          return it && to.toHover(lines, it, client);
        }),
      ),
  },
  {
    capability: () => ({ definitionProvider: true }),
    register: ({ connection, documents, client }) =>
      connection.onDefinition((params) =>
        at(documents, params, (document, model, offset) => {
          const it = definition(model, offset);
          return it && to.toDefinition(document, it, client);
        }),
      ),
  },
  {
    capability: () => ({ documentSymbolProvider: true }),
    register: ({ connection, documents, client }) =>
      connection.onDocumentSymbol(({ textDocument }) => {
        const document = documents.get(textDocument.uri);
        return document && to.toDocumentSymbols(document, outline(document.check.model), client);
      }),
  },
  {
    capability: () => ({ documentFormattingProvider: true }),
    register: ({ connection, documents }) =>
      connection.onDocumentFormatting(({ textDocument }) => {
        const document = documents.get(textDocument.uri);
        if (!document) return undefined;
        const { lines, check } = document;
        const edit = replacement(lines.getText(), format(check.model.source));
        return edit ? [to.toTextEdit(lines, edit)] : [];
      }),
  },
  {
    capability: ({ findings }) =>
      findings === "pulled"
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
        : {},
    register: (server) =>
      server.client.findings === "pulled" ? answerFindings(server) : sendFindings(server),
  },
];

function answerFindings(server: Server): void {
  const { connection, documents } = server;
  connection.languages.diagnostics.on(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return {
      kind: DocumentDiagnosticReportKind.Full,
      items: document ? diagnosticsOf(server, document) : [],
    };
  });
}

function sendFindings(server: Server): void {
  const { connection, documents, rules } = server;
  const send = (document: OpenDocument): void => {
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(server, document) });
  };
  documents.onDidChangeContent(({ document }) => send(document));
  rules.onDidChange(send);
  documents.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function diagnosticsOf(
  { client, rules }: Server,
  document: OpenDocument,
): ReturnType<typeof to.toDiagnostic>[] {
  return rules.findingsOf(document).map((finding) => to.toDiagnostic(document, finding, client));
}

/** A place in an open document, for whoever answers about it; null where it is not open or there is no answer. */
function at<Answer>(
  documents: OpenDocuments,
  { textDocument, position }: TextDocumentPositionParams,
  answer: (document: OpenDocument, model: Model, offset: number) => Answer | undefined,
): Answer | null {
  const document = documents.get(textDocument.uri);
  if (!document) return null;
  return answer(document, document.check.model, document.lines.offsetAt(position)) ?? null;
}

interface Asking {
  readonly triggerKind: CompletionTriggerKind;
  readonly triggerCharacter?: string;
}

/** A blank or a brace alone opens a list only where little else could follow. */
function isAskedFor(asking: Asking | undefined, shownBy: "a blank" | "a letter"): boolean {
  if (asking?.triggerKind !== CompletionTriggerKind.TriggerCharacter) return true;
  return shownBy === "a blank";
}
