// The other mentions of the name under the cursor, in the same document.
import { DocumentHighlightKind } from "vscode-languageserver";
import { highlights, type Highlight } from "../../language/features/highlights.ts";
import type { Feature } from "../feature.ts";
import { at } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const highlighting: Feature = {
  capability: () => ({ documentHighlightProvider: true }),
  register: (server) =>
    server.connection.onDocumentHighlight((params) =>
      at(server, params, ({ lines }, model, point) =>
        highlights(model, point).map(({ span, kind }) => ({
          range: toRange(lines, span),
          kind: KINDS[kind],
        })),
      ),
    ),
};

const KINDS = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
} as const satisfies Record<Highlight["kind"], DocumentHighlightKind>;
