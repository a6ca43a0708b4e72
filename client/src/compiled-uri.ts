// The compiled JSON of a set as a document of the language server's: by its URI the server knows what to make.
import * as vscode from "vscode";

export const COMPILED_SCHEME = "objectives-compiled";

/** The document with the params of the target; it is called as its file would be. */
export function compiledUri(set: vscode.Uri, target: string | undefined): vscode.Uri {
  const path = `${set.path.replace(/^(?!\/)/, "/").replace(/\.objectives$/, "")}.compiled.json`;
  return vscode.Uri.from({ scheme: COMPILED_SCHEME, path, query: set.toString(), fragment: target ?? "" });
}

/** The set that such a document is made of. */
export function setOfCompiled({ query }: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(query);
}
