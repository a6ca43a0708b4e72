// Whatever a client does, in whatever order: every request is answered once, nothing is kept, and nothing is remembered wrong.
import fc from "fast-check";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { unknownIn } from "../support/advertised.ts";
import { LAW, LAW_TIMEOUT } from "../support/generators.ts";
import {
  answersOf,
  anyStep,
  freshSession,
  startSession,
  type Session,
  type Step,
} from "../support/session.ts";

/** A session is long, so there are fewer of them: their messages together are many. */
const STEPS = 120;
const SESSIONS = Math.max(4, Math.ceil(LAW.numRuns / 12));

async function play(session: Session, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await session.take(step);
  await session.quiet();
}

/** The outcomes that no client could make sense of. */
function strange(session: Session): readonly string[] {
  return [...session.outcomes().keys()].filter((outcome) => !/^(answered|-328\d\d|-32602)$/.test(outcome));
}

test("every capability that is advertised is asked about in these sessions", async () => {
  const { pair } = await startSession();
  expect(unknownIn(pair.initialized.capabilities)).toEqual([]);
  await pair.end();
});

test(
  "every request is answered once, and in the end all answers are those of a server that saw only the end",
  async () => {
    // What a listener throws is said there, and nowhere else.
    const said = vi.spyOn(console, "error");
    const session = fc.array(anyStep, { minLength: STEPS >> 1, maxLength: STEPS, size: "max" });
    const law = fc.asyncProperty(session, async (steps) => {
      const played = await startSession();
      await play(played, steps);
      expect(strange(played)).toEqual([]);
      expect(said).not.toHaveBeenCalled();
      const fresh = await freshSession(played);
      const documents = [...played.open().values()];
      const [after, anew] = [await answersOf(played.pair, documents), await answersOf(fresh, documents)];
      expect(after).toEqual(anew);
      await played.pair.end();
      await fresh.end();
    });
    await fc.assert(law, { ...LAW, numRuns: SESSIONS });
  },
  LAW_TIMEOUT * 4,
);

test(
  "a long session keeps nothing of what is over",
  async () => {
    const session = await startSession();
    const rounds = fc.sample(fc.array(anyStep, { minLength: STEPS * 2, maxLength: STEPS * 2, size: "max" }), {
      seed: LAW.seed,
      numRuns: Math.max(8, Math.ceil(LAW.numRuns / 30)),
    });
    const heaps: number[] = [];
    for (const steps of rounds) {
      await play(session, steps);
      for (const file of [0, 1, 2, 3, 4]) await session.take({ does: "close", file });
      await session.quiet();
      heaps.push(usedHeap());
    }
    // What is made once, code and caches, is made in the first rounds.
    const settledHeap = Math.max(...heaps.slice(0, heaps.length >> 1));
    expect(heaps.at(-1)).toBeLessThan(settledHeap + 3_000_000);
    expect(strange(session)).toEqual([]);
    await session.pair.end();
  },
  LAW_TIMEOUT * 4,
);

/** After a collection. */
function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
