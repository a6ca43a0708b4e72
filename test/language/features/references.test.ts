// Every mention of what stands at a place, in all sets that share it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { references } from "../../../server/src/language/features/references.ts";
import { renameName } from "../../../server/src/language/features/rename.ts";
import { isNamed, kindOfRole } from "../../../server/src/language/model/names.ts";
import { startOf } from "../../../server/src/language/model/source.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { bracketed, marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** The lines in which the mentions stand in brackets, declarations with a star, each below the name of its file. */
function checkReferences(source: string) {
  const { sets, point, files } = marked(source);
  const lines = references(sets, point).map(({ file, span, kind }) => {
    const text = bracketed(files.get(file) ?? "", span);
    const line = text.split(/\r\n|[\r\n]/).find((it) => it.includes("«")) ?? "";
    return `${file.slice("/set/".length)} ${kind === "declaration" ? "*" : " "} ${line.trim()}`;
  });
  return expect(`\n${lines.join("\n")}\n`);
}

const SETS = `objectives "One"
include "./shared.objectives"
objective greet { prompt "p" -> close }
scenario "s" { greet close }
// two.objectives
objectives "Two"
include "./shared.objectives"
objective ask { prompt "\${brand}" collect mood -> close when "c" }
// three.objectives
objectives "Three"
objective close { prompt "p" collect mood }
// shared.objectives
param brand = "Smile"
objective close { prompt "\${brand}" collect mood }
`;

test("an objective, in every set that shares a file with a mention, and in no other", () => {
  const expected = `
    "
    main.objectives   objective greet { prompt "p" -> «close» }
    main.objectives   scenario "s" { greet «close» }
    shared.objectives * objective «close» { prompt "\${brand}" collect mood }
    two.objectives   objective ask { prompt "\${brand}" collect mood -> «close» when "c" }
    "
  `;
  checkReferences(SETS.replace("greet close", "greet clo$0se")).toMatchInlineSnapshot(expected);
  checkReferences(SETS.replace("-> close }", "-> $0close }")).toMatchInlineSnapshot(expected);
});

test("from a shared file what every set says", () => {
  checkReferences(SETS.replace('close { prompt "${', 'clo$0se { prompt "${')).toMatchInlineSnapshot(`
    "
    main.objectives   objective greet { prompt "p" -> «close» }
    main.objectives   scenario "s" { greet «close» }
    shared.objectives * objective «close» { prompt "\${brand}" collect mood }
    two.objectives   objective ask { prompt "\${brand}" collect mood -> «close» when "c" }
    "
  `);
});

test("variables, wherever they are collected, and params", () => {
  checkReferences(SETS.replace("collect mood ->", "collect mo$0od ->")).toMatchInlineSnapshot(`
    "
    two.objectives * objective ask { prompt "\${brand}" collect «mood» -> close when "c" }
    shared.objectives * objective close { prompt "\${brand}" collect «mood» }
    "
  `);
  checkReferences(SETS.replace("param brand", "param bran$0d")).toMatchInlineSnapshot(`
    "
    shared.objectives * param «brand» = "Smile"
    shared.objectives   objective close { prompt "\${«brand»}" collect mood }
    two.objectives   objective ask { prompt "\${«brand»}" collect mood -> close when "c" }
    "
  `);
});

test("the includes that lead to a file", () => {
  checkReferences(SETS.replace("./shared", "./sha$0red")).toMatchInlineSnapshot(`
    "
    main.objectives   include «"./shared.objectives"»
    two.objectives   include «"./shared.objectives"»
    "
  `);
});

describe("in any text", () => {
  test.each([
    ["an unknown name, half-written", "objective a {\n  -> later$0\n  -> ", "-> «later»"],
    ["the very start and end", "objective a$0", "objective «a»"],
    ["tabs, CRLF and emoji", 'objective b {\r\n\tprompt "👩‍👧 ü" -> "a"$0 }', 'prompt "👩‍👧 ü" -> «"a"» }'],
  ])("%s", (_, source, line) => {
    checkReferences(source).toContain(line);
  });

  test.each(["x$0", "$0", "objective a { $0", 'include "$0'])("none in %j", (source) => {
    checkReferences(source).toBe("\n\n");
  });

  test(
    "they are what a rename would change, and the name itself is one of them",
    () => {
      fc.assert(
        fc.property(anyDamagedProgram, fc.nat(), (text, pick) => {
          const model = modelOf(text);
          const source = model.files[0]?.source;
          const names = (source?.units ?? []).flatMap(({ mentions }, unit) =>
            mentions.flatMap(({ role, name, span }) =>
              isNamed(role) && name !== "" ? [{ role, name, offset: span.start, unit }] : [],
            ),
          );
          const it = names[pick % Math.max(1, names.length)];
          if (!it || !source) return;
          const point = { file: MAIN, offset: startOf(source, it.unit) + it.offset };
          const found = references([model], point);
          const renamed = renameName([model], kindOfRole(it.role), it.name, "a_new_name_of_nobody");
          const edits = "edits" in renamed ? renamed.edits : [];
          expect(found.map(({ span }) => span)).toEqual(edits.map(({ span }) => span));
          expect(found.some(({ span }) => span.start <= point.offset && point.offset <= span.end)).toBe(true);
        }),
        LAW,
      );
    },
    LAW_TIMEOUT,
  );
});
