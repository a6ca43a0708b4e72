// Renaming, in every set that shares a file with what is renamed.
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { rename, renamableAt } from "../language/features/rename.ts";
import type { Server } from "./serving.ts";
import { toWorkspaceEdit } from "./edits.ts";
import { toRange } from "./to-lsp.ts";

export function registerRename(server: Server): void {
  const { connection, documents, workspace } = server;
  connection.onPrepareRename(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const [{ model }] = workspace.checksWith(document);
    const found = renamableAt(model, { file: document.id, offset: document.lines.offsetAt(position) });
    return found ? { range: toRange(document.lines, found.span), placeholder: found.name } : null;
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const models = await workspace.modelsAround(document);
    const point = { file: document.id, offset: document.lines.offsetAt(position) };
    const result = rename(models, point, newName);
    if ("refused" in result) throw new ResponseError(ErrorCodes.InvalidParams, result.refused);
    return toWorkspaceEdit(workspace, result.edits);
  });
}
