// The open documents, each with its tree, model and findings: the one cache, kept fresh edit by edit.
import { TextDocuments, type Connection, type TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { check, type Check } from "../language/diagnostics/check.ts";
import { analyze } from "../language/model/analyze.ts";
import { edit, parse, reparse, type Source } from "../language/model/source.ts";

/** A document at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** The text with its lines: positions to offsets and back. */
  readonly lines: TextDocument;
  readonly check: Check;
}

export type OpenDocuments = Pick<
  TextDocuments<OpenDocument>,
  "get" | "all" | "onDidChangeContent" | "onDidClose"
>;

/** Listens to the client's documents. A keystroke reads one declaration again. */
export function openDocuments(connection: Connection): OpenDocuments {
  const documents = new TextDocuments<OpenDocument>({ create, update });
  documents.listen(connection);
  return documents;
}

function create(uri: string, languageId: string, version: number, text: string): OpenDocument {
  const lines = TextDocument.create(uri, languageId, version, text);
  return { uri, version, lines, check: check(analyze(parse(text))) };
}

function update(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  const { uri, lines } = document;
  let { source } = document.check.model;
  for (const change of changes) source = changed(source, lines, change, version);
  const model = analyze(source, document.check.model);
  return { uri, version, lines, check: check(model, document.check) };
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
  const [start, end] = [lines.offsetAt(change.range.start), lines.offsetAt(change.range.end)];
  const span = { start: Math.min(start, end), end: Math.max(start, end) };
  TextDocument.update(lines, [change], version);
  return edit(source, { span, newText: change.text });
}
