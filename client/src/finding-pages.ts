// The pages of the findings where no disk has them: shown as texts that nobody can change.
import * as vscode from "vscode";

const SCHEME = "objectives-finding";

/** The folder of the pages, as the language server is told. */
export const FINDING_PAGES = `${SCHEME}:/findings`;

/** An address of the web would leave the editor for a page of bare Markdown. */
export function showFindingPages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const page = vscode.Uri.joinPath(extensionUri, "docs", path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
    },
  });
}
