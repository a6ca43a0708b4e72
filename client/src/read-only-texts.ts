// Texts that are made to be looked at, such as a plan. They need no saving.
import * as vscode from "vscode";

const TEXT_SCHEME = "objectives-text";

export interface ReadOnlyTexts {
  /** Shows a text under a name beside the editor; one of the same name is replaced. */
  readonly show: (name: string, text: string) => Promise<void>;
}

export function registerReadOnlyTexts({ subscriptions }: vscode.ExtensionContext): ReadOnlyTexts {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path),
  };
  subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(TEXT_SCHEME, provider),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === TEXT_SCHEME) texts.delete(uri.path);
    }),
  );
  return {
    show: async (name, text) => {
      const uri = vscode.Uri.from({ scheme: TEXT_SCHEME, path: `/${name}` });
      texts.set(uri.path, text);
      changed.fire(uri);
      const options = { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true };
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);
    },
  };
}
