// Objectives: Preview Graph. The flow beside the text, live.
import type * as vscode from "vscode";
import type { Extension } from "../extension.ts";
import { setDocument } from "../open-set.ts";

export async function previewGraph(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const document = await setDocument(extension, uri);
  if (document) extension.previews.open(document.uri);
}
