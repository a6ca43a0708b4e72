// Edits of a document that the server answers with, as VS Code carries them out.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { PlacedEdit } from "../../server/src/protocol.ts";

export function editOf(
  { protocol2CodeConverter }: BaseLanguageClient,
  { uri }: vscode.TextDocument,
  edits: readonly PlacedEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, protocol2CodeConverter.asRange(range), newText);
  return edit;
}
