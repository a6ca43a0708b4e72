// The layout engine of a server that can make no worker: its client has one.
import type { Connection } from "vscode-languageserver";
import type { LayoutEngine } from "../language/graph/layout.ts";
import type { ClientRequests } from "../protocol.ts";

/** Refused where the client does not answer, so that the plain layout is drawn. */
export function layoutByClient(connection: Pick<Connection, "sendRequest">): LayoutEngine {
  return (graph) =>
    connection
      .sendRequest<ClientRequests["objectives/layOut"]["result"]>("objectives/layOut", { graph })
      .catch((error: unknown) => ({ ok: false, reason: String(error) }));
}
