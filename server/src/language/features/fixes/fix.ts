// A quick fix: what it is called, what it does to the text, and whether anybody would do it unseen.
import type { Sentence } from "../../text/sentence.ts";
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { FileEdit } from "../../text/place.ts";

export interface Fix {
  /** What it does, as a menu shows it: begins with a verb. */
  readonly title: Sentence;
  readonly edits: readonly FileEdit[];
  /** `safe`: what anybody would do, so it may be carried out unseen; `choice`: somebody has to want it. */
  readonly kind: "safe" | "choice";
}

/** What might be done about a finding of the model; whether it helps is seen to by whoever asks. Others may share its files. */
export type MakeFixes = (model: Model, finding: Finding, others: readonly Model[]) => readonly Fix[];

export function safe(title: Sentence, ...edits: readonly FileEdit[]): Fix {
  return { title, edits, kind: "safe" };
}

export function choice(title: Sentence, ...edits: readonly FileEdit[]): Fix {
  return { title, edits, kind: "choice" };
}
