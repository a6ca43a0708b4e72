// Serves a folder on loopback, for a page that loads an extension from there.
import { once } from "node:events";
import { createReadStream, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

export interface ServedFolder {
  /** Of the folder, with a slash at its end. */
  readonly url: URL;
  readonly stop: () => void;
}

/** The workbench's page comes from another port, so it must be let in. */
const HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "cache-control": "no-store",
};

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer(({ method, url = "/" }, response) => {
    if (method === "OPTIONS") return void response.writeHead(204, HEADERS).end();
    const file = path.join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname));
    const isInside = file.startsWith(folder + path.sep);
    if (isInside && statSync(file, { throwIfNoEntry: false })?.isFile()) sendFile(file, response);
    else response.writeHead(404, HEADERS).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function sendFile(file: string, response: ServerResponse): void {
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "content-type": type });
  createReadStream(file).pipe(response);
}
