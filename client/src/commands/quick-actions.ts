// Objectives: Quick Actions. What can be done with the active set, in one list.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { activeSet, baseName } from "../open-set.ts";
import { stateInWords } from "../state-words.ts";

interface QuickAction extends vscode.QuickPickItem {
  readonly command: string;
}

export async function quickActions(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const set = uri ?? activeSet(extension);
  const actions = [...(set ? setActions() : startActions()), ...(await placeActions(extension, set))];
  const picked = await vscode.window.showQuickPick(actions, {
    title: set ? vscode.l10n.t("Objectives: {0}", baseName(set)) : vscode.l10n.t("Objectives"),
    placeHolder: vscode.l10n.t("What do you want to do?"),
  });
  if (picked) await vscode.commands.executeCommand(picked.command, ...(set ? [set] : []));
}

function setActions(): readonly QuickAction[] {
  return [
    action("type-hierarchy-sub", vscode.l10n.t("Preview the graph"), "objectives.previewGraph"),
    action("list-tree", vscode.l10n.t("Show in the view Objectives"), "objectives.showInTree"),
    action("json", vscode.l10n.t("Open the compiled JSON"), "objectives.openCompiled"),
    action("warning", vscode.l10n.t("Show what is wrong"), "workbench.actions.view.problems"),
    ...(vscode.workspace.isTrusted ? sendingActions() : []),
  ];
}

function sendingActions(): readonly QuickAction[] {
  return [
    action("cloud-upload", vscode.l10n.t("Upload"), "objectives.upload"),
    action("diff", vscode.l10n.t("Plan an upload"), "objectives.plan"),
    action("cloud-download", vscode.l10n.t("Pull what changed there"), "objectives.pull"),
    action("account", vscode.l10n.t("Attach to a persona…"), "objectives.attachPersona"),
  ];
}

function startActions(): readonly QuickAction[] {
  return [
    action("new-file", vscode.l10n.t("Write a new set"), "objectives.newSet"),
    action("json", vscode.l10n.t("Import JSON…"), "objectives.importJson"),
  ];
}

/** Where sets go, and the emulator. */
async function placeActions(
  { emulator, uploads }: Extension,
  set: vscode.Uri | undefined,
): Promise<readonly QuickAction[]> {
  const state = set && (await uploads.of(set));
  const target = action("target", vscode.l10n.t("Select the target…"), "objectives.selectTarget");
  const runs = emulator.url() !== undefined;
  return [
    { label: "", kind: vscode.QuickPickItemKind.Separator, command: "" },
    state ? { ...target, description: stateInWords(state) } : target,
    runs
      ? action("server-environment", vscode.l10n.t("Open the emulator"), "objectives.openEmulator")
      : action("server-environment", vscode.l10n.t("Start the emulator"), "objectives.startEmulator"),
  ];
}

function action(icon: string, words: string, command: string): QuickAction {
  return { label: words, iconPath: new vscode.ThemeIcon(icon), command };
}
