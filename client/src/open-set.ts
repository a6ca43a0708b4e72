// The set that a command is about: the file of the menu, the active one, or one that is picked.
import * as vscode from "vscode";
import type { Place } from "../../server/src/protocol.ts";
import type { Extension } from "./extension.ts";
import { sayError } from "./say.ts";

const LANGUAGE = "objectives";

/** The document of a command; undefined where nobody picked one. */
export async function setDocument(
  extension: Extension,
  uri: vscode.Uri | undefined,
): Promise<vscode.TextDocument | undefined> {
  const chosen = uri ?? activeSet(extension) ?? (await pickFile());
  return chosen && vscode.workspace.openTextDocument(chosen);
}

/** The set that the window is about: in the active editor or preview, else the only one to be seen. */
export function activeSet({ previews }: Extension): vscode.Uri | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor && isSetDocument(activeTextEditor.document)) return activeTextEditor.document.uri;
  const previewed = previews.active();
  if (previewed || activeTextEditor) return previewed;
  const seen = visibleTextEditors.map(({ document }) => document).filter(isSetDocument);
  return new Set(seen).size === 1 ? seen[0]?.uri : undefined;
}

/** The document once it is on the disk: what is sent or compiled to a file is what was saved. */
export async function savedDocument(
  extension: Extension,
  uri: vscode.Uri | undefined,
): Promise<vscode.TextDocument | undefined> {
  const document = await setDocument(extension, uri);
  if (!document || (!document.isDirty && !document.isUntitled)) return document;
  const saved = await vscode.workspace.save(document.uri); // of an untitled one it asks for a place
  if (saved) return vscode.workspace.openTextDocument(saved);
  if (!document.isUntitled)
    sayError(vscode.l10n.t("{0} could not be saved, so nothing was done.", baseName(document.uri)));
  return undefined;
}

/** Saves those of the files that have unsaved changes in an editor. */
export async function saveOpen(files: readonly Pick<Place, "uri">[]): Promise<void> {
  const meant = new Set(files.map(({ uri }) => vscode.Uri.parse(uri).toString()));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && meant.has(uri.toString()),
  );
  await Promise.all(unsaved.map((document) => document.save()));
}

export function isSetDocument({ languageId }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE;
}

export function baseName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles("**/*.objectives", "**/node_modules/**");
  if (files.length === 0) {
    sayError(
      vscode.l10n.t(
        "No file of objectives is open, and the workspace has none. Write one with Objectives: New Set.",
      ),
    );
    return undefined;
  }
  const items = files.map((file) => ({ label: vscode.workspace.asRelativePath(file), file }));
  items.sort((one, other) => (one.label < other.label ? -1 : 1));
  return (
    await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t("Which set?"),
      placeHolder: vscode.l10n.t("File of a set"),
    })
  )?.file;
}
