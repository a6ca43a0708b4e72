// Names by the letters that somebody types.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitting } from "../../../server/src/language/text/fuzzy.ts";
import { LAW } from "../../support/generators.ts";

function checkFitting(query: string, names: readonly string[], expected: readonly string[]) {
  expect(
    fitting(
      query,
      names.map((name) => ({ name })),
    ).map(({ name }) => name),
  ).toEqual(expected);
}

test("the name itself, then what begins so, a word that does, what has it, what has its letters", () => {
  checkFitting(
    "show",
    ["s_hot_wow", "reshow", "id_show", "MyShow", "showing", "Show", "shower_id", "hows"],
    ["Show", "showing", "shower_id", "MyShow", "id_show", "reshow", "s_hot_wow"],
  );
});

test("without a letter everything, the shortest first", () => {
  checkFitting("", ["bb", "a", "👩‍👧"], ["a", "bb", "👩‍👧"]);
});

test("letters of two units are letters", () => checkFitting("👩b", ["👩_b", "b👩"], ["👩_b"]));

test("whatever letters are left out of a name, it is found", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.boolean()), (name, kept) => {
      const query = [...name].filter((_, index) => kept[index] ?? true).join("");
      fc.pre(query.toLowerCase() !== "" && [...name].join("").toLowerCase().length === name.length);
      checkFitting(query, [name], [name]);
    }),
    LAW,
  );
});
