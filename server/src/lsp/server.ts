// The language server: its features, and how it begins.
import {
  CancellationTokenSource,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
} from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";
import { inWords, type Sentence } from "../language/text/sentence.ts";
import { clientOf } from "./client.ts";
import { openDocuments } from "./documents.ts";
import { capabilitiesOf, type Feature } from "./feature.ts";
import { codeActions } from "./features/code-actions.ts";
import { lenses } from "./features/code-lenses.ts";
import { completing } from "./features/completion.ts";
import { definitions } from "./features/definition.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { compiling } from "./features/compiled.ts";
import { documentSymbols } from "./features/document-symbols.ts";
import { flowHierarchy } from "./features/flow-hierarchy.ts";
import { foldingRanges } from "./features/folding.ts";
import { flowTrees } from "./features/flow-tree.ts";
import { formatting } from "./features/formatting.ts";
import { fromJson } from "./features/from-json.ts";
import { highlighting } from "./features/highlights.ts";
import { hovering } from "./features/hover.ts";
import { documentLinks } from "./features/links.ts";
import { linkedEditingRanges } from "./features/linked-editing.ts";
import { movedFiles } from "./features/moved-files.ts";
import { referencing } from "./features/references.ts";
import { madeDocuments } from "./features/made-documents.ts";
import { picture } from "./features/picture.ts";
import { pasting } from "./features/pasting.ts";
import { renaming } from "./features/rename.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { hints } from "./features/inlay-hints.ts";
import { refreshing } from "./features/refreshing.ts";
import { growingSelections } from "./features/selection-ranges.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { uploadStates } from "./features/upload-states.ts";
import { fileIdOf } from "./file-id.ts";
import { followFiles } from "./follow-files.ts";
import { openProjects } from "./projects.ts";
import { reachableFiles } from "./reachable-files.ts";
import { projectRules } from "./rule-levels.ts";
import type { Server, ServerWorld } from "./serving.ts";
import { settling } from "./settling.ts";
import { followSettingChanges, followSettings } from "./settings.ts";
import { knownUploads } from "./uploads.ts";
import { openWorkspace } from "./workspace.ts";

const synchronization: Feature = {
  capability: () => ({
    // What every client has to know, whichever it would rather have: the language counts as its editors' strings do.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  }),
  register: () => undefined, // the documents listen by themselves
};

const features: readonly Feature[] = [
  synchronization,
  completing,
  hovering,
  definitions,
  referencing,
  highlighting,
  linkedEditingRanges,
  flowHierarchy,
  documentSymbols,
  workspaceSymbols,
  documentLinks,
  formatting,
  pasting,
  renaming,
  movedFiles,
  codeActions,
  diagnostics,
  picture,
  compiling,
  fromJson,
  madeDocuments,
  semanticTokens,
  foldingRanges,
  growingSelections,
  hints,
  lenses,
  refreshing,
  flowTrees,
  uploadStates,
];

/** Serves one client over the connection, until it says goodbye. */
export function startServer(connection: Connection, world: ServerWorld): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const documents = openDocuments(connection);
    const folders = foldersOf(params);
    const files = reachableFiles(world.files, { connection, client });
    const workspace = openWorkspace(documents, { files, folders });
    const projects = openProjects(files, (said) =>
      connection.console.warn(inWords(said, client.translation)),
    );
    const rules = projectRules(projects);
    const saying = { inWords: (it: Sentence): string => inWords(it, client.translation) };
    const ending = new CancellationTokenSource();
    connection.onShutdown(() => ending.cancel());
    const kept = { documents, folders, workspace, projects, rules };
    const settled = settling({ workspace, rules, time: world.time });
    const told = {
      settings: followSettings(connection, client),
      uploads: knownUploads({ connection, client, documents, workspace }),
    };
    const server: Server = {
      ...world,
      files,
      pages: client.pages ?? world.pages,
      ...saying,
      ...kept,
      ...told,
      settled,
      connection,
      client,
      ending: ending.token,
    };
    for (const { register } of features) register(server);
    connection.onInitialized(() => {
      void followFiles(server);
      void followSettingChanges(connection, client);
    });
    return { serverInfo: { name: "objectives" }, capabilities: capabilitiesOf(features, client) };
  });
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly FileId[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === "string" ? [rootUri] : []);
  return uris.map(fileIdOf);
}
