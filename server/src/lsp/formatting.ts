// Layout for editors: of a document, of ranges, and as one types.
import type { Range, ServerCapabilities, TextEdit } from "vscode-languageserver";
import { formatOnType } from "../language/features/format-on-type.ts";
import { formatEdits, formatRanges } from "../language/features/format.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import type { Server } from "./serving.ts";
import { toTextEdit } from "./to-lsp.ts";
import type * as language from "../language/text/span.ts";

export const FORMATTING = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: { rangesSupport: true },
  documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
} as const satisfies ServerCapabilities;

export function answerFormatting({ connection, documents }: Server): void {
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    edited(documents, uri, ({ source }) => formatEdits(source)),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) =>
    edited(documents, uri, (document) => rangeEdits(document, [range])),
  );
  connection.onDocumentRangesFormatting(({ textDocument: { uri }, ranges }) =>
    edited(documents, uri, (document) => rangeEdits(document, ranges)),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }) =>
    edited(documents, uri, ({ lines, source }) => formatOnType(source, lines.offsetAt(position), ch)),
  );
}

/** The edits as the protocol has them; null where the document is not open. */
function edited(
  documents: OpenDocuments,
  uri: string,
  edits: (document: OpenDocument) => readonly language.TextEdit[],
): TextEdit[] | null {
  const document = documents.get(uri);
  return document ? edits(document).map((edit) => toTextEdit(document.lines, edit)) : null;
}

function rangeEdits({ lines, source }: OpenDocument, ranges: readonly Range[]): readonly language.TextEdit[] {
  const spans = ranges.map(({ start, end }) => {
    const [one, other] = [lines.offsetAt(start), lines.offsetAt(end)];
    return { start: Math.min(one, other), end: Math.max(one, other) };
  });
  return formatRanges(source, spans);
}
