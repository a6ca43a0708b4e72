// Edits of several files as one edit of the client's workspace.
import type * as lsp from "vscode-languageserver";
import { groupedBy } from "../language/text/grouped.ts";
import type { FileEdit } from "../language/text/place.ts";
import { toTextEdit } from "./to-lsp.ts";
import type { Workspace } from "./workspace.ts";

export function toWorkspaceEdit(workspace: Workspace, edits: readonly FileEdit[]): lsp.WorkspaceEdit {
  const changes = [...groupedBy(edits, ({ file }) => file)].map(([file, own]) => {
    const { uri, lines } = workspace.fileOf(file);
    return [uri, own.map((edit) => toTextEdit(lines, edit))] as const;
  });
  return { changes: Object.fromEntries(changes) };
}
