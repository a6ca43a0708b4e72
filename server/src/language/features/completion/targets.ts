// Objectives behind an arrow: those that nothing leads to yet and near ones first, those that would be a mistake last.
import { objectiveNode, spanAt, type Model } from "../../model/analyze.ts";
import { promptOf } from "../../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../../model/params.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import { othersOf, reachedFrom } from "../../model/ways.ts";
import { printName } from "../../syntax/print.ts";
import { touches } from "../../text/span.ts";
import { proseMarkdown } from "../markdown.ts";
import type { CompletionItem } from "./item.ts";
import { isInSpot, type Spot } from "./spot.ts";

export function targets(model: Model, spot: Spot): readonly CompletionItem[] {
  const { objectives, byName } = model.symbols;
  const own = objectives.findIndex((it) => isInSpot(it, spot));
  const isTyped = (at: ObjectiveSymbol["at"]): boolean => touches(spanAt(model, at), spot.typed.end);
  const edges = (objectives[own]?.edges ?? []).filter((edge) => !isTyped(edge));
  const linked = new Set(edges.map(({ name }) => byName.get(name)));
  const back = reachedFrom(own < 0 ? [] : [own], model.flow.previous);
  const rankOf = (index: number): Rank => rank(index, { linked, back, previous: model.flow.previous });
  const params = paramValues(model.symbols, model.given);
  return [...byName.values()]
    .filter((index) => index !== own)
    .map((index) => ({ index, rank: rankOf(index), distance: distance(own, index) }))
    .sort((one, other) => RANKS[one.rank] - RANKS[other.rank] || one.distance - other.distance)
    .flatMap((it) => objectiveItem(model, it.index, DETAILS[it.rank], params));
}

/** An objective as a completion offers it, its prompt as documentation. */
export function objectiveItem(
  model: Model,
  index: number,
  detail: string,
  params: ParamValues,
): readonly CompletionItem[] {
  const symbol = model.symbols.objectives[index];
  if (!symbol) return [];
  const { name } = symbol;
  const node = objectiveNode(model, symbol);
  const text = node ? interpolate(promptOf(node), params) : "";
  return [
    {
      label: name,
      kind: "objective",
      ...(detail === "" ? {} : { detail }),
      ...(text === "" ? {} : { documentation: proseMarkdown(text) }),
      newText: printName(name),
    },
  ];
}

type Rank = "unlinked" | "linked elsewhere" | "leads back" | "linked here";

const RANKS = {
  unlinked: 0,
  "linked elsewhere": 1,
  "leads back": 2,
  "linked here": 3,
} as const satisfies Record<Rank, number>;

const DETAILS = {
  unlinked: "",
  "linked elsewhere": "",
  "leads back": "leads back here",
  "linked here": "linked already",
} as const satisfies Record<Rank, string>;

interface Links {
  readonly linked: ReadonlySet<number | undefined>;
  readonly back: Uint8Array;
  readonly previous: Model["flow"]["previous"];
}

function rank(index: number, { linked, back, previous }: Links): Rank {
  if (linked.has(index)) return "linked here";
  if (back[index] === 1) return "leads back";
  return othersOf(previous, index).length === 0 ? "unlinked" : "linked elsewhere";
}

/** What follows in the text is nearer than what stands before. */
function distance(own: number, index: number): number {
  return index > own ? 2 * (index - own) - 1 : 2 * (own - index);
}
