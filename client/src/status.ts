// The status bar: where the active set goes, how it stands there and what is wrong with it; and the emulator while it runs.
import * as vscode from "vscode";
import type { SetState } from "../../server/src/protocol.ts";
import type { Extension } from "./extension.ts";
import { latest } from "./latest.ts";
import { activeSet, baseName } from "./open-set.ts";
import { stateIcon, stateInWords } from "./state-words.ts";

/** Shows both entries for as long as they say something. */
export function showStatus(extension: Extension): vscode.Disposable {
  const set = newItem("objectives.set", 90);
  set.name = vscode.l10n.t("Objectives: the active set");
  set.command = "objectives.quickActions";
  const emulator = newItem("objectives.emulator", 89);
  emulator.name = vscode.l10n.t("Objectives: the emulator");
  emulator.command = "objectives.openEmulator";
  const updateSet = latest(() => showSet(set, extension));
  const updateEmulator = (): void => showEmulator(emulator, extension);
  updateSet();
  updateEmulator();
  return vscode.Disposable.from(
    set,
    emulator,
    vscode.window.onDidChangeActiveTextEditor(updateSet),
    vscode.languages.onDidChangeDiagnostics(updateSet),
    extension.uploads.onDidChange(updateSet),
    extension.emulator.onDidChange(updateEmulator),
  );
}

function newItem(id: string, priority: number): vscode.StatusBarItem {
  return vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, priority);
}

async function showSet(item: vscode.StatusBarItem, extension: Extension): Promise<void> {
  const uri = activeSet(extension);
  if (!uri) return item.hide();
  const state = uri.scheme === "untitled" ? "not saved" : await extension.uploads.of(uri);
  const counts = countsOf(uri);
  const sentences = [stateSentence(state), countsSentence(counts)];
  item.text = [`$(${iconOf(state)}) ${placeInWords(state)}`, ...countIcons(counts)].join(" ");
  item.tooltip = tooltipOf(baseName(uri), sentences);
  item.accessibilityInformation = {
    label: [vscode.l10n.t("Objectives: {0}", baseName(uri)), ...sentences].join(". "),
    role: "button",
  };
  item.show();
}

/** Undefined: it is not clear which target counts. */
export type KnownState = SetState | "not saved" | undefined;

function iconOf(state: KnownState): string {
  return state === undefined || state === "not saved" ? "cloud" : stateIcon(state).id;
}

function placeInWords(state: KnownState): string {
  if (state === "not saved") return vscode.l10n.t("not saved yet");
  return state?.target ?? vscode.l10n.t("no target");
}

export function stateSentence(state: KnownState): string {
  if (state === "not saved") return vscode.l10n.t("not saved yet");
  return state ? stateInWords(state) : vscode.l10n.t("no target is chosen");
}

function tooltipOf(name: string, sentences: readonly string[]): vscode.MarkdownString {
  const tip = new vscode.MarkdownString("**").appendText(name).appendMarkdown("**");
  for (const sentence of sentences) tip.appendMarkdown("\n\n").appendText(sentence);
  return tip.appendMarkdown("\n\n---\n\n").appendText(vscode.l10n.t("Click for what can be done with it."));
}

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

function countsOf(uri: vscode.Uri): Counts {
  const findings = vscode.languages.getDiagnostics(uri);
  const count = (severity: vscode.DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count(vscode.DiagnosticSeverity.Error),
    warnings: count(vscode.DiagnosticSeverity.Warning),
  };
}

function countIcons({ errors, warnings }: Counts): readonly string[] {
  return [...(errors > 0 ? [`$(error) ${errors}`] : []), ...(warnings > 0 ? [`$(warning) ${warnings}`] : [])];
}

function countsSentence({ errors, warnings }: Counts): string {
  return errors + warnings === 0
    ? vscode.l10n.t("no errors or warnings")
    : vscode.l10n.t("errors: {0}, warnings: {1}", errors, warnings);
}

function showEmulator(item: vscode.StatusBarItem, { emulator }: Extension): void {
  const url = emulator.url();
  void vscode.commands.executeCommand("setContext", "objectives.emulatorRuns", url !== undefined);
  if (url === undefined) return item.hide();
  const said = vscode.l10n.t("The emulator runs at {0}: it is not Tavus. Click to see what it holds.", url);
  item.text = `$(server-environment) ${new URL(url).host}`;
  item.tooltip = said;
  item.accessibilityInformation = { label: said, role: "button" };
  item.show();
}
