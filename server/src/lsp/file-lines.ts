// A file with its lines, as its client spells it: positions to offsets and back.
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";

export interface FileLines {
  readonly uri: string;
  /** Of a document that the client has open; null for what is on the disk. */
  readonly version: number | null;
  readonly lines: TextDocument;
}

/** Of a file that no editor has open. */
export function linesOf(id: FileId, source: Source | "missing" | "unread"): FileLines {
  const text = typeof source === "string" ? "" : source.text;
  return { uri: id, version: null, lines: TextDocument.create(id, "objectives", 0, text) };
}
