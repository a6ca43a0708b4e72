// How the extension speaks with its language server.
import type * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { Requests } from "../../server/src/protocol.ts";
import { LENS_COMMANDS, lensMiddleware } from "./lens-commands.ts";

/** Documents that are shown only for comparison, as those of git, are left alone. */
const DOCUMENTS = ["file", "untitled", "vscode-vfs"].map((scheme) => ({ scheme, language: "objectives" }));

export function clientOptions(outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel,
    // Of what is in a tab findings are asked for at every keystroke; of all else the server tells while it is listened to.
    diagnosticPullOptions: { onChange: true },
    middleware: lensMiddleware,
    initializationOptions: {
      completeAgain: "editor.action.triggerSuggest",
      patterns: "ours",
      commands: LENS_COMMANDS,
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
