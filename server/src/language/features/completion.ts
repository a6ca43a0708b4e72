// What may be written at a place, the likeliest first.
import type { Check } from "../diagnostics/check.ts";
import { fileIndex, type Model } from "../model/analyze.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { conditions } from "./completion/conditions.ts";
import { declarations } from "./completion/declarations.ts";
import { declaredNames } from "./completion/declared-names.ts";
import { edgeWords } from "./completion/edge-words.ts";
import { allFitting, fitting } from "./completion/fitting.ts";
import { includable } from "./completion/include-paths.ts";
import type { CompletionItem } from "./completion/item.ts";
import { newObjective } from "./completion/new-objective.ts";
import { params } from "./completion/params.ts";
import type { Place, TextPlace } from "./completion/place.ts";
import { properties } from "./completion/properties.ts";
import { metaKeys, saidTexts } from "./completion/said-texts.ts";
import { spotAt, type Spot } from "./completion/spot.ts";
import { steps, stepVariables } from "./completion/steps.ts";
import { silencingCodes, SUPPRESSION } from "./completion/suppressions.ts";
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
  /** Whether the place has so few words that a blank or a quote alone may show them. */
  readonly shownBy: "a blank" | "a letter";
}

/** What is around a set. */
export interface Surroundings {
  /** The paths of the fragments that the cursor's file could include, seen from it: `./closing.objectives`. */
  readonly fragments: () => readonly string[];
}

/** Completions shown at once. */
const MOST = 200;

/**
 * What may be written at the place; nothing in comments and in texts, but for what can be known of them.
 * A fragment may be a part of several sets: what any of them knows is offered, that of the first before the rest.
 */
export function completion(
  checks: readonly [Check, ...Check[]],
  point: Point,
  around: Surroundings,
): Completion {
  const [first, ...others] = checks.map((check) => placed(check, point)) as [Placed, ...Placed[]];
  const { typed, word, place, letters } = first.spot;
  const quote = place.kind !== "text" && letters.startsWith('"') ? '"' : "";
  const known = likeliest(
    [first, ...others].map((it) => itemsAt(it, around)),
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

interface Likeliest extends Pick<Completion, "items" | "extent"> {
  /** How many of them have the letters that are typed. */
  readonly fitting: number;
}

/** All of them where they are few, else the first that have the letters; each once, for sets know much of the same. */
function likeliest(lists: readonly Iterable<CompletionItem>[], letters: string): Likeliest {
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

/** The cursor's place as one of the sets sees it. */
interface Placed {
  readonly check: Check;
  readonly spot: Spot;
}

function placed(check: Check, { file, offset }: Point): Placed {
  return { check, spot: spotAt(check.model, fileIndex(check.model, file) ?? -1, offset) };
}

function itemsAt({ check, spot }: Placed, around: Surroundings): Iterable<CompletionItem> {
  const items = candidatesAt(check, spot, around);
  const fits = OF_FORMS.has(spot.place.kind) ? fitting : allFitting;
  return fits(check.model, spot, items);
}

/** Places whose words bring with them what belongs to each. */
const OF_FORMS: ReadonlySet<Place["kind"]> = new Set([
  "declaration",
  "declared name",
  "property",
  "edge word",
  "step variable",
] as const);

function candidatesAt(check: Check, spot: Spot, around: Surroundings): Iterable<CompletionItem> {
  const { model } = check;
  const { place } = spot;
  switch (place.kind) {
    case "nothing":
      return [];
    case "declaration":
      return declarations(model, spot);
    case "declared name":
      return declaredNames(model, place.of);
    case "property":
      return properties(model, spot, place);
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
    case "meta key":
      return metaKeys(model, spot);
    case "text":
      return texts(model, spot, place, around);
    case "suppression":
      return [SUPPRESSION];
    case "code":
      return silencingCodes(check, spot, place.said);
  }
}

function texts(
  model: Model,
  spot: Spot,
  { role, quotes }: TextPlace,
  { fragments }: Surroundings,
): readonly CompletionItem[] {
  if (role.kind === "path") return includable(model, spot, quotes, fragments());
  if (role.kind === "condition") return conditions(model, spot, quotes);
  return saidTexts(model, spot, role, quotes);
}

/** What is offered where nothing known is meant. */
function freshItems({ check: { model }, spot }: Placed): readonly CompletionItem[] {
  return spot.place.kind === "target" ? newObjective(model, spot) : [];
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
