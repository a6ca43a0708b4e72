// What is made of a pasted text.
import type { Sentence } from "../../text/sentence.ts";
import type { TextEdit } from "../../text/span.ts";

export interface Paste {
  /** What is done, as a menu shows it. */
  readonly title: Sentence;
  /** What is put in instead. */
  readonly newText: string;
  /** What changes around it, in the text as it is before. */
  readonly edits: readonly TextEdit[];
}
