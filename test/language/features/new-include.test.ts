// The lines that include files in a set, wherever in it these are dropped.
import { expect, test } from "vitest";
import { newIncludes } from "../../../server/src/language/features/new-include.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";

function checkIncluded(source: string, paths: readonly string[], expected: string) {
  const edit = newIncludes(modelOf(source), MAIN, paths);
  const { start = 0, end = 0 } = edit?.span ?? {};
  const text = source.slice(0, start) + (edit?.newText ?? "") + source.slice(end);
  expect(text).toBe(expected);
  expect(parse(text).units.flatMap(({ issues }) => issues)).toEqual([]);
}

const OBJECTIVE = `objective a { prompt "p" }\n`;

test("behind the header", () => {
  checkIncluded(
    `objectives "S" // ours\n\n${OBJECTIVE}`,
    ["./f.objectives"],
    `objectives "S" // ours\n\ninclude "./f.objectives"\n\n${OBJECTIVE}`,
  );
});

test("behind the includes that are there, several at once", () => {
  checkIncluded(
    `objectives "S"\r\n\r\ninclude "./a.objectives"\r\n\r\n${OBJECTIVE}`,
    ["./b.objectives", './"😀".objectives'],
    `objectives "S"\r\n\r\ninclude "./a.objectives"\r\ninclude "./b.objectives"\r\ninclude "./\\"😀\\".objectives"\r\n\r\n${OBJECTIVE}`,
  );
});

test("at the start of a fragment, of an empty file, and behind a byte order mark", () => {
  checkIncluded(OBJECTIVE, ["./f.objectives"], `include "./f.objectives"\n\n${OBJECTIVE}`);
  checkIncluded("", ["./f.objectives"], `include "./f.objectives"\n`);
  checkIncluded(`\uFEFF${OBJECTIVE}`, ["./f.objectives"], `\uFEFFinclude "./f.objectives"\n\n${OBJECTIVE}`);
});

test("of no files nothing is made", () => {
  checkIncluded(OBJECTIVE, [], OBJECTIVE);
});
