// From the language's places and edits to the protocol's.
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { groupedBy } from "../language/text/grouped.ts";
import type { FileEdit, Place } from "../language/text/place.ts";
import type { Span, TextEdit } from "../language/text/span.ts";
import type { Server } from "./serving.ts";

export function toRange(lines: TextDocument, { start, end }: Span): lsp.Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toLocation(
  workspace: Pick<Files["workspace"], "fileOf">,
  { file, span }: Place,
): lsp.Location {
  const { uri, lines } = workspace.fileOf(file);
  return { uri, range: toRange(lines, span) };
}

/** What answers need that name places in several files. */
type Files = Pick<Server, "client" | "workspace">;

export function toTextEdit(lines: TextDocument, { span, newText }: TextEdit): lsp.TextEdit {
  return { range: toRange(lines, span), newText };
}

/** Edits of several files as one of the client's workspace: none of a text that has changed since, where it can be told so. */
export function toWorkspaceEdit({ client, workspace }: Files, edits: readonly FileEdit[]): lsp.WorkspaceEdit {
  const changes = [...groupedBy(edits, ({ file }) => file)].map(([file, own]) => {
    const { uri, version, lines } = workspace.fileOf(file);
    return { textDocument: { uri, version }, edits: own.map((edit) => toTextEdit(lines, edit)) };
  });
  if (client.versionedEdits === "understood") return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits: own }) => [uri, own])) };
}
