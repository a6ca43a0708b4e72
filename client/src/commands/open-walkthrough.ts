// Objectives: Open Walkthrough. The first steps, in VS Code's own page for them.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";

export async function openWalkthrough({ context }: Extension): Promise<void> {
  const walkthrough = `${context.extension.id}#firstSteps`;
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false);
}
