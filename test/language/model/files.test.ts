// Which files a set is made of, and in which order their declarations count.
import { describe, expect, test } from "vitest";
import { assemble, unreadFiles, type Library } from "../../../server/src/language/model/files.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";

/** Holds the set's objectives in their order, and what each include leads to. */
function checkSet(fixture: string, objectives: string, includes: readonly string[]): void {
  const model = modelOf(fixture.replace(/^\n/, ""));
  expect(model.symbols.objectives.map(({ name }) => name).join(" ")).toBe(objectives);
  expect(model.includes.map(({ path, leads }) => `${path}: ${leads}`)).toEqual(includes);
}

describe("the declarations of a set", () => {
  test("its own come first, then its fragments' in the order of the includes, each before its own fragments", () => {
    checkSet(
      `
objectives "S"
include "./one.objectives"
include "two.objectives"
objective own { prompt "p" }
// one.objectives
include "./deep/three.objectives"
objective first { prompt "p" }
// two.objectives
objective second { prompt "p" }
// deep/three.objectives
objective third { prompt "p" }
`,
      "own first third second",
      ["./one.objectives: fragment", "two.objectives: fragment", "./deep/three.objectives: fragment"],
    );
  });

  test("a fragment that is reached twice counts once", () => {
    checkSet(
      `
objectives "S"
include "./one.objectives"
include "./two.objectives"
// one.objectives
include "./two.objectives"
objective first { prompt "p" }
// two.objectives
objective second { prompt "p" }
`,
      "first second",
      ["./one.objectives: fragment", "./two.objectives: fragment", "./two.objectives: fragment"],
    );
  });

  test("a path leads from the file that says it", () => {
    checkSet(
      `
objectives "S"
include "./deep/one.objectives"
// deep/one.objectives
include "../two.objectives"
objective first { prompt "p" }
// two.objectives
objective second { prompt "p" }
`,
      "first second",
      ["./deep/one.objectives: fragment", "../two.objectives: fragment"],
    );
  });
});

describe("an include leads", () => {
  test.each([
    ["nowhere", "./gone.objectives", "missing"],
    ["nowhere, while it is empty", "", "missing"],
    ["outside of the workspace", "../../gone.objectives", "outside"],
    ["outside, by an absolute path", "/set/one.objectives", "outside"],
    ["outside, by a drive", "C:/set/one.objectives", "outside"],
    ["outside, by backslashes", String.raw`.\\one.objectives`, "outside"],
    ["back to itself", "./main.objectives", "cycle"],
    ["to another set", "./other.objectives", "set"],
  ])("%s", (_, path, leads) => {
    checkSet(`objectives "S"\ninclude "${path}"\n// other.objectives\nobjectives "T"\n`, "", [
      `${path.replaceAll("\\\\", "\\")}: ${leads}`,
    ]);
  });

  test("back to a fragment on the way, and is not followed again", () => {
    checkSet(
      `
objectives "S"
include "./one.objectives"
// one.objectives
include "./two.objectives"
objective first { prompt "p" }
// two.objectives
include "./one.objectives"
objective second { prompt "p" }
`,
      "first second",
      ["./one.objectives: fragment", "./two.objectives: fragment", "./one.objectives: cycle"],
    );
  });
});

test("what nobody has read yet is asked for, once", () => {
  const root = {
    id: MAIN,
    source: parse('objectives "S"\ninclude "./a.objectives"\ninclude "./a.objectives"\n'),
  };
  const library: Library = { resolve: (_, path) => path, read: () => "unread" };
  expect(unreadFiles(assemble(root, library))).toEqual(["./a.objectives"]);
});

test("a chain of a thousand fragments is walked without recursion", () => {
  const sourceOf = (index: number) => parse(`include "${index + 1}"\nobjective o${index} { prompt "p" }\n`);
  const library: Library = {
    resolve: (_, path) => path,
    read: (id) => (Number(id) < 1000 ? sourceOf(Number(id)) : "missing"),
  };
  expect(assemble({ id: "0", source: sourceOf(0) }, library).files).toHaveLength(1000);
});
