// The status bar: where the active set goes and what is wrong with it, and the emulator while it runs.
import * as vscode from "vscode";
import type { Extension } from "./extension.ts";
import { activeSet } from "./open-set.ts";
import { projectOf, targetNameOf } from "./project-of.ts";

/** Shows both entries for as long as they say something. */
export function showStatus(extension: Extension): vscode.Disposable {
  const target = vscode.window.createStatusBarItem("objectives.target", vscode.StatusBarAlignment.Right, 90);
  const emulator = vscode.window.createStatusBarItem(
    "objectives.emulator",
    vscode.StatusBarAlignment.Right,
    89,
  );
  target.name = "Objectives: target";
  target.command = "objectives.selectTarget";
  emulator.name = "Objectives: emulator";
  emulator.command = "objectives.openEmulator";
  const updateTarget = (): void => void showTarget(target, extension);
  const updateEmulator = (): void => showEmulator(emulator, extension);
  updateTarget();
  updateEmulator();
  return vscode.Disposable.from(
    target,
    emulator,
    vscode.window.onDidChangeActiveTextEditor(updateTarget),
    vscode.languages.onDidChangeDiagnostics(updateTarget),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("objectives.target")) updateTarget();
    }),
    vscode.workspace.onDidSaveTextDocument(updateTarget),
    extension.emulator.onDidChange(updateEmulator),
  );
}

async function showTarget(item: vscode.StatusBarItem, extension: Extension): Promise<void> {
  const uri = activeSet(extension);
  if (!uri) return item.hide();
  const project = uri.scheme === "untitled" ? undefined : await projectOf(extension, uri);
  const name = project ? await targetNameOf(extension, project) : "not saved yet";
  item.text = `$(cloud-upload) ${name}${countsOf(uri)}`;
  item.tooltip = `Objectives: sets go to the target '${name}'. Click to choose another.`;
  item.show();
}

function countsOf(uri: vscode.Uri): string {
  const findings = vscode.languages.getDiagnostics(uri);
  const count = (severity: vscode.DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  return `${errors > 0 ? ` $(error) ${errors}` : ""}${warnings > 0 ? ` $(warning) ${warnings}` : ""}`;
}

function showEmulator(item: vscode.StatusBarItem, { emulator }: Extension): void {
  const url = emulator.url();
  void vscode.commands.executeCommand("setContext", "objectives.emulatorRuns", url !== undefined);
  if (url === undefined) return item.hide();
  item.text = `$(server-environment) ${new URL(url).host}`;
  item.tooltip = `The emulator runs at ${url}: it is not Tavus. Click to see what it holds.`;
  item.show();
}
