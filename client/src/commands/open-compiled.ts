// Objectives: Open Compiled JSON. What would be sent, to be looked at beside the text; no file is written.
import type * as vscode from "vscode";
import { compileSet } from "../compiled-set.ts";
import type { Extension } from "../extension.ts";
import { baseName, setDocument } from "../open-set.ts";
import { projectOf, targetOf } from "../project-of.ts";

export async function openCompiled(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const document = await setDocument(extension, uri);
  if (!document) return;
  const project = document.isUntitled ? undefined : await projectOf(extension, document.uri);
  const target = project && (await targetOf(extension, project));
  const compiled = await compileSet(extension, document, target, "list");
  const name = baseName(document.uri).replace(/\.objectives$/, "");
  if (compiled) await extension.texts.show(`${name}.compiled.json`, compiled.json, document.uri);
}
