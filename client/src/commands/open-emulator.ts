// Objectives: Open Emulator. Its page, which shows what it holds.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { say } from "../say.ts";

export async function openEmulator({ emulator }: Extension): Promise<void> {
  const url = emulator.url();
  if (url !== undefined) return void (await vscode.env.openExternal(vscode.Uri.parse(url)));
  say(vscode.l10n.t("The emulator does not run in this window."), {
    title: vscode.l10n.t("Start it"),
    run: () => vscode.commands.executeCommand("objectives.startEmulator"),
  });
}
