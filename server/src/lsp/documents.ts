// The open documents, each with its lines and its units, kept fresh edit by edit.
import { TextDocuments, type Connection, type TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { edit, parse, reparse, type Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import { fileIdOf } from "./file-id.ts";
import { fromRange } from "./from-lsp.ts";

/** A document at one version. */
export interface OpenDocument {
  /** As its client spells it. */
  readonly uri: string;
  readonly id: FileId;
  readonly version: number;
  /** The text with its lines: positions to offsets and back. */
  readonly lines: TextDocument;
  readonly source: Source;
}

export type OpenDocuments = Pick<
  TextDocuments<OpenDocument>,
  "get" | "all" | "onDidOpen" | "onDidChangeContent" | "onDidClose"
>;

/** Listens to the client's documents. A keystroke reads one declaration again. */
export function openDocuments(connection: Connection): OpenDocuments {
  const documents = new TextDocuments<OpenDocument>({ create, update });
  documents.listen(connection);
  return documents;
}

function create(uri: string, languageId: string, version: number, text: string): OpenDocument {
  const lines = TextDocument.create(uri, languageId, version, text);
  return { uri, id: fileIdOf(uri), version, lines, source: parse(text) };
}

function update(
  { uri, id, lines, source: before }: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  let source = before;
  for (const change of changes) source = changed(source, lines, change, version);
  return { uri, id, version, lines, source };
}

/** The change is carried out in the tree and, in place, in the lines: the document before is no longer asked. */
function changed(
  source: Source,
  lines: TextDocument,
  change: TextDocumentContentChangeEvent,
  version: number,
): Source {
  if (!("range" in change)) {
    TextDocument.update(lines, [change], version);
    return reparse(change.text, source);
  }
  const span = fromRange(lines, change.range);
  TextDocument.update(lines, [change], version);
  return edit(source, { span, newText: change.text });
}
