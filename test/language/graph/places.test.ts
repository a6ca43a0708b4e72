// From the picture to the text and back.
import { describe, expect, test } from "vitest";
import { graphIdAt, placeOfGraphId } from "../../../server/src/language/graph/places.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";

const TEXT = `objectives "Intake"

objective greet { prompt "Greet." -> close when "done" -> gone }
objective close { prompt "Close." }
objective close { prompt "Again." }
`;

describe("an id leads to", () => {
  test.each([
    ["greet", "greet { prompt"],
    ["close", 'close { prompt "Close."'],
    ["close#2", 'close { prompt "Again."'],
    ["gone", "gone }"],
    ["greet when close", "close when"],
  ])("%s", (id, beginning) => {
    checkSpan(id, beginning);
  });

  test("nothing, where it is gone", () => {
    expect(placeOfGraphId(modelOf(TEXT), "nobody")).toBeUndefined();
  });
});

describe("a place belongs to", () => {
  test.each([
    ["Greet.", "greet"],
    ["gone }", "greet"],
    ["Again.", "close#2"],
  ])("the objective around %s", (words, id) => {
    checkIdAt(TEXT.indexOf(words), id);
  });

  test("none, outside of all objectives", () => {
    checkIdAt(0, undefined);
  });
});

function checkSpan(id: string, beginning: string): void {
  const span = placeOfGraphId(modelOf(TEXT), id)?.span;
  expect(TEXT.slice(span?.start).startsWith(beginning)).toBe(true);
  expect(TEXT.slice(span?.start, span?.end)).toMatch(/^\w+$/);
}

function checkIdAt(offset: number, id: string | undefined): void {
  expect(graphIdAt(modelOf(TEXT), { file: MAIN, offset })).toBe(id);
}
