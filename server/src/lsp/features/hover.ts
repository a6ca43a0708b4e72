// Hovering: what a word means, as its client can show it.
import type * as lsp from "vscode-languageserver";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Check } from "../../language/diagnostics/check.ts";
import { hover, type Hover } from "../../language/features/hover.ts";
import type { View } from "../../language/features/hover/objective.ts";
import { markdownOf } from "../../language/features/hover/paragraphs.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromPosition } from "../from-lsp.ts";
import { aboutOpen, type Server } from "../serving.ts";
import { toRange } from "../to-lsp.ts";
import { toMarkup } from "../to-markup.ts";

export const hovering: Feature = {
  capability: () => ({ hoverProvider: true }),
  register: (server) =>
    server.connection.onHover(({ textDocument, position }, token) =>
      aboutOpen(server, textDocument.uri, async (document) => {
        const views = await viewsOf(server, document, token);
        const it = hover(views, fromPosition(document, position));
        return it ? toHover(document.lines, it, server) : null;
      }),
    ),
};

/** The sets that the document is a part of, as its project wants their findings. */
async function viewsOf(
  { workspace, rules }: Server,
  document: OpenDocument,
  token: CancellationToken,
): Promise<readonly [View, ...View[]]> {
  const viewOf = (check: Check): View => ({ model: check.model, findings: rules.applied(document, check) });
  const [first, ...others] = await workspace.checksOnceRead(document, token);
  return [viewOf(first), ...others.map(viewOf)];
}

function toHover(lines: TextDocument, { span, paragraphs }: Hover, { client, inWords }: Server): lsp.Hover {
  return {
    range: toRange(lines, span),
    contents: toMarkup(markdownOf(paragraphs, inWords), client.hover),
  };
}
