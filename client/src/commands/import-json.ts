// Objectives: Import JSON. A set of the platform becomes a text to be edited and saved.
import * as vscode from "vscode";
import { describeFileFailure } from "../../../server/src/project/file-system.ts";
import type { Extension } from "../extension.ts";
import { ask } from "../language-client.ts";
import { baseName } from "../open-set.ts";
import { isFile, pathOf } from "../file-path.ts";
import { sayError, sayWarning, type Action } from "../say.ts";

export async function importJson(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const { client, output, world } = extension;
  const file = uri ?? (await askWhich());
  if (!file) return;
  const reading = await world.files.readFile(pathOf(file));
  if (!reading.ok) return sayError(describeFileFailure(reading.failure));
  const result = await ask(client, "objectives/decompile", { json: reading.value });
  const said = result.kind === "text" ? result.notes : result.reasons;
  for (const line of said) output.info(`${baseName(file)}: ${line}`);
  if (result.kind === "refused") {
    const [first = ""] = result.reasons;
    const refusal = vscode.l10n.t("{0} is no set of objectives. {1}", baseName(file), first);
    return sayError(refusal, ...showMore(said, output));
  }
  const document = await vscode.workspace.openTextDocument({ language: "objectives", content: result.text });
  await vscode.window.showTextDocument(document);
  const [first] = said;
  if (first === undefined) return;
  sayWarning(vscode.l10n.t("Something was left out. {0}", first), ...showMore(said, output));
}

async function askWhich(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active?.languageId === "json" && isFile(active.uri)) return active.uri;
  const options = {
    title: vscode.l10n.t("Import which JSON file?"),
    filters: { JSON: ["json"] },
    openLabel: vscode.l10n.t("Import"),
  };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

function showMore(said: readonly string[], output: vscode.LogOutputChannel): readonly Action[] {
  if (said.length < 2) return [];
  return [{ title: vscode.l10n.t("Show all {0}", said.length), run: () => output.show() }];
}
