// What the tests inside VS Code share: texts with a cursor in the editor, and waiting for what the editor says.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";

/** How long the editor may take to say what a test waits for. */
const LIMIT_MS = 20_000;

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension("objectives-for-tavus.objectives");
  assert.ok(found, "the extension is not installed");
  return found;
}

export function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** A folder that no other test has: VS Code is slow to notice that a file of the same path went and came back. */
export function freshFolder(): vscode.Uri {
  folders += 1;
  return workspaceFile(`trial-${folders}`);
}

let folders = 0;

/** Closes everything. Unsaved texts are waited for: while one is open, sets of its title are told of it. */
export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const left = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  const what = (): string =>
    `the end of ${left()
      .map(({ uri }) => uri.path)
      .join(", ")}`;
  await settled(what, () => left().length === 0, vscode.workspace.onDidCloseTextDocument);
}

/**
 * Opens a text as an unsaved file of the language; `$0` in it is the cursor. Its name is its own: VS Code gives those it
 * chooses again, and empties a text of that name when the last one of it is gone at last.
 */
export async function openText(marked: string) {
  const offset = marked.indexOf("$0");
  const content = marked.replace("$0", "");
  const document = await vscode.workspace.openTextDocument(freshUnsaved());
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), content);
  assert.ok(await vscode.workspace.applyEdit(edit));
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const cursor = offset < 0 ? undefined : document.positionAt(offset);
  if (cursor) editor.selection = new vscode.Selection(cursor, cursor);
  return { document, cursor };
}

function freshUnsaved(): vscode.Uri {
  texts += 1;
  return workspaceFile(`unsaved-${texts}.objectives`).with({ scheme: "untitled" });
}

let texts = 0;

/** The range of the first `word` from `after` on. */
export function range(document: vscode.TextDocument, word: string, after: string): vscode.Range {
  const text = document.getText();
  const start = text.indexOf(word, text.indexOf(after));
  assert.ok(start >= 0, `'${word}' is not in the text`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + word.length));
}

/** Replaces the first `old` of a document. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range(document, old, old), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** What somebody does who only writes: a set is checked, laid out, drawn and compiled. */
export async function writeQuietly(): Promise<void> {
  await extension().activate();
  const { document } = await openText(
    'objectives "Quiet"\n\nobjective greet {\n  prompt "Greet."\n  -> gone\n}\n',
  );
  await diagnosticsOf(document, (found) => found.length > 0);
  await vscode.commands.executeCommand("vscode.executeFormatDocumentProvider", document.uri, {});
  const file = workspaceFile("dental-intake.objectives");
  await vscode.window.showTextDocument(file);
  const preview = tabOpened(({ label }) => label.startsWith("Flow of"));
  await vscode.commands.executeCommand("objectives.previewGraph", file);
  await preview;
  await vscode.commands.executeCommand("objectives.openCompiled", file);
}

/** The findings of a document, once they are as expected. */
export async function diagnosticsOf(
  document: vscode.TextDocument,
  isExpected: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const found = () => vscode.languages.getDiagnostics(document.uri);
  const what = (): string =>
    `other findings than ${JSON.stringify(found().map(({ message }) => message))} in ${document.uri.path}`;
  await settled(what, () => isExpected(found()), vscode.languages.onDidChangeDiagnostics);
  return found();
}

/** The next tab that fits. */
export async function tabOpened(fits: (tab: vscode.Tab) => boolean): Promise<vscode.Tab> {
  const open = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(fits);
  await settled(
    () => "a tab",
    () => open() !== undefined,
    vscode.window.tabGroups.onDidChangeTabs,
  );
  const tab = open();
  assert.ok(tab);
  return tab;
}

export function itemLabel({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** Resolves as soon as `isSo` holds; asks again at every event. Rejects after the limit, saying what was waited for. */
export function settled<Event>(
  what: () => string,
  isSo: () => boolean,
  event: vscode.Event<Event>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      clearTimeout(limit);
      subscription.dispose();
      act();
    };
    const limit = setTimeout(
      () => finish(() => reject(new Error(`Waited in vain for ${what()}.`))),
      LIMIT_MS,
    );
    const subscription = event(() => isSo() && finish(resolve));
    if (isSo()) finish(resolve);
  });
}
