// What is carried out is laid out, seen to bring no error and to keep what it promises, and says where a new name stands.
import { expect, test } from "vitest";
import { carriedOut } from "../../../../server/src/language/features/refactor/carried-out.ts";
import type { Draft } from "../../../../server/src/language/features/refactor/refactoring.ts";
import { inWords } from "../../../../server/src/language/text/sentence.ts";
import { MAIN } from "../../../support/fixture.ts";
import { askedOf, done, refactoringsIn, titleOf } from "../../../support/refactor.ts";

const SET = `objectives "S"

objective a { prompt "A.$0 Listen." -> b }

objective b { prompt "B." }
`;

/** The draft that writes something else once, and promises this. */
function draftOf(old: string, newText: string, keeps: Draft["keeps"]): Draft {
  const start = SET.replace("$0", "").indexOf(old);
  return { edits: [{ file: MAIN, span: { start, end: start + old.length }, newText }], keeps };
}

function refusal(draft: Draft): string | undefined {
  const result = carriedOut(askedOf(SET).asking.sets, draft);
  return "refused" in result ? inWords(result.refused, {}) : undefined;
}

test("an error that it would bring, or a promise that it would break, is refused", () => {
  expect(refusal(draftOf("-> b", "-> c", "less"))).toBe("It would bring an error: 'unknown-objective'.");
  expect(refusal(draftOf("B.", "C.", "less"))).toBeUndefined();
  expect(refusal(draftOf("B.", "C.", "everything"))).toBe("It would change what 'S' tells the platform.");
  expect(refusal(draftOf("B.", "C.", "all but the order"))).toBe(
    "It would change what 'S' tells the platform.",
  );
});

test("the new name is found in the text afterwards, and everywhere in one edit", () => {
  const asked = askedOf(SET);
  const found = refactoringsIn(asked).find((it) => titleOf(it) === "Split 'a' here");
  if (!found || !("draft" in found)) throw new Error("Nothing to split.");
  const { named } = done(asked, found.draft());
  expect(named?.position).toEqual({ line: 4, column: 10 });
  const { span, newText, names } = named?.together ?? { span: { start: 0, end: 0 }, newText: "", names: [] };
  const before = SET.replace("$0", "");
  expect(before.slice(0, span.start) + newText + before.slice(span.end)).toBe(`objectives "S"

objective a { prompt "A." -> listen }

objective listen {
  prompt "Listen."
  -> b
}

objective b { prompt "B." }
`);
  expect(names.map(({ start, end }) => newText.slice(start, end))).toEqual(["listen", "listen"]);
});
