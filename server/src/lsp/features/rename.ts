// Renaming, in every set that shares a file with what is renamed.
import {
  ErrorCodes,
  ResponseError,
  type ChangeAnnotation,
  type PrepareRenameResult,
} from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import { rename, renamableAt, type Reach, type RenameEdit } from "../../language/features/rename.ts";
import { groupedBy } from "../../language/text/grouped.ts";
import { sentence, type Sentence } from "../../language/text/sentence.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromPosition } from "../from-lsp.ts";
import { aboutOpen, modelWith, setsAround, type Server } from "../serving.ts";
import { toRange, toTextEdit, toWorkspaceEdit } from "../to-lsp.ts";

export const renaming: Feature = {
  capability: ({ prepareRename }) => ({
    renameProvider: prepareRename === "understood" ? { prepareProvider: true } : true,
  }),
  register: (server) => {
    const { connection } = server;
    connection.onPrepareRename(({ textDocument, position }) =>
      aboutOpen(server, textDocument.uri, (document) => prepared(server, document, position)),
    );
    connection.onRenameRequest((params, token) =>
      aboutOpen(server, params.textDocument.uri, (document) => renamed(server, document, params, token)),
    );
  },
};

function prepared(server: Server, document: OpenDocument, position: lsp.Position): PrepareRenameResult {
  const found = renamableAt(modelWith(server, document), fromPosition(document, position));
  if ("refused" in found) throw refusal(server, found.refused);
  return { range: toRange(document.lines, found.span), placeholder: found.name };
}

async function renamed(
  server: Server,
  document: OpenDocument,
  { position, newName }: lsp.RenameParams,
  token: lsp.CancellationToken,
): Promise<lsp.WorkspaceEdit> {
  const sets = await setsAround(server, document, token);
  const result = rename(sets, fromPosition(document, position), newName);
  if ("refused" in result) throw refusal(server, result.refused);
  return server.client.changeAnnotations === "understood"
    ? toAnnotatedEdit(server, result.edits)
    : toWorkspaceEdit(server, result.edits);
}

/** An editor shows the sentence where it would show what to type. */
function refusal({ inWords }: Server, why: Sentence): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, inWords(why));
}

/**
 * Edits that tell how far they reach, for who looks at them first. None is left to be confirmed: an editor would begin with
 * those unticked, and a set would keep a name that its own fragment no longer has.
 */
function toAnnotatedEdit(server: Server, edits: readonly RenameEdit[]): lsp.WorkspaceEdit {
  const documentChanges = [...groupedBy(edits, ({ file }) => file)].map(([file, own]) => {
    const { uri, version, lines } = server.workspace.fileOf(file);
    return {
      textDocument: { uri, version },
      edits: own.map((edit) => ({ ...toTextEdit(lines, edit), annotationId: edit.reach })),
    };
  });
  const reaches = [...new Set(edits.map(({ reach }) => reach))];
  const changeAnnotations = Object.fromEntries(reaches.map((reach) => [reach, annotationOf(reach, server)]));
  return { documentChanges, changeAnnotations };
}

function annotationOf(reach: Reach, { inWords }: Server): ChangeAnnotation {
  return { label: inWords(LABELS[reach]), needsConfirmation: false };
}

const LABELS = {
  "this file": sentence`In this file`,
  "its sets": sentence`In other files of the set`,
  "other sets": sentence`In other sets that share files with it`,
} as const satisfies Record<Reach, Sentence>;
