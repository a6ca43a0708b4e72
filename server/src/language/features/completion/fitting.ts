// Which form of an offered word fits the text around it: whole, or the word alone where the rest is written already.
import { unitOf, type Model } from "../../model/analyze.ts";
import { parse, startOf } from "../../model/source.ts";
import { shift, type Span } from "../../text/span.ts";
import { filledText, type CompletionItem } from "./item.ts";
import type { Spot } from "./spot.ts";

/** Each item in the first of its forms that adds no problem of form to its declaration; none where each would. */
export function fitting(model: Model, spot: Spot, items: Iterable<CompletionItem>): Iterable<CompletionItem> {
  const fits = fitsAt(model, spot);
  return [...items].flatMap((item) => [item, alone(item)].find(fits) ?? []);
}

/** The same for words of one kind, of which there may be many: where one more has no place, none of them has. */
export function* allFitting(
  model: Model,
  spot: Spot,
  items: Iterable<CompletionItem>,
): Iterable<CompletionItem> {
  let isTried = false;
  for (const item of items) {
    if (!isTried && !fitsAt(model, spot)(item)) return;
    isTried = true;
    yield item;
  }
}

function fitsAt(model: Model, spot: Spot): (item: CompletionItem) => boolean {
  const text = unitOf(model, spot)?.text ?? "";
  const source = model.files[spot.file]?.source;
  const word = shift(spot.word, source ? -startOf(source, spot.unit) : 0);
  const known = problemsIn(text);
  return (item) => addsNothing(known, problemsIn(replaced(text, word, filledText(item))));
}

function alone({ label, kind, detail, bare = label }: CompletionItem): CompletionItem {
  return { label, kind, ...(detail ? { detail } : {}), newText: bare };
}

function replaced(text: string, { start, end }: Span, newText: string): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** How often each problem of form is there. */
type Problems = ReadonlyMap<string, number>;

function problemsIn(text: string): Problems {
  const counts = new Map<string, number>();
  for (const { issues } of parse(text).units)
    for (const { problem } of issues) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  return counts;
}

function addsNothing(before: Problems, after: Problems): boolean {
  return [...after].every(([problem, count]) => count <= (before.get(problem) ?? 0));
}
