// A way through a set as a finding tells it: by its names, and of a long one only its two ends.
import type { Ref, Symbols } from "../model/symbols.ts";

/** So many objectives of each end. */
const END = 6;

/** Whether a step of a way is told. */
export function isTold(step: number, { length }: readonly number[]): boolean {
  return step < END || step >= length - END;
}

/** The names on a way, with a word for those in the middle that are left out. */
export function namesOn(way: readonly number[], { objectives }: Symbols): readonly string[] {
  return way.flatMap((index, step) => {
    if (isTold(step, way)) return [objectives[index]?.name ?? ""];
    return step === END ? [`… ${way.length - 2 * END} more …`] : [];
  });
}

/** Every arrow that leads from one objective to the other. */
export function arrowsBetween(
  { objectives, byName }: Symbols,
  from: number | undefined,
  to: number | undefined,
): readonly Ref[] {
  const edges = from === undefined ? [] : (objectives[from]?.edges ?? []);
  return edges.filter(({ name }) => byName.get(name) === to);
}
