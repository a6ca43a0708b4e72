// A text that is offered, with the quotes that its place still needs.
import { printString } from "../../syntax/print.ts";
import { snippet, snippetLiteral, type CompletionItem } from "./item.ts";
import type { Quotes } from "./place.ts";

/** A text that is whole: nothing needs to be added to it. */
export function wholeText(written: string, quotes: Quotes): Pick<CompletionItem, "newText"> {
  switch (quotes) {
    case "missing":
      return { newText: `"${written}"` };
    case "open":
      return { newText: `${written}"` };
    case "there":
      return { newText: written };
  }
}

/** The beginning of a text: the hand stays behind it, in the quotes. */
export function begunText(
  written: string,
  quotes: Quotes,
): Pick<CompletionItem, "newText" | "snippet" | "then"> {
  if (quotes !== "missing") return { newText: written };
  return { newText: `"${written}"`, snippet: snippet`"${snippetLiteral(written)}$0"` };
}

/** The text as it stands between quotes. */
export function writtenText(value: string): string {
  return printString(value).slice(1, -1);
}
