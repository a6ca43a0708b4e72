// The view Objectives: the sets of the workspace with their flow, and the objective at the cursor.
import * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { latest } from "../latest.ts";
import { isSetDocument } from "../open-set.ts";
import { rangeOf } from "../places.ts";
import { registerBadges } from "./badges.ts";
import { idOf, type ObjectiveRow, type Row } from "./rows.ts";
import { setsTree, type SetsTree } from "./tree.ts";

const VIEW = "objectives.sets";

export function registerSetsView(extension: Extension): vscode.Disposable {
  const tree = setsTree(extension);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const follow = latest(() => followCursor(view, tree));
  return vscode.Disposable.from(
    tree,
    view,
    registerBadges(),
    view.onDidChangeVisibility(follow),
    tree.onDidChange(follow), // rows that come anew while one is being marked take its mark with them
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(follow),
    vscode.commands.registerCommand("objectives.refreshSets", () => tree.refresh()),
    vscode.commands.registerCommand("objectives.copyName", (row?: Row) => copyName(row)),
    vscode.commands.registerCommand("objectives.showInTree", (row?: Row) =>
      row?.kind === "objective" ? showFirst(view, tree, row) : showAtCursor(view, tree),
    ),
  );
}

/** Marks the objective in which the cursor is, if that is wished and the view is to be seen. */
async function followCursor(view: vscode.TreeView<Row>, tree: SetsTree): Promise<void> {
  const row = isFollowing(view) ? await rowAtCursor(tree) : undefined;
  // Meanwhile another view may have been opened in its place, and to reveal a row would bring this one back: so that is
  // done only for one that is not marked yet.
  const isMarked = row !== undefined && view.selection.some((it) => idOf(it) === idOf(row));
  if (row && !isMarked && isFollowing(view)) await view.reveal(row, { select: true, focus: false });
}

function isFollowing({ visible }: vscode.TreeView<Row>): boolean {
  return visible && vscode.workspace.getConfiguration("objectives").get<boolean>("tree.followCursor", true);
}

async function showAtCursor(view: vscode.TreeView<Row>, tree: SetsTree): Promise<void> {
  const row = await rowAtCursor(tree);
  if (row) await view.reveal(row, { select: true, focus: true });
  else await vscode.commands.executeCommand(`${VIEW}.focus`);
}

async function rowAtCursor(tree: SetsTree): Promise<Row | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isSetDocument(editor.document)) return undefined;
  const { line, character } = editor.selection.active;
  return tree.find({ uri: editor.document.uri.toString(), position: { line, character } });
}

/** From where an objective is met again to where it hangs, in the tree and in the text. */
async function showFirst(view: vscode.TreeView<Row>, tree: SetsTree, row: ObjectiveRow): Promise<void> {
  const first = await tree.find({ uri: row.uri.toString(), node: row.item.node });
  if (first?.kind !== "objective") return;
  await view.reveal(first, { select: true, focus: true });
  const { uri, range } = first.item;
  const options = { selection: rangeOf(range), preserveFocus: true };
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), options);
}

async function copyName(row: Row | undefined): Promise<void> {
  if (!row) return;
  await vscode.env.clipboard.writeText(row.kind === "set" ? row.found.name : row.item.name);
}
