// A completion that is chosen: the text after it, its places to fill in as they are offered, with the word that it asks for.
import type { Completion } from "../../server/src/language/features/completion.ts";
import { filledText, type CompletionItem } from "../../server/src/language/features/completion/item.ts";
import type { Point } from "../../server/src/language/text/place.ts";

/** The text of the cursor's file. */
export function chosen(text: string, { file }: Point, { word }: Completion, item: CompletionItem): string {
  return [{ file, span: word, newText: filledText(item) }, ...(item.edits ?? [])]
    .filter((it) => it.file === file)
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce(
      (after, { span, newText: part }) => after.slice(0, span.start) + part + after.slice(span.end),
      text,
    );
}
