// Tells the language server what the target of a set got last, as the project's lock has it.
import * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { normalise } from "../../server/src/language/compile/normalise.ts";
import { writePayload } from "../../server/src/language/compile/write-payload.ts";
import { CONFIG_NAME } from "../../server/src/project/config.ts";
import { findProject } from "../../server/src/project/find-project.ts";
import { setLockAt } from "../../server/src/project/lock.ts";
import { LOCAL_FOLDER, LOCK_NAME, lockStore } from "../../server/src/project/lock-file.ts";
import { parentOf, relativePath } from "../../server/src/project/paths.ts";
import type { ClientNotifications } from "../../server/src/protocol.ts";
import type { Extension } from "./extension.ts";
import { pathOf } from "./file-path.ts";
import { settledTarget } from "./project-of.ts";

/** Files that say where sets go and what was uploaded there. */
const TELLING_FILES = `**/{${CONFIG_NAME},${LOCK_NAME},${LOCAL_FOLDER}/*.json}`;

/** Tells it of every set that is opened, and again when its target or what that got is another. */
export function followUploadedSets(extension: Extension): vscode.Disposable {
  const tell = (document: vscode.TextDocument): void => void tellUploaded(extension, document);
  const tellAll = (): void => vscode.workspace.textDocuments.forEach(tell);
  const watcher = vscode.workspace.createFileSystemWatcher(TELLING_FILES);
  tellAll();
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(tellAll),
    watcher.onDidCreate(tellAll),
    watcher.onDidDelete(tellAll),
    vscode.workspace.onDidOpenTextDocument(tell),
    // A server that is started anew knows nothing.
    extension.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) tellAll();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("objectives.target")) tellAll();
    }),
  );
}

/** Nothing is said where nobody knows yet where the set goes. */
async function tellUploaded(extension: Extension, document: vscode.TextDocument): Promise<void> {
  const { client } = extension;
  const { uri, languageId } = document;
  if (languageId !== "objectives" || uri.scheme !== "file") return;
  const said = await uploadedSet(extension, pathOf(uri));
  if (!said) return;
  await client.sendNotification("objectives/uploaded", {
    ...said,
    uri: client.code2ProtocolConverter.asUri(uri),
  } satisfies ClientNotifications["objectives/uploaded"]);
}

type Said = Omit<ClientNotifications["objectives/uploaded"], "uri">;

async function uploadedSet(extension: Extension, path: string): Promise<Said | undefined> {
  const { world } = extension;
  const folder = parentOf(path) ?? "/";
  const reading = await findProject(world.files, folder, folder);
  const target = reading.ok ? await settledTarget(extension, reading.project) : undefined;
  if (!reading.ok || !target) return undefined;
  const { root } = reading.project;
  const file = relativePath(root, path);
  const locks = lockStore({ ...world, processes: world.emulator.processes }, root, target.place);
  const lock = await locks.read();
  if (!lock.ok || file === undefined) return undefined;
  const { base } = setLockAt(lock.lock, { origin: target.origin, target: target.name, file });
  const json = base && writePayload(normalise(base.document), "list");
  return {
    target: target.name,
    params: Object.fromEntries(target.params),
    ...(typeof json === "string" ? { base: json } : {}),
  };
}
