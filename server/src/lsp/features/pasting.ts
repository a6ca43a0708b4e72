// What is pasted into a document or dropped on it, as its text takes it.
import { newIncludes } from "../../language/features/new-include.ts";
import { paste } from "../../language/features/paste.ts";
import type { IncludeParams, PasteParams, PasteResult, PlacedEdit, Requests } from "../../protocol.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf } from "../file-id.ts";
import { fromRange } from "../from-lsp.ts";
import { aboutOpen, modelWith, type Server } from "../serving.ts";
import { toTextEdit } from "../to-lsp.ts";

/** For clients that ask: the protocol itself knows no pasting. */
export const pasting: Feature = {
  capability: () => ({}),
  register: (server) => {
    const { connection } = server;
    connection.onRequest("objectives/paste" satisfies keyof Requests, (params: PasteParams) =>
      aboutOpen(server, params.uri, (document) => pasted(server, document, params)),
    );
    connection.onRequest("objectives/include" satisfies keyof Requests, ({ uri, files }: IncludeParams) =>
      aboutOpen(server, uri, (document) => included(server, document, files)),
    );
  },
};

function pasted(server: Server, document: OpenDocument, { range, text }: PasteParams): PasteResult | null {
  const { id, lines } = document;
  const result = paste(modelWith(server, document), { file: id, span: fromRange(lines, range) }, text);
  if (!result) return null;
  const { title, newText, edits } = result;
  return { title: server.inWords(title), newText, edits: edits.map((it) => toTextEdit(lines, it)) };
}

function included(server: Server, document: OpenDocument, files: readonly string[]): PlacedEdit | null {
  const open = new Map(server.workspace.includable(document).map(({ id, path }) => [id, path]));
  const model = modelWith(server, document);
  const there = new Set(model.includes.flatMap(({ id }) => id ?? []));
  const fresh = [...new Set(files.map(fileIdOf))].filter((id) => !there.has(id));
  const edit = newIncludes(
    model,
    document.id,
    fresh.flatMap((id) => open.get(id) ?? []),
  );
  return edit ? toTextEdit(document.lines, edit) : null;
}
