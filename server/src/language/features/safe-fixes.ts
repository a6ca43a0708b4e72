// All that needs no thinking, done at once: as many fixes together as help together.
import type { Finding } from "../diagnostics/finding.ts";
import type { FileEdit } from "../text/place.ts";
import { madeFor } from "./fixes.ts";
import type { Fix } from "./fixes/fix.ts";
import { helped, type Sets } from "./fixes/helped.ts";

/** The sets after every fix that needs no thinking, of the findings of the first, as far as it is wanted. */
export function afterSafeFixes(sets: Sets, isWanted: (finding: Finding, fix: Fix) => boolean): Sets {
  let state = sets;
  // What one fix makes possible elsewhere is found in another round; the limit is for fixes that would undo one another.
  for (let round = 0; round < ROUNDS; round++) {
    const mended = mend(state, { remedies: [], sets: state }, remediesFor(state, isWanted));
    if (mended.remedies.length === 0) break;
    state = mended.sets;
  }
  return state;
}

const ROUNDS = 50;

/** The ways to be rid of a finding, the likeliest first. */
interface Remedy {
  readonly finding: Finding;
  readonly ways: readonly (readonly FileEdit[])[];
}

function remediesFor(sets: Sets, isWanted: (finding: Finding, fix: Fix) => boolean): readonly Remedy[] {
  return sets[0].findings.flatMap((finding) => {
    const safe = madeFor(sets, finding).filter((fix) => fix.kind === "safe" && isWanted(finding, fix));
    return safe.length === 0 ? [] : [{ finding, ways: safe.map(({ edits }) => edits) }];
  });
}

interface Mended {
  readonly remedies: readonly Remedy[];
  /** After the first way of each. */
  readonly sets: Sets;
}

/** With as many remedies more as help together: of what does not, each half is tried by itself. */
function mend(before: Sets, mended: Mended, more: readonly Remedy[]): Mended {
  const [only, ...others] = more;
  if (!only) return mended;
  const remedies = [...mended.remedies, ...more];
  const sets = helped(
    before,
    remedies.map(({ finding }) => finding),
    remedies.flatMap(({ ways: [first = []] }) => first),
  );
  if (sets) return { remedies, sets };
  if (others.length > 0) {
    const half = Math.ceil(more.length / 2);
    return mend(before, mend(before, mended, more.slice(0, half)), more.slice(half));
  }
  const ways = only.ways.slice(1);
  return ways.length === 0 ? mended : mend(before, mended, [{ ...only, ways }]);
}
