// Layout for editors: of a document, of ranges, and as one types.
import type { Range, TextDocumentIdentifier, TextEdit } from "vscode-languageserver";
import { formatOnType } from "../../language/features/format-on-type.ts";
import { formatEdits, formatRanges } from "../../language/features/format.ts";
import type * as language from "../../language/text/span.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { aboutOpen, type Server } from "../serving.ts";
import { toTextEdit } from "../to-lsp.ts";

export const formatting: Feature = {
  capability: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
  }),
  register: registerFormatting,
};

function registerFormatting(server: Server): void {
  const { connection } = server;
  connection.onDocumentFormatting(({ textDocument }) =>
    edited(server, textDocument, ({ source }) => formatEdits(source)),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    edited(server, textDocument, (document) => rangeEdits(document, [range])),
  );
  connection.onDocumentRangesFormatting(({ textDocument, ranges }) =>
    edited(server, textDocument, (document) => rangeEdits(document, ranges)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    edited(server, textDocument, ({ lines, source }) => formatOnType(source, lines.offsetAt(position), ch)),
  );
}

/** The edits as the protocol has them; null where the document is not open. */
function edited(
  server: Server,
  { uri }: TextDocumentIdentifier,
  edits: (document: OpenDocument) => readonly language.TextEdit[],
): TextEdit[] | null {
  return aboutOpen(server, uri, (document) =>
    edits(document).map((edit) => toTextEdit(document.lines, edit)),
  );
}

function rangeEdits({ lines, source }: OpenDocument, ranges: readonly Range[]): readonly language.TextEdit[] {
  return formatRanges(
    source,
    ranges.map((range) => fromRange(lines, range)),
  );
}
