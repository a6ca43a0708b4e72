// Objectives: Compile. The platform's JSON as a file beside the text.
import * as vscode from "vscode";
import { describeFileFailure } from "../../../server/src/project/file-system.ts";
import { compileSet } from "../compiled-set.ts";
import type { Extension } from "../extension.ts";
import { baseName, savedDocument } from "../open-set.ts";
import { pathOf } from "../file-path.ts";
import { projectOf, targetOf } from "../project-of.ts";
import { confirm, say, sayError } from "../say.ts";

export async function compile(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const document = await savedDocument(extension, uri);
  const project = document && (await projectOf(extension, document.uri));
  const target = project && (await targetOf(extension, project));
  if (!target) return;
  const wish = vscode.workspace.getConfiguration("objectives").get("api.requiredField");
  const compiled = await compileSet(extension, document, target, wish === "single" ? "single" : "list");
  if (compiled) await write(extension, besides(document.uri), compiled.json);
}

function besides(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path.replace(/\.objectives$/, "")}.compiled.json` });
}

async function write(extension: Extension, file: vscode.Uri, json: string): Promise<void> {
  const { files } = extension.world;
  const path = pathOf(file);
  const known = await files.readFile(path);
  if (known.ok && !(await mayOverwrite(extension, file, known.value, json))) return;
  const writing = await files.writeFileAtomic(path, json);
  if (!writing.ok) return sayError(describeFileFailure(writing.failure));
  await remember(extension, path, json);
  say(vscode.l10n.t("Compiled to {0}.", baseName(file)), {
    title: vscode.l10n.t("Open"),
    run: () => vscode.window.showTextDocument(file),
  });
}

/** What stands there may be overwritten without asking where it is what was last written. */
async function mayOverwrite(
  { context }: Extension,
  file: vscode.Uri,
  known: string,
  json: string,
): Promise<boolean> {
  const written = context.workspaceState.get<string>(stateName(pathOf(file)));
  if (known === json || (written !== undefined && written === (await digest(known)))) return true;
  const question = vscode.l10n.t("Overwrite {0}?", baseName(file));
  const detail = vscode.l10n.t("It was not written by this command, or was changed since.");
  return (await confirm(question, detail, vscode.l10n.t("Overwrite"))) === "yes";
}

async function remember({ context }: Extension, path: string, json: string): Promise<void> {
  await context.workspaceState.update(stateName(path), await digest(json));
}

function stateName(path: string): string {
  return `compiled ${path}`;
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
