// Places in files: what says where something is, once a set has several of them.
import type { Span } from "./span.ts";

/** What tells a file from others: a path or a URI, as whoever reads the files names them. */
export type FileId = string;

export interface Place {
  readonly file: FileId;
  /** In the file's whole text. */
  readonly span: Span;
}

/** A place without a width, such as a cursor's. */
export interface Point {
  readonly file: FileId;
  readonly offset: number;
}

export interface FileEdit extends Place {
  readonly newText: string;
}
