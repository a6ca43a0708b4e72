// From the protocol's words to the language's: lines and columns as offsets.
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileId, Point } from "../language/text/place.ts";
import type { Span } from "../language/text/span.ts";

/** Whichever end of the range a client names first. */
export function fromRange(lines: TextDocument, range: lsp.Range): Span {
  const [one, other] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

export function fromPosition(
  { id, lines }: { readonly id: FileId; readonly lines: TextDocument },
  position: lsp.Position,
): Point {
  return { file: id, offset: lines.offsetAt(position) };
}
