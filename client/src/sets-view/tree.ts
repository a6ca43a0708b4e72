// What hangs where in the view: asked of the language server row by row, as they are opened.
import * as vscode from "vscode";
import type { FlowTreeItem, FlowTreePathParams } from "../../../server/src/protocol.ts";
import type { Extension } from "../extension.ts";
import { ask } from "../language-client.ts";
import { objectiveItem } from "./objective-item.ts";
import type { ObjectiveRow, Row, SetRow } from "./rows.ts";
import { setItem } from "./set-item.ts";

export interface SetsTree extends vscode.TreeDataProvider<Row>, vscode.Disposable {
  /** The row of an objective, with those above it; undefined where it is in no set. */
  readonly find: (params: FlowTreePathParams) => Promise<Row | undefined>;
  readonly refresh: () => void;
  /** The same event: of VS Code's own name it may be missing. */
  readonly onDidChange: vscode.Event<undefined>;
}

export function setsTree(extension: Extension): SetsTree {
  const { client, sets, uploads, context } = extension;
  const images = vscode.Uri.joinPath(context.extensionUri, "images");
  const changed = new vscode.EventEmitter<undefined>();
  let shown: ReadonlyMap<string, SetRow> = new Map();
  // Always the whole: to refresh one row, VS Code drops what it is just being told of the others.
  const refresh = (): void => changed.fire(undefined);
  const setRows = async (): Promise<readonly SetRow[]> => {
    const rows = (await sets.all()).map((found): SetRow => ({
      kind: "set",
      uri: vscode.Uri.parse(found.uri),
      found,
    }));
    shown = new Map(rows.map((row) => [row.uri.toString(), row]));
    return rows;
  };
  const following = [changed, sets.onDidChange(refresh), uploads.onDidChange(refresh)];
  return {
    onDidChangeTreeData: changed.event,
    onDidChange: changed.event,
    refresh,
    getParent: (row) => (row.kind === "objective" ? row.parent : undefined),
    getTreeItem: async (row) =>
      row.kind === "set" ? setItem(row, await uploads.of(row.uri), images) : objectiveItem(row),
    getChildren: async (row) => (row ? objectivesBelow(extension, row) : [...(await setRows())]),
    resolveTreeItem: async (item, row) => {
      if (row.kind === "set") return item;
      const tip = await ask(client, "objectives/flowTreeTip", { uri: row.uri.toString(), id: row.item.node });
      item.tooltip = tip === null ? "" : new vscode.MarkdownString(tip);
      return item;
    },
    find: async (params) => {
      const path = await ask(client, "objectives/flowTreePath", params);
      if (!path) return undefined;
      const set = shown.get(vscode.Uri.parse(path.uri).toString()) ?? (await lookedUp(path.uri));
      return set && path.items.reduce<Row>(rowBelow, set);
    },
    dispose: () => following.forEach((it) => void it.dispose()),
  };

  async function lookedUp(uri: string): Promise<SetRow | undefined> {
    await setRows();
    return shown.get(vscode.Uri.parse(uri).toString());
  }
}

async function objectivesBelow(extension: Extension, row: Row): Promise<ObjectiveRow[]> {
  const uri = row.uri.toString();
  const below = row.kind === "set" ? { uri } : { uri, parent: row.item.node };
  const items = await ask(extension.client, "objectives/flowTree", below);
  return (items ?? []).map((item) => rowBelow(row, item));
}

function rowBelow(parent: Row, item: FlowTreeItem): ObjectiveRow {
  return { kind: "objective", uri: parent.uri, item, parent };
}
