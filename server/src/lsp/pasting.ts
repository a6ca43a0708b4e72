// What is pasted into a document or dropped on it, as its text takes it.
import { newIncludes } from "../language/features/new-include.ts";
import { paste } from "../language/features/paste.ts";
import type { PasteParams, PasteResult, PlacedEdit } from "../protocol.ts";
import type { OpenDocument } from "./documents.ts";
import { fileIdOf } from "./file-id.ts";
import { fromRange } from "./from-lsp.ts";
import { modelWith, type Server } from "./serving.ts";
import { toTextEdit } from "./to-lsp.ts";

/** What a text becomes that is pasted into a document; null where it may be put in as it is. */
export function pasted(
  server: Server,
  document: OpenDocument,
  { range, text }: PasteParams,
): PasteResult | null {
  const { id, lines } = document;
  const result = paste(modelWith(server, document), { file: id, span: fromRange(lines, range) }, text);
  if (!result) return null;
  const { title, newText, edits } = result;
  return { title: server.inWords(title), newText, edits: edits.map((it) => toTextEdit(lines, it)) };
}

/** The lines that include files in a document; null where it may include none of them. */
export function included(
  server: Server,
  document: OpenDocument,
  files: readonly string[],
): PlacedEdit | null {
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
