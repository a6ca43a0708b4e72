// What changes together while somebody types.
import { linkedEditing } from "../../language/features/linked-editing.ts";
import type { Feature } from "../feature.ts";
import { aroundSets } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

/**
 * All but blanks and marks. The pattern of the language's words would let go at the hyphen of a name, before the letter
 * behind it is typed; and it needs a flag that the protocol has no place for.
 */
const WHILE_TYPED = "[^\\s!-,./:-@[-^`{-~]*";

export const linkedEditingRanges: Feature = {
  capability: (client) => (client.linkedEditing === "understood" ? { linkedEditingRangeProvider: true } : {}),
  register: (server) =>
    server.connection.languages.onLinkedEditingRange((params, token) =>
      aroundSets(server, params, token, ({ lines }, sets, point) => {
        const spans = linkedEditing(sets, point);
        return spans && { ranges: spans.map((span) => toRange(lines, span)), wordPattern: WHILE_TYPED };
      }),
    ),
};
