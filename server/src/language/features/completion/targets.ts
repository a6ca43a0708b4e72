// Objectives behind an arrow: those that nothing leads to yet and near ones first, those that would be a mistake last.
import { spanAt, type Model } from "../../model/analyze.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import { countOf, reachedFrom } from "../../model/ways.ts";
import { printName } from "../../syntax/print.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { touches } from "../../text/span.ts";
import type { CompletionItem } from "./item.ts";
import { isInSpot, type Spot } from "./spot.ts";

/** Made one after the other: of thousands only the likeliest are looked at. */
export function* targets(model: Model, spot: Spot): Iterable<CompletionItem> {
  const { objectives } = model.symbols;
  const own = objectives.findIndex((it) => isInSpot(it, spot));
  const ranked = byRank(model, spot, own);
  for (const rank of RANKS) {
    for (const index of ranked[rank]) {
      const name = objectives[index]?.name ?? "";
      yield { label: name, kind: "objective", newText: printName(name), ...SAID[rank] };
    }
  }
}

/** The likeliest first. */
const RANKS = ["unlinked", "linked elsewhere", "leads back", "linked here"] as const;

type Rank = (typeof RANKS)[number];

const SAID: Record<Rank, { readonly detail?: Sentence } & Pick<CompletionItem, "findings">> = {
  unlinked: {},
  "linked elsewhere": {},
  "leads back": { detail: sentence`leads back here`, findings: "one more" },
  "linked here": { detail: sentence`linked already`, findings: "one more" },
};

/** The objectives of each rank, the near ones first; of several of a name the first. */
function byRank(model: Model, spot: Spot, own: number): Readonly<Record<Rank, readonly number[]>> {
  const { objectives, byName } = model.symbols;
  const { previous } = model.flow;
  const links = { linked: linkedFrom(model, spot, objectives[own]), back: backFrom(model, own), previous };
  const ranked: Record<Rank, number[]> = {
    unlinked: [],
    "linked elsewhere": [],
    "leads back": [],
    "linked here": [],
  };
  for (const index of outwards(own, objectives.length)) {
    const { name = "" } = objectives[index] ?? {};
    if (name !== "" && byName.get(name) === index) ranked[rankOf(index, links)].push(index);
  }
  return ranked;
}

/** Where the objective leads already, but for the arrow that is being written. */
function linkedFrom(
  model: Model,
  spot: Spot,
  own: ObjectiveSymbol | undefined,
): ReadonlySet<number | undefined> {
  const others = (own?.edges ?? []).filter((edge) => !touches(spanAt(model, edge), spot.typed.end));
  return new Set(others.map(({ name }) => model.symbols.byName.get(name)));
}

/** The objectives from which this one is reached. */
export function backFrom({ flow }: Model, own: number): Uint8Array {
  return reachedFrom(own < 0 ? [] : [own], flow.previous);
}

interface Links {
  readonly linked: ReadonlySet<number | undefined>;
  readonly back: Uint8Array;
  readonly previous: Model["flow"]["previous"];
}

function rankOf(index: number, { linked, back, previous }: Links): Rank {
  if (linked.has(index)) return "linked here";
  if (back[index] === 1) return "leads back";
  return countOf(previous, index) === 0 ? "unlinked" : "linked elsewhere";
}

/** Every index but this one; what follows in the text is nearer than what stands before. */
function* outwards(own: number, count: number): Iterable<number> {
  for (let distance = 1; distance <= Math.max(own, count - own - 1); distance++) {
    if (own + distance < count) yield own + distance;
    if (own - distance >= 0) yield own - distance;
  }
}
