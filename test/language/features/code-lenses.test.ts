// What stands above objectives and a set's header.
import { expect, test } from "vitest";
import { codeLenses, waysIn } from "../../../server/src/language/features/code-lenses.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";
import type { FileId } from "../../../server/src/language/text/place.ts";
import { filesOf, MAIN, modelOf } from "../../support/fixture.ts";

/** One line a lens: what it stands above, its kind or what it says, and the lines of the arrows it leads to. */
function checkLenses(fixture: string, file: FileId = MAIN) {
  const given = fixture.replace(/^\n/, "");
  const model = modelOf(given);
  const files = filesOf(given);
  const lines = codeLenses(model, file).map(({ kind, span }) => {
    const above = (files.get(file) ?? "").slice(span.start, span.end);
    const ways = kind === "ways-in" ? waysIn(model, file, span) : undefined;
    const places = (ways?.places ?? []).map(
      (place) =>
        `${place.file.replace("/set/", "")}:${(files.get(place.file) ?? "").slice(0, place.span.start).split("\n").length}`,
    );
    return [above, ways ? inWords(ways.title, {}) : kind, ...places].join(" · ");
  });
  return expect(`\n${lines.join("\n")}\n`);
}

const SET = `
objectives "S"
include "./z.objectives"
objective a { -> b when "x" -> z otherwise }
objective b { -> z }
objective lost { -> lost }
objective a { -> b }
objective
// z.objectives
objective z { prompt "p" }
`;

test("above a header and every objective that arrows can lead to", () => {
  checkLenses(SET).toMatchInlineSnapshot(`
    "
    "S" · preview
    "S" · upload
    a · The conversation starts here
    b · 2 ways in · main.objectives:3 · main.objectives:6
    lost · 1 way in · main.objectives:5
    "
  `);
});

test("in a fragment, with the ways from the set's other files", () => {
  checkLenses(SET, "/set/z.objectives").toMatchInlineSnapshot(`
    "
    z · 2 ways in · main.objectives:3 · main.objectives:4
    "
  `);
});

test("not above objectives where ways may be unknown", () => {
  checkLenses(`objective a { -> a }`).toBe("\n\n");
  checkLenses(`objectives "S"\ninclude "./gone.objectives"\nobjective a {}`).toMatchInlineSnapshot(`
    "
    "S" · preview
    "S" · upload
    "
  `);
});

test("above a header that is half-written", () => {
  checkLenses(`objectives "`).toMatchInlineSnapshot(`
    "
    " · preview
    " · upload
    "
  `);
});

test("of a place where no objective stands any more there is nothing to say", () => {
  expect(waysIn(modelOf(SET), MAIN, { start: 1, end: 2 })).toBeUndefined();
});
