// What the language server asks of its client: files that are on no disk of its own.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { FileReader } from "../../server/src/project/file-system.ts";
import type { ClientRequests } from "../../server/src/protocol.ts";
import { pathOf } from "./file-path.ts";

export function serveFiles(client: BaseLanguageClient, files: FileReader): vscode.Disposable {
  const at = <Answer>(ask: (path: string) => Promise<Answer>) => {
    return ({ uri }: ClientRequests["objectives/readFile"]["params"]): Promise<Answer> =>
      ask(pathOf(vscode.Uri.parse(uri)));
  };
  return vscode.Disposable.from(
    client.onRequest("objectives/readFile", at(files.readFile)),
    client.onRequest("objectives/kindOf", at(files.kindOf)),
    client.onRequest("objectives/listFolder", at(files.list)),
  );
}
