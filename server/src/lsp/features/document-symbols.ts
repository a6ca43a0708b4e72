// The outline of a document.
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { outline, type OutlineItem } from "../../language/features/outline.ts";
import type { Client } from "../client.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { aboutOpen } from "../serving.ts";
import { SYMBOL_KINDS } from "../symbol-kinds.ts";
import { toRange } from "../to-lsp.ts";

export const documentSymbols: Feature = {
  capability: () => ({ documentSymbolProvider: true }),
  register: (server) =>
    server.connection.onDocumentSymbol(({ textDocument }) =>
      aboutOpen(server, textDocument.uri, (document) =>
        toDocumentSymbols(document, outline(document.source), server.client),
      ),
    ),
};

function toDocumentSymbols(
  document: OpenDocument,
  items: readonly OutlineItem[],
  client: Client,
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  return client.outline === "tree"
    ? items.map((item) => toDocumentSymbol(document.lines, item))
    : items.flatMap((item) => toSymbolInformation(document, item, undefined));
}

function toDocumentSymbol(lines: TextDocument, item: OutlineItem): lsp.DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: SYMBOL_KINDS[item.kind],
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.selection),
    children: item.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

function toSymbolInformation(
  document: OpenDocument,
  { kind, name, span, children }: OutlineItem,
  containerName: string | undefined,
): lsp.SymbolInformation[] {
  const own = {
    name,
    kind: SYMBOL_KINDS[kind],
    location: { uri: document.uri, range: toRange(document.lines, span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...children.flatMap((child) => toSymbolInformation(document, child, name))];
}
