// What follows a refactoring: the name that it gave is ready to be typed over. Asked for by the server, in no menu.
import * as vscode from "vscode";

/** With the mark of commands that are nobody's to call. */
export const RENAME_AT = "_objectives.renameAt";

export function registerRenameAt(): vscode.Disposable {
  return vscode.commands.registerCommand(RENAME_AT, (uri: string, { line, character }: vscode.Position) =>
    vscode.commands.executeCommand("editor.action.rename", [
      vscode.Uri.parse(uri),
      new vscode.Position(line, character),
    ]),
  );
}
