// Tells the language server how much each finding matters in a document's project, as its objectives.json says.
import * as vscode from "vscode";
import { CONFIG_NAME, describeConfigFailure } from "../../server/src/project/config.ts";
import { findProject } from "../../server/src/project/find-project.ts";
import { parentOf } from "../../server/src/project/paths.ts";
import type { ClientNotifications } from "../../server/src/protocol.ts";
import type { Host } from "./extension.ts";
import { pathOf } from "./file-path.ts";

/** Tells it of every set that is opened, and again when an objectives.json changes. */
export function followRuleLevels(host: Host): vscode.Disposable {
  const tell = ({ uri, languageId }: vscode.TextDocument): void => {
    if (languageId === "objectives") void tellRuleLevels(host, uri);
  };
  const tellAll = (): void => vscode.workspace.textDocuments.forEach(tell);
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);
  tellAll();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(tellAll),
    watcher.onDidCreate(tellAll),
    watcher.onDidDelete(tellAll),
    vscode.workspace.onDidOpenTextDocument(tell),
  );
}

/** Tells it of one file, which need not be open. */
export async function tellRuleLevels({ client, world, output }: Host, uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== "file") return;
  const folder = parentOf(pathOf(uri)) ?? "/";
  const reading = await findProject(world.files, folder, folder);
  if (!reading.ok) return output.warn(describeConfigFailure(reading.failure));
  const { rules } = reading.project.config;
  const said: ClientNotifications["objectives/ruleLevels"] = {
    uri: client.code2ProtocolConverter.asUri(uri),
    levels: Object.fromEntries(rules),
  };
  await client.sendNotification("objectives/ruleLevels", said);
}
