// The sets of the workspace, as the language server knows them, and when they are not what they were.
import * as vscode from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import type { FoundSet, Notifications } from "../../server/src/protocol.ts";
import { ask } from "./language-client.ts";

export interface Sets extends vscode.Disposable {
  readonly all: () => Promise<readonly FoundSet[]>;
  /** The one set that may be another now; undefined: any of them, and their list. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

export function followSets(client: BaseLanguageClient): Sets {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const all = (): Promise<readonly FoundSet[]> => ask(client, "objectives/sets", {});
  const following = vscode.Disposable.from(
    changed,
    client.onNotification("objectives/setsChanged", ({ uri }: Notifications["objectives/setsChanged"]) =>
      changed.fire(uri === null ? undefined : vscode.Uri.parse(uri)),
    ),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      void all().catch(() => undefined); // a server that was never asked tells of no change
      changed.fire(undefined);
    }),
  );
  return { all, onDidChange: changed.event, dispose: () => void following.dispose() };
}
