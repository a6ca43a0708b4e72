// A set as a row: its name, its file, and whether it is uploaded as it stands.
import * as vscode from "vscode";
import type { SetState } from "../../../server/src/protocol.ts";
import { baseName } from "../open-set.ts";
import { stateIcon, stateInShort, stateInWords } from "../state-words.ts";
import type { SetRow } from "./rows.ts";

export function setItem(
  { uri, found: { name, file } }: SetRow,
  state: SetState | undefined,
  images: vscode.Uri,
): vscode.TreeItem {
  const label = name === "" ? baseName(uri) : name;
  const said = state ? stateInWords(state) : "";
  const shown = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  shown.id = uri.toString();
  shown.description = state && isUploaded(state) ? `${stateInShort(state)} · ${file}` : file;
  shown.resourceUri = uri;
  shown.iconPath = iconOf(state, images);
  shown.contextValue = `set ${state?.state ?? "unknown"}`;
  shown.tooltip = tooltipOf(label, file, said);
  shown.command = { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [uri] };
  shown.accessibilityInformation = { label: [label, file, said].filter((word) => word !== "").join(", ") };
  return shown;
}

function isUploaded({ state }: SetState): boolean {
  return state !== "never uploaded";
}

/** What was never uploaded is a file like others. */
function iconOf(state: SetState | undefined, images: vscode.Uri): vscode.IconPath {
  if (state && isUploaded(state)) return stateIcon(state);
  const image = (theme: string): vscode.Uri => vscode.Uri.joinPath(images, `file-${theme}.svg`);
  return { light: image("light"), dark: image("dark") };
}

/** A name may hold anything: it is shown as it is written. */
function tooltipOf(name: string, file: string, said: string): vscode.MarkdownString {
  const tip = new vscode.MarkdownString("**").appendText(name).appendMarkdown("**\n\n").appendText(file);
  return said === "" ? tip : tip.appendMarkdown("\n\n").appendText(said);
}
