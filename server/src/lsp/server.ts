// The language server: every capability beside its handler.
import {
  CodeActionKind,
  CompletionTriggerKind,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import { completion } from "../language/features/completion.ts";
import { definition } from "../language/features/definition.ts";
import { hover } from "../language/features/hover.ts";
import { outline } from "../language/features/outline.ts";
import type { Model } from "../language/model/analyze.ts";
import type { FileId, Point } from "../language/text/place.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { clientOf, type Client } from "./client.ts";
import { codeActions, FIX_ALL } from "./code-actions.ts";
import { openDocuments, type OpenDocument } from "./documents.ts";
import { fileIdOf } from "./file-id.ts";
import { findingsOf } from "./findings.ts";
import { FORMATTING, registerFormatting } from "./formatting.ts";
import { fromPosition } from "./from-lsp.ts";
import { registerRename } from "./rename.ts";
import { registerRequests } from "./requests.ts";
import { projectRules } from "./rule-levels.ts";
import { aboutOpen, modelWith, type Server, type ServerWorld } from "./serving.ts";
import * as to from "./to-lsp.ts";
import { openWorkspace } from "./workspace.ts";

interface Feature {
  readonly capability: (client: Client) => ServerCapabilities;
  readonly register: (server: Server) => void;
}

/** Serves one client over the connection, until it says goodbye. */
export function startServer(connection: Connection, world: ServerWorld): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const documents = openDocuments(connection);
    const folders = foldersOf(params);
    const workspace = openWorkspace(documents, { files: world.files, folders });
    const rules = projectRules(connection, documents);
    const server: Server = { ...world, connection, client, documents, folders, workspace, rules };
    for (const { register } of features) register(server);
    registerRequests(server);
    connection.onInitialized(() => void followFiles(server));
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
    register: (server) =>
      server.connection.onCompletion((params) =>
        at(server, params, ({ lines }, model, point) => {
          const offered = completion(model, point);
          return isAskedFor(params.context, offered.shownBy)
            ? to.toCompletionList(lines, offered, server.client)
            : undefined;
        }),
      ),
  },
  {
    capability: () => ({ hoverProvider: true }),
    register: (server) =>
      server.connection.onHover((params) =>
        at(server, params, ({ lines }, model, point) => {
          const it = hover(model, point);
          return it && to.toHover(lines, it, server.client);
        }),
      ),
  },
  {
    capability: () => ({ definitionProvider: true }),
    register: (server) =>
      server.connection.onDefinition((params) =>
        at(server, params, ({ lines }, model, point) => {
          const it = definition(model, point);
          return it && to.toDefinition(lines, it, server);
        }),
      ),
  },
  {
    capability: () => ({ documentSymbolProvider: true }),
    register: (server) =>
      server.connection.onDocumentSymbol(({ textDocument }) =>
        aboutOpen(server, textDocument.uri, (document) =>
          to.toDocumentSymbols(document, outline(document.source), server.client),
        ),
      ),
  },
  {
    capability: () => FORMATTING,
    register: registerFormatting,
  },
  {
    capability: ({ prepareRename }) => ({
      renameProvider: prepareRename === "understood" ? { prepareProvider: true } : true,
    }),
    register: registerRename,
  },
  {
    capability: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
    register: (server) =>
      server.connection.onCodeAction((params) =>
        aboutOpen(server, params.textDocument.uri, (document) => codeActions(server, document, params)),
      ),
  },
  {
    capability: ({ findings }) =>
      findings === "pulled"
        ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
        : {},
    register: (server) =>
      server.client.findings === "pulled" ? answerFindings(server) : sendFindings(server),
  },
];

function answerFindings(server: Server): void {
  const { connection, client, workspace, rules } = server;
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: aboutOpen(server, textDocument.uri, (document) => diagnosticsOf(server, document)) ?? [],
  }));
  const askAgain = (): void => {
    if (client.asksAgain === "understood") void connection.languages.diagnostics.refresh();
  };
  workspace.onDidChange(({ documents: changed, edited }) => {
    // A client asks by itself about what somebody types in.
    if (changed.some((document) => document !== edited)) askAgain();
  });
  rules.onDidChange(askAgain);
}

function sendFindings(server: Server): void {
  const { connection, documents, workspace, rules } = server;
  const send = (document: OpenDocument): void => {
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(server, document) });
  };
  workspace.onDidChange((change) => change.documents.forEach(send));
  rules.onDidChange(send);
  documents.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function diagnosticsOf(server: Server, document: OpenDocument): ReturnType<typeof to.toDiagnostic>[] {
  return findingsOf(server, document).map((finding) => to.toDiagnostic(document.lines, finding, server));
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly FileId[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
  return uris.map(fileIdOf);
}

/** Looks at the client's folders, and hears of what changes in them. */
async function followFiles({ connection, client, workspace }: Server): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.noteChanges(changes.map(({ uri }) => uri)));
  if (client.watchedFiles === "understood") {
    // Of a folder that is deleted only the folder is told.
    const watchers = [{ globPattern: `**/*${FILE_ENDING}` }, { globPattern: "**/*", kind: WatchKind.Delete }];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  await workspace.explore();
}

/** The answer about a place in a document; null where it is not open or there is none. */
function at<Answer>(
  server: Server,
  { textDocument, position }: TextDocumentPositionParams,
  answer: (document: OpenDocument, model: Model, point: Point) => Answer | undefined,
): Answer | null {
  return aboutOpen(
    server,
    textDocument.uri,
    (document) => answer(document, modelWith(server, document), fromPosition(document, position)) ?? null,
  );
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
