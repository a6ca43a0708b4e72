// A refactoring: what it is called, and what it does to the texts, or why it cannot be done.
import type { FileEdit, FileId, Place } from "../../text/place.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { Sets } from "../fixes/helped.ts";

/** What is asked: what can be done with what is selected. */
export interface Asking {
  /** The set that is looked at, then others that may share files with it. */
  readonly sets: Sets;
  /** Without a width it is where the cursor is. */
  readonly selection: Place;
  /** The names of the files beside the one of the selection; undefined where none can be made there. */
  readonly beside: ReadonlySet<string> | undefined;
}

export type Refactoring = { readonly title: Sentence } &
  /** Made when it is chosen: a menu asks for many, of which one is. */
  ({ readonly draft: () => Draft } | { readonly refused: Sentence });

/** What is to be done, before it is laid out. */
export interface Draft {
  readonly edits: readonly FileEdit[];
  /** What the platform is told afterwards as it was before. */
  readonly keeps: "everything" | "all but the order" | "less";
  /** The objective that it adds, of which somebody may want to choose the name. */
  readonly newName?: string;
  readonly newFile?: NewFile;
}

export interface NewFile {
  /** The file that includes it. */
  readonly from: FileId;
  /** As the include says it. */
  readonly path: string;
  readonly text: string;
}

/** What can be done with what is selected; nothing where it is about something else. */
export type MakeRefactorings = (asking: Asking) => readonly Refactoring[];

export function offered(title: Sentence, draft: () => Draft): Refactoring {
  return { title, draft };
}

export function refused(title: Sentence, reason: Sentence): Refactoring {
  return { title, refused: reason };
}
