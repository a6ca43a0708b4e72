// Inlay hints, those that the settings want; what explains one is found when it is looked at.
import type * as lsp from "vscode-languageserver";
import {
  hintTooltip,
  inlayHints,
  type InlayHint,
  type NamedPlace,
} from "../../language/features/inlay-hints.ts";
import { proseMarkdown } from "../../language/features/markdown.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { modelWith, type Server } from "../serving.ts";
import { toLocation, toTextEdit } from "../to-lsp.ts";
import { toMarkup } from "../to-markup.ts";

export const hints: Feature = {
  capability: ({ hintTooltips }) => ({ inlayHintProvider: { resolveProvider: hintTooltips === "resolved" } }),
  register: (server) => {
    const { languages } = server.connection;
    languages.inlayHint.on(async ({ textDocument, range }) => {
      const { inlayHints: wishes } = await server.settings.current();
      const document = server.documents.get(textDocument.uri);
      if (!document) return null;
      const span = fromRange(document.lines, range);
      const found = inlayHints(modelWith(server, document), document.id, span, wishes);
      return found.map((hint) => toInlayHint(server, document, hint));
    });
    languages.inlayHint.resolve((hint) => resolved(server, hint));
  },
};

/** What a hint is recognised by when it is resolved. */
interface HintData {
  readonly uri: string;
  readonly kind: InlayHint["kind"];
  readonly label: string;
}

function toInlayHint(server: Server, document: OpenDocument, hint: InlayHint): lsp.InlayHint {
  const { client, workspace } = server;
  const { kind, offset, label, source, edits } = hint;
  const data: HintData = { uri: document.uri, kind, label };
  return {
    position: document.lines.positionAt(offset),
    label: [{ value: label, ...(source ? { location: toLocation(workspace, source) } : {}) }],
    paddingLeft: true,
    ...(edits.length > 0 ? { textEdits: edits.map((edit) => toTextEdit(document.lines, edit)) } : {}),
    ...(client.hintTooltips === "resolved" ? { data } : { tooltip: tooltipOf(server, document, hint) }),
  };
}

/** The hint with its tooltip; as it is, where the text has another by now. */
function resolved(server: Server, hint: lsp.InlayHint): lsp.InlayHint {
  const data = hint.data as HintData | undefined;
  const document = data && server.documents.get(data.uri);
  if (!document) return hint;
  const offset = document.lines.offsetAt(hint.position);
  const wishes = { incoming: false, inherited: false, params: false, [data.kind]: true };
  const around = { start: offset, end: offset };
  const found = inlayHints(modelWith(server, document), document.id, around, wishes).find(
    (it) => it.offset === offset && it.label === data.label,
  );
  return found ? { ...hint, tooltip: tooltipOf(server, document, found) } : hint;
}

function tooltipOf(server: Server, document: OpenDocument, hint: InlayHint): lsp.MarkupContent {
  const { said, places } = hintTooltip(modelWith(server, document), document.id, hint);
  const { hover: form } = server.client;
  const named = places.map((place) =>
    form === "markdown" ? linkTo(server, place) : proseMarkdown(place.name),
  );
  return toMarkup(`${server.inWords(said)} ${named.join(", ")}`.trimEnd(), form);
}

/** Lines and columns count from 1 there. */
function linkTo({ workspace }: Server, { name, place }: NamedPlace): string {
  const { uri, range } = toLocation(workspace, place);
  const { line, character } = range.start;
  return `[${proseMarkdown(name)}](<${uri}#L${line + 1},${character + 1}>)`;
}
