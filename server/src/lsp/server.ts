// The language server: its features, and how it begins.
import {
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type InitializeParams,
} from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";
import { inWords, type Sentence } from "../language/text/sentence.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { clientOf } from "./client.ts";
import { openDocuments } from "./documents.ts";
import { capabilitiesOf, type Feature } from "./feature.ts";
import { codeActions } from "./features/code-actions.ts";
import { completing } from "./features/completion.ts";
import { definitions } from "./features/definition.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { documentSymbols } from "./features/document-symbols.ts";
import { flowTrees } from "./features/flow-tree.ts";
import { formatting } from "./features/formatting.ts";
import { hovering } from "./features/hover.ts";
import { renaming } from "./features/rename.ts";
import { fileIdOf } from "./file-id.ts";
import { registerRequests } from "./requests.ts";
import { projectRules } from "./rule-levels.ts";
import type { Server, ServerWorld } from "./serving.ts";
import { openWorkspace } from "./workspace.ts";

const synchronization: Feature = {
  capability: () => ({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } }),
  register: () => undefined, // the documents listen by themselves
};

const features: readonly Feature[] = [
  synchronization,
  completing,
  hovering,
  definitions,
  documentSymbols,
  formatting,
  renaming,
  codeActions,
  diagnostics,
  flowTrees,
];

/** Serves one client over the connection, until it says goodbye. */
export function startServer(connection: Connection, world: ServerWorld): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const documents = openDocuments(connection);
    const folders = foldersOf(params);
    const workspace = openWorkspace(documents, { files: world.files, folders });
    const rules = projectRules(connection, documents);
    const saying = { inWords: (it: Sentence): string => inWords(it, client.translation) };
    const server: Server = { ...world, ...saying, connection, client, documents, folders, workspace, rules };
    for (const { register } of features) register(server);
    registerRequests(server);
    connection.onInitialized(() => void followFiles(server));
    return { serverInfo: { name: "objectives" }, capabilities: capabilitiesOf(features, client) };
  });
  connection.listen();
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
