// What every handler of the language server works with.
import type { CancellationToken, Connection, Event, TextDocumentPositionParams } from "vscode-languageserver";
import type { LayoutEngine } from "../language/graph/layout.ts";
import type { Check } from "../language/diagnostics/check.ts";
import type { Model } from "../language/model/analyze.ts";
import type { SetFile } from "../language/model/files.ts";
import type { Sets } from "../language/model/sharing.ts";
import type { FileId, Point } from "../language/text/place.ts";
import type { Sentence } from "../language/text/sentence.ts";
import type { Time } from "../platform/time.ts";
import type { FileReader } from "../project/file-system.ts";
import type { Client } from "./client.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { fromPosition } from "./from-lsp.ts";
import type { Projects } from "./projects.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import type { ProjectRules } from "./rule-levels.ts";
import type { LiveSettings } from "./settings.ts";
import type { Uploads } from "./uploads.ts";
import type { Workspace } from "./workspace.ts";

/** What a server needs of the outside beside its connection. */
export interface ServerWorld {
  readonly layout: LayoutEngine;
  /** The files of its machine; undefined in a browser, which has none. */
  readonly files: FileReader | undefined;
  /** How it waits. */
  readonly time: Pick<Time, "sleep">;
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
  /** What the objectives.json above a file says. */
  readonly projects: Projects;
  readonly rules: ProjectRules;
  /** A little after files, or what counts for them, may have changed. */
  readonly settled: Event<void>;
  /** Is cancelled as the client says goodbye: what is still waited for is answered then. */
  readonly ending: CancellationToken;
  readonly settings: LiveSettings;
  readonly uploads: Uploads;
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

/** Every set that a document is, or is a part of, once all of their files are read. */
async function setsOnceRead(
  { workspace }: Pick<Server, "workspace">,
  document: OpenDocument,
  token: CancellationToken,
): Promise<Sets> {
  return modelsOf(await workspace.checksOnceRead(document, token));
}

/** These, then every other set that shares files with them, once all of their files are read. */
export async function setsAround(
  { workspace }: Pick<Server, "workspace">,
  file: SetFile,
  token: CancellationToken,
): Promise<Sets> {
  return modelsOf(await workspace.checksAround(file, token));
}

function modelsOf([first, ...others]: readonly [Check, ...Check[]]): Sets {
  return [first.model, ...others.map(({ model }) => model)];
}

/** The answer of one set about a place in a document; null where it is not open or there is none. */
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

/** What a place in a document means to the sets that it is a part of. */
type AnswerOfSets<Answer> = (document: OpenDocument, sets: Sets, point: Point) => Answer | undefined;

/** The answer of all sets that a document is a part of about a place in it; null where it is not open or there is none. */
export async function atInSets<Answer>(
  server: Server,
  place: TextDocumentPositionParams,
  token: CancellationToken,
  answer: AnswerOfSets<Answer>,
): Promise<Answer | null> {
  return atIn((document) => setsOnceRead(server, document, token), server, place, answer);
}

/** The same of these sets and all that share files with them. */
export async function aroundSets<Answer>(
  server: Server,
  place: TextDocumentPositionParams,
  token: CancellationToken,
  answer: AnswerOfSets<Answer>,
): Promise<Answer | null> {
  return atIn((document) => setsAround(server, document, token), server, place, answer);
}

async function atIn<Answer>(
  setsOf: (document: OpenDocument) => Promise<Sets>,
  server: Server,
  { textDocument, position }: TextDocumentPositionParams,
  answer: AnswerOfSets<Answer>,
): Promise<Answer | null> {
  return aboutOpen(server, textDocument.uri, async (document) => {
    const sets = await setsOf(document);
    return answer(document, sets, fromPosition(document, position)) ?? null;
  });
}
