// Of very many words those that are shown at once.
import type { CompletionItem } from "./item.ts";

const MOST = 200;

export interface Likeliest {
  /** In their order. */
  readonly items: readonly CompletionItem[];
  /** Whether these are all: where there are more, what is typed next asks again. */
  readonly extent: "all" | "the likeliest";
  /** How many of them have the letters that are typed. */
  readonly fitting: number;
}

/** All of them where they are few, else the first that have the letters; each once, for sets know much of the same. */
export function likeliest(lists: readonly Iterable<CompletionItem>[], letters: string): Likeliest {
  const seen = new Set<string>();
  const all: CompletionItem[] = [];
  const fitting: CompletionItem[] = [];
  for (const item of chained(lists)) {
    const fits = isWithin(letters, item.label);
    if (!fits && all.length > MOST) continue;
    const shown = `${item.label}\n${item.form ?? ""}`;
    if (seen.has(shown)) continue;
    seen.add(shown);
    if (all.length <= MOST) all.push(item);
    if (fits) fitting.push(item);
    if (fitting.length > MOST) break;
  }
  const isAll = all.length <= MOST;
  const items = isAll ? all : fitting.slice(0, MOST);
  return { items, extent: isAll ? "all" : "the likeliest", fitting: fitting.length };
}

function* chained<Item>(lists: readonly Iterable<Item>[]): Iterable<Item> {
  for (const list of lists) yield* list;
}

/** Whether the letters stand in the word in their order. */
function isWithin(letters: string, word: string): boolean {
  if (letters === "") return true;
  const lowered = word.toLowerCase();
  let from = 0;
  for (const letter of letters.toLowerCase()) {
    from = lowered.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
