// What every handler of the language server works with.
import type { Connection, TextDocumentPositionParams } from "vscode-languageserver";
import type { LayoutEngine } from "../language/graph/layout.ts";
import type { Model } from "../language/model/analyze.ts";
import type { FileId, Point } from "../language/text/place.ts";
import type { Sentence } from "../language/text/sentence.ts";
import type { FileReader } from "../project/file-system.ts";
import type { Client } from "./client.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { fromPosition } from "./from-lsp.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import type { ProjectRules } from "./rule-levels.ts";
import type { Workspace } from "./workspace.ts";

/** What a server needs of the outside beside its connection. */
export interface ServerWorld {
  readonly layout: LayoutEngine;
  /** The files of its machine; undefined in a browser, which has none. */
  readonly files: FileReader | undefined;
  /** The URI of the folder with a page for every finding; undefined where there is none. */
  readonly pages: string | undefined;
}

export interface Server extends Omit<ServerWorld, "files"> {
  /** Where files are that no editor has open. */
  readonly files: ReachableFiles;
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  /** The folders that the client has open. */
  readonly folders: readonly FileId[];
  readonly workspace: Workspace;
  readonly rules: ProjectRules;
  /** A sentence in the reader's language. */
  readonly inWords: (sentence: Sentence) => string;
}

/** What there is to say about a document; null where it is not open. */
export function aboutOpen<Answer>(
  { documents }: Pick<Server, "documents">,
  uri: string,
  answer: (document: OpenDocument) => Answer,
): Answer | null {
  const document = documents.get(uri);
  return document ? answer(document) : null;
}

/** The set that a document is, or is a part of. */
export function modelWith({ workspace }: Pick<Server, "workspace">, document: OpenDocument): Model {
  return workspace.checksWith(document)[0].model;
}

/** The answer about a place in a document; null where it is not open or there is none. */
export function at<Answer>(
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
