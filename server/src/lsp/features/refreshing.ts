// Tells a client to ask again for what it shows in a text, where something else than typing in it changed that.
import type { Model } from "../../language/model/analyze.ts";
import type { ClientLooks } from "../client/looks.ts";
import type { Feature } from "../feature.ts";
import { modelWith, type Server } from "../serving.ts";
import type { WorkspaceChange } from "../workspace.ts";

export const refreshing: Feature = {
  capability: () => ({}),
  register: (server) => {
    const { client, workspace, documents, settings, uploads } = server;
    if (client.asksAgainFor.size === 0) return;
    const asker = askerOf(server);
    const known = new Map<string, Model["stages"]>();
    workspace.onDidChange((change) => {
      if (concernsOthers(server, change, known)) asker("tokens", "hints", "lenses");
    });
    documents.onDidClose(({ document: { uri } }) => void known.delete(uri));
    settings.onDidChange(() => asker("hints", "lenses"));
    uploads.onDidChange(() => asker("lenses"));
  },
};

type Kind = ClientLooks["asksAgainFor"] extends ReadonlySet<infer Each> ? Each : never;

const REQUESTS: Readonly<Record<Kind, string>> = {
  tokens: "workspace/semanticTokens/refresh",
  hints: "workspace/inlayHint/refresh",
  lenses: "workspace/codeLens/refresh",
};

/** Asks for these kinds, as far as the client understands it; one that refuses has its own reasons. */
function askerOf({ connection, client }: Server): (...kinds: readonly Kind[]) => void {
  return (...kinds) => {
    for (const kind of kinds)
      if (client.asksAgainFor.has(kind)) connection.sendRequest(REQUESTS[kind]).catch(() => undefined);
  };
}

/** Whether names or flow are others now in a document that nobody typed in. About what is typed in, a client asks by itself. */
function concernsOthers(
  server: Server,
  { documents, edited }: WorkspaceChange,
  known: Map<string, Model["stages"]>,
): boolean {
  let concerns = false;
  for (const document of documents) {
    const { stages } = modelWith(server, document);
    concerns ||= document !== edited && known.get(document.uri) !== stages;
    known.set(document.uri, stages);
  }
  return concerns;
}
