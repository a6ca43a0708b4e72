// Objectives: Remove API Key. From VS Code's secret storage.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { say } from "../say.ts";

export async function removeApiKey({ keys }: Extension): Promise<void> {
  const origins = keys.origins();
  if (origins.length === 0) return say(vscode.l10n.t("No key is kept."));
  const origin = await vscode.window.showQuickPick([...origins], {
    title: vscode.l10n.t("Remove the key for which place?"),
    placeHolder: vscode.l10n.t("Address"),
  });
  if (origin === undefined) return;
  await keys.remove(origin);
  say(vscode.l10n.t("The key for {0} was removed.", origin));
}
