// Objectives: Select Target. Where sets of this workspace go from now on.
import * as vscode from "vscode";
import { NO_CONFIG } from "../../../server/src/project/config.ts";
import type { Extension } from "../extension.ts";
import { pickTarget, projectOf, projectOfWindow } from "../project-of.ts";

export async function selectTarget(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const project = uri ? await projectOf(extension, uri) : await projectOfWindow(extension);
  const name = await pickTarget(extension, project?.config ?? NO_CONFIG);
  if (name === undefined) return;
  const scope = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration("objectives").update("target", name, scope);
}
