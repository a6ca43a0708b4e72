// Paths as the project's functions take them, and the URIs that VS Code has for them.
import * as vscode from "vscode";
import { pathOfUri, uriOfPath } from "../../server/src/project/file-uri.ts";

/** Absolute, with `/` between its parts; of what was never saved the path alone. */
export function pathOf(uri: vscode.Uri): string {
  return pathOfUri(uri.toString()) ?? uri.path;
}

export function uriAt(path: string): vscode.Uri {
  return vscode.Uri.parse(uriOfPath(path));
}

/** Whether the document of a URI is a file, wherever it lies. */
export function isFile(uri: vscode.Uri): boolean {
  return pathOfUri(uri.toString()) !== undefined;
}
