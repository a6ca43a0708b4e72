// Starts of a set beside the conversation's own. A set's affair: a fragment has its ways elsewhere.
import { isSet, type Model } from "../model/analyze.ts";
import { hasSpaces, mayBeSlips, meantAmong, meantBy } from "./about.ts";

/**
 * In order, without those that a misspelt arrow was probably meant to lead to: its own finding is enough. One to a
 * sentence, which no name is, may have been meant for any.
 */
export function otherStarts(model: Model): readonly number[] {
  const { symbols, flow } = model;
  if (!isSet(model) || flow.starts.length < 2) return [];
  const others = flow.starts.filter((index) => index !== flow.start);
  if (symbols.lost.some(({ name }) => hasSpaces(name))) return [];
  const explained = mayBeSlips(symbols) ? misspelt(model, others) : new Set<string>();
  return others.filter((index) => !explained.has(symbols.objectives[index]?.name ?? ""));
}

function misspelt({ symbols }: Model, starts: readonly number[]): ReadonlySet<string | undefined> {
  const names = starts.map((index) => symbols.objectives[index]?.name ?? "");
  const slips = [...new Set(symbols.lost.map(({ name }) => name))].filter(
    (name) => meantAmong(name, names) !== undefined,
  );
  return new Set(slips.map((name) => meantBy(name, symbols)));
}
