// Paths as the project's functions take them.
import type * as vscode from "vscode";
import { portablePath } from "../../server/src/project/node-file-system.ts";

/** Absolute, with `/` between its parts. */
export function pathOf({ fsPath }: vscode.Uri): string {
  return portablePath(fsPath, "/");
}
