// Objectives: Open Compiled JSON. What would be sent, beside the text and following it; no file is written.
import * as vscode from "vscode";
import { compiledUri } from "../compiled-uri.ts";
import { compileSet } from "../compiled-set.ts";
import type { Extension } from "../extension.ts";
import { setDocument } from "../open-set.ts";
import { projectOf, targetOf } from "../project-of.ts";

export async function openCompiled(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const document = await setDocument(extension, uri);
  if (!document) return;
  const project = document.isUntitled ? undefined : await projectOf(extension, document.uri);
  const target = project && (await targetOf(extension, project));
  // Where there is no document to show, what is in its way is said.
  if (!(await compileSet(extension, document, target, "list"))) return;
  const compiled = await vscode.workspace.openTextDocument(compiledUri(document.uri, target?.name));
  const options = { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true };
  await vscode.window.showTextDocument(compiled, options);
}
