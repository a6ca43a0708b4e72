// How sets stand at their targets: the server decides it, by what the client tells it of their locks.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ClientRequests, SetState } from "../../server/src/protocol.ts";
import { ask } from "./language-client.ts";
import type { LastUploads } from "./last-uploads.ts";
import type { Sets } from "./sets.ts";

export interface UploadStates extends vscode.Disposable {
  /** Of its text as it stands in the editor; undefined where no target counts, or nobody knows what it got. */
  readonly of: (uri: vscode.Uri) => Promise<SetState | undefined>;
  /** The one set whose state may be another now; undefined: any. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

type Client = Pick<BaseLanguageClient, "sendRequest" | "sendNotification" | "onRequest">;

/** States are remembered until their set or what was uploaded changes: a workspace may have thousands. */
export function followUploadStates(client: Client, sets: Sets, uploads: LastUploads): UploadStates {
  const states = new Map<string, Promise<SetState | undefined>>();
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const forget = (uri?: vscode.Uri): void => {
    if (uri) states.delete(uri.toString());
    else states.clear();
    changed.fire(uri);
  };
  const following = vscode.Disposable.from(
    changed,
    client.onRequest(
      "objectives/lastUpload",
      async ({ uri }: ClientRequests["objectives/lastUpload"]["params"]) =>
        (await uploads.of(vscode.Uri.parse(uri))) ?? null,
    ),
    uploads.onDidChange(() => {
      void client.sendNotification("objectives/uploadsChanged").catch(() => undefined); // one that has ended knows nothing
      forget();
    }),
    sets.onDidChange(forget),
  );
  return {
    of: (uri) => {
      const state = states.get(uri.toString()) ?? stateOf(client, uri);
      states.set(uri.toString(), state);
      return state;
    },
    onDidChange: changed.event,
    dispose: () => void following.dispose(),
  };
}

/** A server that does not run says nothing; once it does, every set is asked about again. */
async function stateOf(client: Client, uri: vscode.Uri): Promise<SetState | undefined> {
  const state = await ask(client, "objectives/uploadState", { uri: uri.toString() }).catch(() => null);
  return state ?? undefined;
}
