// The arrows that lead to an objective.
import { isWhole, type Model } from "../model/analyze.ts";
import type { EdgeSymbol, ObjectiveSymbol } from "../model/symbols.ts";
import { othersOf } from "../model/ways.ts";

/** The arrows to the objective of this index, in the order of the objectives that they are of. */
export function waysInto({ symbols, flow }: Model, index: number): readonly EdgeSymbol[] {
  return [...othersOf(flow.previous, index)].flatMap((from) =>
    (symbols.objectives[from]?.edges ?? []).filter(({ name }) => symbols.byName.get(name) === index),
  );
}

/** The objectives of a file that arrows can lead to, the first of each name, by index; none while some arrows may be unknown. */
export function possibleTargetsIn(
  model: Model,
  file: number,
): readonly { readonly symbol: ObjectiveSymbol; readonly index: number }[] {
  const { objectives, byName } = model.symbols;
  if (!isWhole(model)) return [];
  return objectives.flatMap((symbol, index) =>
    symbol.at.file === file && byName.get(symbol.name) === index ? [{ symbol, index }] : [],
  );
}
