// Whatever a text is and wherever the cursor stands: there is an answer, and what is chosen breaks nothing.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { completion } from "../../../server/src/language/features/completion.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { chosen } from "../../support/chosen.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyProgram } from "../../support/program-generators.ts";

test(
  "any place of any damaged text has an answer, and its word is around the cursor",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, fc.nat(), (text, seed) => {
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const { typed, word } = completionIn(text, offset);
        expect(typed.start).toBeLessThanOrEqual(offset);
        expect([typed.end, word.start]).toEqual([offset, typed.start]);
        expect(word.end).toBeGreaterThanOrEqual(offset);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

function completionIn(text: string, offset: number) {
  return completion([check(modelOf(text))], { file: MAIN, offset }, { fragments: () => ["./a.objectives"] });
}

test(
  "what is chosen in any beginning of a text, or in the whole of it, adds no problem of form",
  () => {
    fc.assert(
      fc.property(
        fc.oneof(anyProgram, anyDamagedProgram),
        fc.nat(),
        fc.boolean(),
        (program, seed, isWhole) => {
          const offset = seed % (program.length + 1);
          const text = isWhole ? program : program.slice(0, offset);
          const before = problemsOf(text);
          const offered = completionIn(text, offset);
          for (const item of offered.items) {
            const after = chosen(text, { file: MAIN, offset }, offered, item);
            expect(without(problemsOf(after), before), `${item.label} in ${JSON.stringify(after)}`).toEqual(
              [],
            );
          }
        },
      ),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

function problemsOf(text: string): readonly string[] {
  return parse(text).units.flatMap(({ issues }) => issues.map(({ problem }) => problem));
}

/** What is left of the one list when the other is taken from it. */
function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...list];
  for (const it of taken) {
    const index = left.indexOf(it);
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}
