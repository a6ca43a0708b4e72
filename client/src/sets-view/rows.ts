// The rows of the view: sets, and below each the objectives of its flow.
import type * as vscode from "vscode";
import type { FlowTreeItem, FoundSet } from "../../../server/src/protocol.ts";

export type Row = SetRow | ObjectiveRow;

export interface SetRow {
  readonly kind: "set";
  readonly uri: vscode.Uri;
  readonly found: FoundSet;
}

export interface ObjectiveRow {
  readonly kind: "objective";
  /** Of its set. */
  readonly uri: vscode.Uri;
  readonly item: FlowTreeItem;
  readonly parent: Row;
}

/** What VS Code knows a row by, also when it is made anew. */
export function idOf(row: Row): string {
  const uri = row.uri.toString();
  return row.kind === "set" ? uri : `${uri} ${row.item.id}`;
}

/** How far below its set a row hangs. */
export function depthOf(row: Row): number {
  let depth = 0;
  for (let above = row; above.kind === "objective"; above = above.parent) depth += 1;
  return depth;
}
