// What changes together while one types: only what no other text and no other name is concerned by.
import { describe, expect, test } from "vitest";
import { linkedEditing } from "../../../server/src/language/features/linked-editing.ts";
import { assemble } from "../../../server/src/language/model/files.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { marked } from "../../support/marked.ts";

/** The text with what is tied together in brackets; as it was where nothing is. */
function checkLinked(source: string, expected: string) {
  const { sets, point, text } = marked(source);
  const spans = [...(linkedEditing(sets, point) ?? [])].sort((one, other) => other.start - one.start);
  const after = spans.reduce(
    (before, { start, end }) => `${before.slice(0, start)}«${before.slice(start, end)}»${before.slice(end)}`,
    text,
  );
  expect(after).toBe(expected.replace(/^\n/, ""));
}

function checkNothing(source: string) {
  checkLinked(source, source.replace("$0", ""));
}

test("an objective with its arrows and steps, from its declaration alone", () => {
  const text = `objective a { prompt "b" collect b -> b }\nobjective b { }\nscenario "b" { a b }\n`;
  const linked = `objective a { prompt "b" collect b -> «b» }\nobjective «b» { }\nscenario "b" { a «b» }\n`;
  checkLinked(text.replace("objective b", "objective $0b"), linked);
  checkLinked(text.replace("objective b", "objective b$0"), linked);
  checkNothing(text.replace("-> b", "-> $0b"));
  checkNothing(text.replace("a b }", "a $0b }"));
});

test("a param with what texts say of it", () => {
  checkLinked(
    `param p$0 = "p"\r\nobjective a {\r\n\tprompt "👩‍👧 \${p}"\r\n}`,
    `param «p» = "p"\r\nobjective a {\r\n\tprompt "👩‍👧 \${«p»}"\r\n}`,
  );
});

test("in a fragment that nobody else mentions the name of", () => {
  checkLinked(
    `objectives "S"\ninclude "./b.objectives"\n// b.objectives\nobjective b$0 { -> c }\nobjective c { -> b }`,
    `objective «b» { -> c }\nobjective c { -> «b» }`,
  );
});

describe("nothing", () => {
  test.each([
    ["where it is mentioned once", "objective a$0 { }"],
    ["where one of the mentions is quoted", 'objective a$0 { -> "a" }'],
    ["where it is declared twice", "objective a$0 { -> a }\nobjective a { }"],
    ["where nothing declares it", "objective a { -> b$0 -> b when }"],
    ["of a param, where it is used", 'param p = "p"\nobjective a { prompt "${p$0}" }'],
    ["of a variable", "objective a { collect x$0 -> b }\nobjective b { collect x }"],
    ["on a keyword", "objec$0tive a { -> a }"],
    ["in an empty file", "$0"],
  ])("%s", (_, source) => checkNothing(source));

  test("where another file of the set mentions it", () => {
    const { sets, point } = marked(
      `objectives "S"\ninclude "./b.objectives"\nobjective a$0 { -> a }\n// b.objectives\nobjective b { -> a }`,
    );
    expect(linkedEditing(sets, point)).toBeUndefined();
  });

  test("where only another set does", () => {
    const { sets, point } = marked(`objectives "1"
include "./b.objectives"
objective a { -> b }
// two.objectives
objectives "2"
include "./c.objectives"
include "./b.objectives"
// c.objectives
objective c { -> b }
// b.objectives
objective b$0 { -> b }
`);
    expect(linkedEditing(sets, point)).toBeUndefined();
  });

  test("while a file of the set is not read", () => {
    const text = 'objectives "S"\ninclude "./b.objectives"\nobjective a { -> a }\n';
    const set = (read: "unread" | "missing") =>
      analyze(assemble({ id: "s", source: parse(text) }, { resolve: (_, path) => path, read: () => read }));
    const point = { file: "s", offset: text.indexOf("a {") };
    expect(linkedEditing([set("unread")], point)).toBeUndefined();
    expect(linkedEditing([set("missing")], point)).toHaveLength(2);
  });
});
