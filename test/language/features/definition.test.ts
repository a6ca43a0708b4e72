// From a name to where it is declared.
import { describe, expect, test } from "vitest";
import { definition } from "../../../server/src/language/features/definition.ts";
import { bracketed, marked } from "../../support/marked.ts";

/** The lines in which the declared names stand in brackets, below the one with the name that was asked for. */
function checkDefinition(source: string, expected: readonly string[]) {
  const { sets, point, files } = marked(source);
  const found = definition(sets, point);
  const origin = found ? [{ file: point.file, span: found.origin }] : [];
  const lines = [...origin, ...(found?.places ?? [])].map(({ file, span }) =>
    (
      bracketed(files.get(file) ?? "", span)
        .split("\n")
        .find((line) => line.includes("«")) ?? ""
    ).trim(),
  );
  expect(lines).toEqual(expected);
}

const SET = `param hooks = "https://example.com"
objective a { callback "\${hooks}/x" -> b }
objective b { prompt "p" collect mood }
scenario "s" { a b { mood = "x" } }
`;
const at = (from: string, to: string): string => SET.replace(from, to);

test("an arrow and a step lead to the objective", () => {
  checkDefinition(at("-> b", "-> b$0"), [
    'objective a { callback "${hooks}/x" -> «b» }',
    'objective «b» { prompt "p" collect mood }',
  ]);
  checkDefinition(at("{ a b", "{ a $0b"), [
    'scenario "s" { a «b» { mood = "x" } }',
    'objective «b» { prompt "p" collect mood }',
  ]);
});

test("the value of a step leads to the variable", () => {
  checkDefinition(at("mood =", "mo$0od ="), [
    'scenario "s" { a b { «mood» = "x" } }',
    'objective b { prompt "p" collect «mood» }',
  ]);
});

test("a param in a text leads to its declaration", () => {
  checkDefinition(at("${hooks}", "${ho$0oks}"), [
    'objective a { callback "${«hooks»}/x" -> b }',
    'param «hooks» = "https://example.com"',
  ]);
});

test("a name that is declared twice leads to both", () => {
  checkDefinition(`objective a { -> b$0 }\nobjective b { prompt "1" }\nobjective b { prompt "2" }`, [
    "objective a { -> «b» }",
    'objective «b» { prompt "1" }',
    'objective «b» { prompt "2" }',
  ]);
});

test.each([
  ["an unknown name", "objective a { -> later$0 }"],
  ["a keyword", "obj$0ective a { -> a }"],
  ["a text", 'objective a { prompt "$0a" }'],
  ["an empty file", "$0"],
])("nothing for %s", (_, source) => checkDefinition(source, []));

test("an include leads to its file, whatever that is, unless it is not there", () => {
  const files = `objectives "S"
include "./b.objectives"
include "./set.objectives"
include "./gone.objectives"
// b.objectives
include "../set/main.objectives"
// set.objectives
objectives "T"`;
  const leadsTo = (from: string, to: string): readonly string[] => {
    const { sets, point } = marked(files.replace(from, to));
    return definition(sets, point)?.places.map(({ file }) => file) ?? [];
  };
  expect(leadsTo("./b.", "./$0b.")).toEqual(["/set/b.objectives"]);
  expect(leadsTo("./set.", "./$0set.")).toEqual(["/set/set.objectives"]);
  expect(leadsTo("../set/", "../$0set/")).toEqual(["/set/main.objectives"]);
  expect(leadsTo("./gone", "./$0gone")).toEqual([]);
});

describe("a file that several sets include", () => {
  const SHARED = `objectives "One"
include "./shared.objectives"
objective close { prompt "1" }
// two.objectives
objectives "Two"
include "./shared.objectives"
objective close { prompt "2" }
// shared.objectives
objective ask { prompt "p" -> close }
`;

  test("leads to what each of them declares", () => {
    checkDefinition(SHARED.replace("-> close", "-> cl$0ose"), [
      'objective ask { prompt "p" -> «close» }',
      'objective «close» { prompt "1" }',
      'objective «close» { prompt "2" }',
    ]);
  });

  test("leads to its own places once", () => {
    checkDefinition(SHARED.replace("ask {", "a$0sk {"), [
      'objective «ask» { prompt "p" -> close }',
      'objective «ask» { prompt "p" -> close }',
    ]);
  });
});
