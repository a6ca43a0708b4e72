// What explains something, as its client can show it: Markdown, or the same without its signs.
import { MarkupKind, type MarkupContent } from "vscode-languageserver";
import { plainText } from "../language/features/markdown.ts";

/** The form in which a client wants what explains something. */
export type MarkupForm = "markdown" | "plain text";

/** Of the forms that a client says it can show, the one that it likes best; of one that says nothing, what anyone can. */
export function markupForm([best]: readonly MarkupKind[] = []): MarkupForm {
  return best === MarkupKind.Markdown ? "markdown" : "plain text";
}

export function toMarkup(markdown: string, form: MarkupForm): MarkupContent {
  return form === "markdown"
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}
