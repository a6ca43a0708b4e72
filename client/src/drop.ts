// Dropping files on an editor: a fragment is included, and the platform's JSON becomes objectives.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask, documentFilters } from "./language-client.ts";
import { editOf } from "./placed-edits.ts";

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append("objectives");

/** Where a file is neither, VS Code puts in its path, as ever. */
export function registerDrop(client: BaseLanguageClient): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(documentFilters(), dropProvider(client), {
    providedDropEditKinds: [KIND],
    dropMimeTypes: ["text/uri-list"],
  });
}

function dropProvider(client: BaseLanguageClient): vscode.DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (document, position, dropped) => {
      const files = filesIn((await dropped.get("text/uri-list")?.asString()) ?? "");
      const fragments = files.filter(({ path }) => path.endsWith(".objectives"));
      if (fragments.length > 0) return included(client, document, fragments);
      const [json, ...others] = files.filter(({ path }) => path.endsWith(".json"));
      return json && others.length === 0 ? imported(client, document, position, json) : undefined;
    },
  };
}

function filesIn(list: string): readonly vscode.Uri[] {
  return list
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => vscode.Uri.parse(line));
}

/** Includes have a place of their own, wherever the files are dropped. */
async function included(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  files: readonly vscode.Uri[],
): Promise<vscode.DocumentDropEdit | undefined> {
  const uri = document.uri.toString();
  const lines = await ask(client, "objectives/include", { uri, files: files.map(String) });
  if (!lines) return undefined;
  const edit = new vscode.DocumentDropEdit("", vscode.l10n.t("Include in the Set"), KIND);
  edit.additionalEdit = editOf(client, document, [lines]);
  return edit;
}

async function imported(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
  file: vscode.Uri,
): Promise<vscode.DocumentDropEdit | undefined> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const range = client.code2ProtocolConverter.asRange(new vscode.Range(position, position));
  const pasted = await ask(client, "objectives/paste", { uri: document.uri.toString(), range, text });
  if (!pasted) return undefined;
  const edit = new vscode.DocumentDropEdit(pasted.newText, pasted.title, KIND);
  edit.additionalEdit = editOf(client, document, pasted.edits);
  return edit;
}
