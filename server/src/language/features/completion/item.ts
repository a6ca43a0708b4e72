// What a completion offers: words, with what is to be said of them and what they put into the text.

export interface CompletionItem {
  readonly label: string;
  readonly kind: "objective" | "variable" | "property" | "value" | "declaration" | "keyword" | "param";
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is put in. */
  readonly newText: string;
  /** The same with places to fill in, in the syntax of the Language Server Protocol's snippets. */
  readonly snippet?: string;
  /** Where putting it in leaves the hand at a place that has words of its own to offer. */
  readonly then?: "complete again";
}

/** The text as a snippet that says just that. */
export function snippetLiteral(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
