// What may be written at a place, the likeliest first.
import { fileIndex, type Model } from "../model/analyze.ts";
import { startOf } from "../model/source.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { declarations } from "./completion/declarations.ts";
import { declaredNames } from "./completion/declared-names.ts";
import { edgeWords } from "./completion/edge-words.ts";
import type { CompletionItem } from "./completion/item.ts";
import { params } from "./completion/params.ts";
import { properties } from "./completion/properties.ts";
import { spotAt, type Place, type Spot } from "./completion/spot.ts";
import { stepVariables, steps } from "./completion/steps.ts";
import { targets } from "./completion/targets.ts";
import { values } from "./completion/values.ts";
import { variables } from "./completion/variables.ts";

export interface Completion {
  /** In the order in which they are to be shown. */
  readonly items: readonly CompletionItem[];
  /** Whether these are all: where there are more, what is typed next asks again. */
  readonly extent: "all" | "the likeliest";
  /** What is typed of the word already. */
  readonly typed: Span;
  /** The whole word, to its end behind the cursor. */
  readonly word: Span;
  /** Whether the place has so few words that a blank alone may show them. */
  readonly shownBy: "a blank" | "a letter";
}

/** Completions shown at once. */
const MOST = 200;

/** What may be written at the place; nothing in comments and in texts, but for params behind `${`. */
export function completion(model: Model, { file, offset }: Point): Completion {
  const spot = spotAt(model, fileIndex(model, file) ?? -1, offset);
  const items = itemsAt(model, spot);
  const { typed, word } = spot;
  const shownBy = SHOWN_BY_A_BLANK.has(spot.place.kind) ? "a blank" : "a letter";
  if (items.length <= MOST) return { items, extent: "all", typed, word, shownBy };
  const prefix = textAt(model, spot);
  const fitting = items.filter(({ label }) => isWithin(prefix, label.toLowerCase()));
  return { items: fitting.slice(0, MOST), extent: "the likeliest", typed, word, shownBy };
}

const SHOWN_BY_A_BLANK: ReadonlySet<Place["kind"]> = new Set([
  "target",
  "value",
  "variable",
  "declared name",
  "param",
] as const);

function itemsAt(model: Model, spot: Spot): readonly CompletionItem[] {
  const { place } = spot;
  switch (place.kind) {
    case "nothing":
      return [];
    case "declaration":
      return declarations(model, spot);
    case "declared name":
      return declaredNames(model, place.of);
    case "property":
      return properties(model, spot, place.of);
    case "value":
      return values(place.of);
    case "variable":
      return variables(model, spot);
    case "target":
      return targets(model, spot);
    case "edge word":
      return edgeWords(model, spot);
    case "step":
      return steps(model, place.before);
    case "step variable":
      return stepVariables(model, place.step);
    case "param":
      return params(model, place.brace);
  }
}

function textAt({ files }: Model, { file, typed, unit }: Spot): string {
  const source = files[file]?.source;
  const start = source ? startOf(source, unit) : 0;
  return (source?.units[unit]?.text ?? "").slice(typed.start - start, typed.end - start).toLowerCase();
}

/** Whether the letters of the one stand in the other in their order. */
function isWithin(letters: string, word: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
