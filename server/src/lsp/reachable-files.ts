// Files that no editor has open, wherever the server can read them: on a disk of its machine, or through its client.
import type { Connection } from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";
import { refusedFile, type FileReader, type FileResult } from "../project/file-system.ts";
import { pathOfUri, uriOfPath } from "../project/file-uri.ts";
import { isOnDisk } from "../project/paths.ts";
import type { ClientRequests } from "../protocol.ts";
import type { Client } from "./client.ts";

export interface ReachableFiles extends FileReader {
  /** Where a file is read; undefined for what is out of reach, such as a text that was never saved. */
  readonly pathOf: (id: FileId) => string | undefined;
}

/** What the machine has comes from there; the client is asked for everything else, if it answers such questions. */
export function reachableFiles(
  disk: FileReader | undefined,
  { connection, client }: { readonly connection: Connection; readonly client: Client },
): ReachableFiles {
  const served = client.servedFiles === "understood" ? servedFiles(connection) : undefined;
  const filesAt = (path: string): FileReader | undefined => (isOnDisk(path) ? (disk ?? served) : served);
  return {
    pathOf: (id) => {
      const path = pathOfUri(id);
      return path !== undefined && filesAt(path) ? path : undefined;
    },
    readFile: async (path) => filesAt(path)?.readFile(path) ?? outOfReach(path),
    kindOf: async (path) => filesAt(path)?.kindOf(path) ?? "missing",
    list: async (folder) => filesAt(folder)?.list(folder) ?? outOfReach(folder),
  };
}

type FileRequest = "objectives/readFile" | "objectives/kindOf" | "objectives/listFolder";

function servedFiles(connection: Connection): FileReader {
  const ask = <Method extends FileRequest>(
    method: Method,
    path: string,
  ): Promise<ClientRequests[Method]["result"]> =>
    connection.sendRequest<ClientRequests[Method]["result"]>(method, { uri: uriOfPath(path) });
  return {
    readFile: (path) => ask("objectives/readFile", path).catch(() => outOfReach(path)),
    kindOf: (path) => ask("objectives/kindOf", path).catch(() => "missing"),
    list: (folder) => ask("objectives/listFolder", folder).catch(() => outOfReach(folder)),
  };
}

/** A client that has gone, or does not answer, is a disk that cannot be read. */
function outOfReach(path: string): FileResult<never> {
  return refusedFile("other", path);
}
