// What changes together while somebody types. What a name may be made of the client knows from the language's configuration.
import { linkedEditing } from "../../language/features/linked-editing.ts";
import type { Feature } from "../feature.ts";
import { aroundSets } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const linkedEditingRanges: Feature = {
  capability: (client) => (client.linkedEditing === "understood" ? { linkedEditingRangeProvider: true } : {}),
  register: (server) =>
    server.connection.languages.onLinkedEditingRange((params, token) =>
      aroundSets(server, params, token, ({ lines }, sets, point) => {
        const spans = linkedEditing(sets, point);
        return spans && { ranges: spans.map((span) => toRange(lines, span)) };
      }),
    ),
};
