// Places as the language server says them, as VS Code has them.
import * as vscode from "vscode";
import type { Place } from "../../server/src/protocol.ts";

export function rangeOf({ start, end }: Place["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
