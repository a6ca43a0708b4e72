// What a completion offers: words, what is to be said of them, and what they put into the text.
import type { FileEdit } from "../../text/place.ts";
import { inEnglish, sentence, type Sentence } from "../../text/sentence.ts";

export type ItemKind =
  | "objective"
  | "variable"
  | "property"
  | "value"
  | "declaration"
  | "keyword"
  | "param"
  | "text"
  | "key"
  | "file"
  | "folder"
  | "code"
  | "suppression";

export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** What stands right behind the label, where another item has the same. */
  readonly form?: string;
  /** A few words beside the label. */
  readonly detail?: Sentence;
  /** What is put in. */
  readonly newText: string;
  /** The same with places to fill in, in the syntax of the Language Server Protocol's snippets. */
  readonly snippet?: Sentence;
  /** The word alone, for where what belongs to it is written already; without it, the label. */
  readonly bare?: string;
  /** A word such as it asks for behind it: without one it is only begun. */
  readonly asksFor?: string;
  /** What is typed for it, where that is not its label. */
  readonly filter?: string;
  /** What changes elsewhere in its file. */
  readonly edits?: readonly FileEdit[];
  /** Where putting it in leaves the hand at a place that has words of its own to offer. */
  readonly then?: "complete again";
  /** The sign that may be typed to choose it. */
  readonly chosenBy?: string;
  /** Whether a finding would say so if it were chosen. */
  readonly findings?: "one more";
}

/** What choosing it puts in, its places filled as they are offered, and a word behind it where it asks for one. */
export function filledText({ newText, snippet, asksFor = "" }: CompletionItem): string {
  return (snippet === undefined ? newText : snippetText(inEnglish(snippet))) + asksFor;
}

/**
 * Tags a snippet: `` snippet`param \${1:${sentence`name`}} = "$2"` ``. It is code in every language; the words of its
 * places are sentences.
 */
export const snippet = sentence;

/** The text as a snippet that says just that. */
export function snippetLiteral(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** Of several values in a place it takes the first. */
function snippetText(snippet: string): string {
  return snippet.replace(
    PLACES,
    (_, choice?: string, text?: string, literal?: string) => choice ?? text ?? literal ?? "",
  );
}

const PLACES = /\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:([^}]*)\}|\$\d+|\\([\\$}])/g;
