// What may be written at a place, the likeliest first.
import type { Check } from "../diagnostics/check.ts";
import { fileIndex } from "../model/analyze.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { candidates, type Placed, type Surroundings } from "./completion/candidates.ts";
import type { CompletionItem } from "./completion/item.ts";
import { likeliest, type Likeliest } from "./completion/likeliest.ts";
import { newObjective } from "./completion/new-objective.ts";
import type { Place } from "./completion/place.ts";
import { spotAt } from "./completion/spot.ts";

export interface Completion {
  /** In the order in which they are to be shown. */
  readonly items: readonly CompletionItem[];
  readonly extent: Likeliest["extent"];
  /** What is typed of the word already. */
  readonly typed: Span;
  /** The whole word, to its end behind the cursor. */
  readonly word: Span;
  /** Whether the place has so few words that a blank or a quote alone may show them. */
  readonly shownBy: "a blank" | "a letter";
}

/**
 * What may be written at the place; nothing in comments and in texts, but for what can be known of them.
 * A fragment may be a part of several sets: what any of them knows is offered, that of the first before the rest.
 */
export function completion(
  checks: readonly [Check, ...Check[]],
  point: Point,
  around: Surroundings,
): Completion {
  const [first, ...others] = [placed(checks[0], point), ...checks.slice(1).map((it) => placed(it, point))];
  const { typed, word, place, letters } = first.spot;
  const quote = place.kind !== "text" && letters.startsWith('"') ? '"' : "";
  const known = likeliest(
    [first, ...others].map((it) => candidates(it, around)),
    letters.slice(quote.length),
  );
  const fresh = known.fitting === 0 && letters !== quote ? freshItems(first) : [];
  const items = [...known.items, ...fresh];
  return {
    items: quote === "" ? items : items.map((item) => ({ ...item, filter: quote + item.label })),
    extent: fresh.length === 0 ? known.extent : "the likeliest",
    typed,
    word,
    shownBy: SHOWN_BY_A_BLANK.has(place.kind) ? "a blank" : "a letter",
  };
}

const SHOWN_BY_A_BLANK: ReadonlySet<Place["kind"]> = new Set([
  "target",
  "value",
  "variable",
  "declared name",
  "param",
  "text",
  "meta key",
  "code",
] as const);

function placed(check: Check, { file, offset }: Point): Placed {
  return { check, spot: spotAt(check.model, fileIndex(check.model, file) ?? -1, offset) };
}

/** What is offered where nothing known is meant. */
function freshItems({ check: { model }, spot }: Placed): readonly CompletionItem[] {
  return spot.place.kind === "target" ? newObjective(model, spot) : [];
}
