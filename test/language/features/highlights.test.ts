// The other mentions of a name in its own text: read or written.
import { expect, test } from "vitest";
import { highlights } from "../../../server/src/language/features/highlights.ts";
import { modelOf } from "../../support/fixture.ts";
import { marked } from "../../support/marked.ts";

/** The text of the cursor's file with what is written in «» and what is read in ‹›. */
function checkHighlights(source: string, expected: string) {
  const { sets, point, text } = marked(source);
  const shown = highlights(sets[0], point).toReversed();
  const after = shown.reduce((before, { span: { start, end }, kind }) => {
    const [open, close] = kind === "write" ? ["«", "»"] : ["‹", "›"];
    return `${before.slice(0, start)}${open}${before.slice(start, end)}${close}${before.slice(end)}`;
  }, text);
  expect(after).toBe(expected.replace(/^\n/, ""));
}

test("an objective is written by its declaration and read by arrows and steps", () => {
  checkHighlights(
    `
objective a { -> $0b -> "b" when "c" }
objective b { prompt "b" collect b }
scenario "b" { a b }
`,
    `
objective a { -> ‹b› -> ‹"b"› when "c" }
objective «b» { prompt "b" collect b }
scenario "b" { a ‹b› }
`,
  );
});

test("a variable is written where it is collected and where a step gives it a value", () => {
  checkHighlights(
    `objective a { collect mo$0od -> b }\nobjective b { collect mood }\nscenario "s" { a { mood = "x" } }`,
    `objective a { collect «mood» -> b }\nobjective b { collect «mood» }\nscenario "s" { a { «mood» = "x" } }`,
  );
});

test("a param is written by its declaration and read in texts", () => {
  checkHighlights(
    `param p = "x"\r\nobjective a {\r\n\tprompt "👩‍👧 \${p} \${$0p}"\r\n}`,
    `param «p» = "x"\r\nobjective a {\r\n\tprompt "👩‍👧 \${‹p›} \${‹p›}"\r\n}`,
  );
});

test("only in the file of the cursor", () => {
  checkHighlights(
    `objectives "S"\ninclude "./b.objectives"\nobjective a { -> b }\n// b.objectives\nobjective b { -> b$0 }`,
    `objective «b» { -> ‹b› }`,
  );
});

test.each([
  ["a keyword", "obj$0ective a { -> a }"],
  ["a text", 'objective a { prompt "$0a" }'],
  ["an empty file", "$0"],
  ["an arrow without an end", "objective a { -> $0 }"],
])("nothing on %s", (_, source) => checkHighlights(source, source.replace("$0", "")));

test("nothing in a file that is none of the set's", () => {
  expect(highlights(modelOf("objective a { -> a }"), { file: "/elsewhere", offset: 11 })).toEqual([]);
});
