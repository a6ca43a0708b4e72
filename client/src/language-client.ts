// How the extension speaks with its language server.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { Requests } from "../../server/src/protocol.ts";

/** Documents that are shown only for comparison, as those of git, are left alone. */
const DOCUMENTS = ["file", "untitled", "vscode-vfs"].map((scheme) => ({ scheme, language: "objectives" }));

export function clientOptions(outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel,
    // Findings are sent at once: asked for, they would come for visible documents alone.
    initializationOptions: {
      findings: "pushed",
      completeAgain: "editor.action.triggerSuggest",
      translation: vscode.l10n.bundle ?? {},
    },
  };
}

/** A request of our own to the server. */
export function ask<Method extends keyof Requests>(
  client: Pick<BaseLanguageClient, "sendRequest">,
  method: Method,
  params: Requests[Method]["params"],
): Promise<Requests[Method]["result"]> {
  return client.sendRequest<Requests[Method]["result"]>(method, params);
}
