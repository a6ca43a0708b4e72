// How the extension speaks with its language server.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { Requests } from "../../server/src/protocol.ts";
import { LENS_COMMANDS, lensMiddleware } from "./lens-commands.ts";
import { RENAME_AT } from "./rename-at.ts";

/** What differs from one kind of host to another. */
export interface ServerOptions {
  /** The URI of the folder with a page for every finding, where the server cannot know it. */
  readonly pages?: string;
}

export function clientOptions(
  outputChannel: vscode.LogOutputChannel,
  options: ServerOptions,
): LanguageClientOptions {
  return {
    documentSelector: documentFilters(),
    outputChannel,
    // Of what is in a tab findings are asked for at every keystroke; of all else the server tells while it is listened to.
    diagnosticPullOptions: { onChange: true },
    middleware: lensMiddleware,
    initializationOptions: {
      completeAgain: "editor.action.triggerSuggest",
      renameAt: RENAME_AT,
      patterns: "ours",
      commands: LENS_COMMANDS,
      files: "served",
      uploads: "told",
      translation: vscode.l10n.bundle ?? {},
      ...options,
    },
  };
}

/** Documents that are shown only for comparison, as those of git, are left alone. */
function documentSchemes(): readonly string[] {
  return [...new Set(["untitled", ...fileSchemes()])];
}

/** Where files lie that somebody works on: on disks, in repositories on the web, and in whatever this window has open. */
export function fileSchemes(): readonly string[] {
  const opened = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(["file", "vscode-vfs", "vscode-remote", ...opened])];
}

export function documentFilters(): DocumentFilter[] {
  return documentSchemes().map((scheme) => ({ scheme, language: "objectives" }));
}

interface DocumentFilter {
  readonly scheme: string;
  readonly language: string;
}

/**
 * A request of our own to the server. A process is sent JSON, but a worker a copy of the object, in which a position of VS
 * Code's has lost its line: so both are sent what JSON keeps.
 */
export function ask<Method extends keyof Requests>(
  client: Pick<BaseLanguageClient, "sendRequest">,
  method: Method,
  params: Requests[Method]["params"],
): Promise<Requests[Method]["result"]> {
  return client.sendRequest<Requests[Method]["result"]>(method, JSON.parse(JSON.stringify(params)));
}
