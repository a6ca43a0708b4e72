// An objective as a row: what it is, when it is come to, and what is wrong with it.
import * as vscode from "vscode";
import type { FlowTreeItem } from "../../../server/src/protocol.ts";
import { rangeOf } from "../places.ts";
import { badgeUri, findingsInWords } from "./badges.ts";
import { depthOf, idOf, type ObjectiveRow } from "./rows.ts";

/** Rows down to here are open from the start; the flow of a large set would be endless. */
const OPEN_DEPTH = 4;

export function objectiveItem(row: ObjectiveRow): vscode.TreeItem {
  const { item } = row;
  const shown = new vscode.TreeItem(nameOf(item), stateOf(row));
  shown.id = idOf(row);
  shown.description = conditionOf(item);
  shown.iconPath = iconOf(item);
  shown.contextValue = item.occurrence === "first" ? "objective" : item.occurrence;
  shown.command = commandOf(row);
  const badge = badgeUri(item);
  if (badge) shown.resourceUri = badge;
  shown.accessibilityInformation = { label: spokenLabel(item) };
  return shown;
}

function nameOf({ name }: FlowTreeItem): string {
  return name === "" ? vscode.l10n.t("unnamed") : name;
}

function stateOf(row: ObjectiveRow): vscode.TreeItemCollapsibleState {
  if (row.item.children === "none") return vscode.TreeItemCollapsibleState.None;
  return depthOf(row) < OPEN_DEPTH
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** When the arrow to it is followed, in the words of the text; a required one needs none. */
function conditionOf({ way, condition }: FlowTreeItem): string {
  return way === "otherwise" && condition === "" ? "otherwise" : condition;
}

type Icon = readonly [icon: string, colour?: string];

function iconOf(item: FlowTreeItem): vscode.ThemeIcon {
  const [icon, colour] = iconNameOf(item);
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

function iconNameOf({ occurrence, role, modality, confirmation }: FlowTreeItem): Icon {
  if (occurrence === "missing") return ["question", "list.errorForeground"];
  if (occurrence === "again") return ["reply", "descriptionForeground"];
  if (role === "start") return ["play-circle", "charts.green"];
  if (modality === "visual") return ["eye", "charts.blue"];
  if (confirmation === "manual") return ["person", "charts.yellow"];
  return role === "end" ? ["stop-circle", "charts.purple"] : ["circle-outline"];
}

/** What is written elsewhere is shown where it is written; an arrow to nothing, where it stands. */
function commandOf(row: ObjectiveRow): vscode.Command {
  const { occurrence, uri, range } = row.item;
  if (occurrence === "again")
    return { command: "objectives.showInTree", title: vscode.l10n.t("Show"), arguments: [row] };
  const options: vscode.TextDocumentShowOptions = { selection: rangeOf(range) };
  return {
    command: "vscode.open",
    title: vscode.l10n.t("Open"),
    arguments: [vscode.Uri.parse(uri), options],
  };
}

function spokenLabel(item: FlowTreeItem): string {
  const words = [
    nameOf(item),
    ...kindsOf(item),
    conditionOf(item),
    findingsInWords(item.errors, item.warnings),
  ];
  return words.filter((word) => word !== "").join(", ");
}

function kindsOf({ occurrence, role, modality, confirmation }: FlowTreeItem): readonly string[] {
  if (occurrence === "missing") return [vscode.l10n.t("there is no such objective")];
  if (occurrence === "again") return [vscode.l10n.t("shown above")];
  return [
    role === "start" ? vscode.l10n.t("the start") : role === "end" ? vscode.l10n.t("an end") : "",
    modality === "visual" ? vscode.l10n.t("visual") : "",
    confirmation === "manual" ? vscode.l10n.t("confirmed by the participant") : "",
  ];
}
