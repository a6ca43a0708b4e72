// Links in a document: each is known whole, so that none has to be asked for again.
import type { DocumentLink } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { links, type Link } from "../../language/features/links.ts";
import type { Feature } from "../feature.ts";
import { aboutOpen, modelWith, type Server } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const documentLinks: Feature = {
  capability: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register: (server) =>
    server.connection.onDocumentLinks(({ textDocument }) =>
      aboutOpen(server, textDocument.uri, (document) =>
        links(modelWith(server, document), document.id).map((link) =>
          toDocumentLink(document.lines, link, server),
        ),
      ),
    ),
};

function toDocumentLink(
  lines: TextDocument,
  { span, target, tip }: Link,
  { client, workspace, inWords }: Server,
): DocumentLink {
  return {
    range: toRange(lines, span),
    target: "url" in target ? target.url : workspace.fileOf(target.file).uri,
    ...(client.linkTooltips === "understood" ? { tooltip: inWords(tip) } : {}),
  };
}
