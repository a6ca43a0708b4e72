// What the table of codes says of each.
import type { Sentence } from "../../text/sentence.ts";

export interface CodeSpec {
  /** How much it matters unless a project says otherwise; `off`: not at all, until a project switches it on. */
  readonly severity: "error" | "warning" | "information" | "hint" | "off";
  readonly message: (...args: string[]) => Sentence;
  /** What is to be seen at the other places of a finding, where that is not the first of two. */
  readonly related?: Sentence;
  /** Why it matters, in Markdown. */
  readonly doc: Sentence;
  /** What the quick fix does, where there is one. */
  readonly fix?: string;
  readonly bad: string;
  readonly good: string;
}
