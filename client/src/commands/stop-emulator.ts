// Objectives: Stop Emulator. Its state stays in the workspace.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { say } from "../say.ts";

export async function stopEmulator({ emulator }: Extension): Promise<void> {
  if (emulator.url() === undefined) return say(vscode.l10n.t("The emulator does not run in this window."));
  await emulator.stop();
  say(vscode.l10n.t("The emulator is stopped. What it holds is kept in the workspace."));
}
