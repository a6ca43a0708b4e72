// Objectives: Remove API Key. From VS Code's secret storage.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { say } from "../say.ts";

export async function removeApiKey({ keys }: Extension): Promise<void> {
  const origins = keys.origins();
  if (origins.length === 0) return say("No key is kept.");
  const origin = await vscode.window.showQuickPick([...origins], {
    title: "Remove the key for which place?",
  });
  if (origin === undefined) return;
  await keys.remove(origin);
  say(`The key for ${origin} was removed.`);
}
