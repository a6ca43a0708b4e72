// Pasting: the platform's JSON becomes objectives, and prose a part of the text that the cursor is in.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ask, documentFilters } from "./language-client.ts";
import { editOf } from "./placed-edits.ts";

/** What is copied out of a text of ours is written as it must be already. */
const SOURCE = "application/vnd.objectives.source";

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append("objectives");

/** Beside what is made of it, VS Code offers the plain text. */
export function registerPaste(client: BaseLanguageClient): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider(documentFilters(), pasteProvider(client), {
    providedPasteEditKinds: [KIND],
    copyMimeTypes: [SOURCE],
    pasteMimeTypes: ["text/plain"],
  });
}

function pasteProvider(client: BaseLanguageClient): vscode.DocumentPasteEditProvider {
  return {
    prepareDocumentPaste: (_document, _ranges, copied) => {
      copied.set(SOURCE, new vscode.DataTransferItem("copied"));
    },
    provideDocumentPasteEdits: async (document, [range, ...others], copied) => {
      const text = await copied.get("text/plain")?.asString();
      if (!range || others.length > 0 || copied.get(SOURCE) || text === undefined) return undefined;
      const where = { uri: document.uri.toString(), range: client.code2ProtocolConverter.asRange(range) };
      const pasted = await ask(client, "objectives/paste", { ...where, text });
      if (!pasted) return undefined;
      const edit = new vscode.DocumentPasteEdit(pasted.newText, pasted.title, KIND);
      edit.additionalEdit = editOf(client, document, pasted.edits);
      return [edit];
    },
  };
}
