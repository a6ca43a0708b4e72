// What the language server can do: a capability beside what answers for it.
import type { ServerCapabilities } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Server } from "./serving.ts";

export interface Feature {
  /** What a client is told of it; nothing for one that cannot use it. */
  readonly capability: (client: Client) => ServerCapabilities;
  readonly register: (server: Server) => void;
}

/** What all of the features together tell a client. */
export function capabilitiesOf(features: readonly Feature[], client: Client): ServerCapabilities {
  return features
    .map(({ capability }) => capability(client))
    .reduce((all, one) => ({ ...all, ...one, workspace: { ...all.workspace, ...one.workspace } }));
}
