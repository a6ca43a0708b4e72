// Hovering: what a word means, as its client can show it.
import { MarkupKind } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { hover, type Hover } from "../../language/features/hover.ts";
import type { Client } from "../client.ts";
import type { Feature } from "../feature.ts";
import { at } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const hovering: Feature = {
  capability: () => ({ hoverProvider: true }),
  register: (server) =>
    server.connection.onHover((params) =>
      at(server, params, ({ lines }, model, point) => {
        const it = hover(model, point);
        return it && toHover(lines, it, server.client);
      }),
    ),
};

function toHover(lines: TextDocument, { span, markdown }: Hover, client: Client): lsp.Hover {
  const kind = client.hover === "markdown" ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(lines, span), contents: { kind, value: markdown } };
}
