// The files of the client's folders: looked at once, and again when the client tells of a change.
import { DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import { sentence } from "../language/text/sentence.ts";
import type { FileId } from "../language/text/place.ts";
import { CONFIG_NAME } from "../project/config.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { leftOutOf } from "./excluded.ts";
import { shownWhenSlow } from "./progress.ts";
import type { Server } from "./serving.ts";
import type { Exploring } from "./survey.ts";

export async function followFiles(server: Server): Promise<void> {
  const hearing = hearOfChanges(server);
  const folders = hearing.then(() =>
    Promise.all(server.folders.map((folder) => exploringOf(server, folder))),
  );
  await shownWhenSlow(server, sentence`Looking at the sets of the workspace`, (tell) =>
    server.workspace.explore(folders, tell),
  );
}

async function exploringOf(server: Server, folder: FileId): Promise<Exploring> {
  return { folder, isLeftOut: await leftOutOf(server, folder) };
}

async function hearOfChanges({ connection, client, documents, workspace, projects }: Server): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    workspace.noteChanges(uris);
    // A folder that is gone may have held one.
    if (uris.some((uri) => !uri.endsWith(FILE_ENDING))) void projects.lookAgain();
  });
  if (client.watchedFiles === "unknown") {
    documents.onDidOpen(() => void projects.lookAgain());
    return;
  }
  // Of a folder that is deleted only the folder is told.
  const watched = [`**/*${FILE_ENDING}`, `**/${CONFIG_NAME}`].map((globPattern) => ({ globPattern }));
  const watchers = [...watched, { globPattern: "**/*", kind: WatchKind.Delete }];
  // A client that refuses tells of nothing.
  await connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch(() => undefined);
}
