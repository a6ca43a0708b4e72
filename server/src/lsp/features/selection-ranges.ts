// Selections that grow, for one place or several.
import type { Position, SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../language/features/selection-ranges.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { aboutOpen } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const growingSelections: Feature = {
  capability: () => ({ selectionRangeProvider: true }),
  register: (server) =>
    server.connection.onSelectionRanges(({ textDocument, positions }) =>
      aboutOpen(server, textDocument.uri, (document) =>
        positions.map((position) => toSelectionRange(document, position)),
      ),
    ),
};

/** The innermost, which knows the one around it. */
function toSelectionRange({ lines, source }: OpenDocument, position: Position): SelectionRange {
  const [file, ...inner] = selectionRanges(source, lines.offsetAt(position)).toReversed();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: toRange(lines, span), parent }), {
    range: toRange(lines, file ?? { start: 0, end: 0 }),
  });
}
