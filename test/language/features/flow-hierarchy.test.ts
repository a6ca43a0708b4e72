// Who leads to whom, step by step.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  flowItemsAt,
  waysInto,
  waysOutOf,
  type FlowItem,
} from "../../../server/src/language/features/flow-hierarchy.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { bracketed, marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** What the cursor's objective is, what leads to it and what it leads to, each with its arrows in brackets below. */
function checkHierarchy(source: string) {
  const { sets, point, files } = marked(source);
  const shown = ({ name, file, details }: FlowItem): string =>
    [name, file.slice("/set/".length), ...details.map(inEnglish)].join(" · ");
  const lines = flowItemsAt(sets, point).flatMap((item) => {
    const ways = [
      ["<-", waysInto(sets, item)],
      ["->", waysOutOf(sets, item)],
    ] as const;
    return [
      shown(item),
      ...ways.flatMap(([sign, steps]) =>
        steps.flatMap((step) => [
          `  ${sign} ${shown(step)}`,
          ...step.arrows.map(({ file, span }) => {
            const text = bracketed(files.get(file) ?? "", span);
            return `       ${
              text
                .split(/\r\n|[\r\n]/)
                .find((line) => line.includes("«"))
                ?.trim() ?? ""
            }`;
          }),
        ]),
      ),
    ];
  });
  return expect(`\n${lines.join("\n")}\n`);
}

const SETS = `objectives "One"
include "./shared.objectives"
param who = "Ana"
objective greet { prompt "p" -> ask when "It is \${who}" -> ask when "Else" -> close otherwise }
objective again { prompt "p" -> "ask" -> again -> nowhere }
// two.objectives
objectives "Two"
include "./shared.objectives"
objective begin { prompt "p" -> ask }
objective close { prompt "p" }
// shared.objectives
objective ask { prompt "p" -> close otherwise "Whatever else" }
`;

test("conditions are said, with their params' values, and several arrows are one step", () => {
  checkHierarchy(SETS.replace("objective greet", "objective gr$0eet")).toMatchInlineSnapshot(`
    "
    greet · main.objectives · start
      -> ask · shared.objectives · when “It is Ana” · when “Else”
           objective greet { prompt "p" «-> ask» when "It is \${who}" -> ask when "Else" -> close otherwise }
           objective greet { prompt "p" -> ask when "It is \${who}" «-> ask» when "Else" -> close otherwise }
    "
  `);
});

test("from an arrow, in every set that shares the objective's file", () => {
  checkHierarchy(SETS.replace("-> ask when", "-> a$0sk when")).toMatchInlineSnapshot(`
    "
    ask · shared.objectives
      <- greet · main.objectives · when “It is Ana” · when “Else”
           objective greet { prompt "p" «-> ask» when "It is \${who}" -> ask when "Else" -> close otherwise }
           objective greet { prompt "p" -> ask when "It is \${who}" «-> ask» when "Else" -> close otherwise }
      <- again · main.objectives · required
           objective again { prompt "p" «-> "ask"» -> again -> nowhere }
      <- begin · two.objectives · required
           objective begin { prompt "p" «-> ask» }
      -> close · two.objectives · otherwise: “Whatever else”
           objective ask { prompt "p" «-> close» otherwise "Whatever else" }
    "
  `);
});

test("an objective that leads to itself does so in both directions", () => {
  checkHierarchy(SETS.replace("objective again", "objective again$0")).toMatchInlineSnapshot(`
    "
    again · main.objectives · unreachable
      <- again · main.objectives · required
           objective again { prompt "p" -> "ask" «-> again» -> nowhere }
      -> ask · shared.objectives · required
           objective again { prompt "p" «-> "ask"» -> again -> nowhere }
      -> again · main.objectives · required
           objective again { prompt "p" -> "ask" «-> again» -> nowhere }
    "
  `);
});

test("of a scenario's step, with tabs, CRLF and emoji", () => {
  checkHierarchy(
    'objective a {\r\n\tprompt "👩‍👧" -> b otherwise\r\n}\r\nobjective b { }\r\nscenario "s" { a $0b }',
  ).toMatchInlineSnapshot(`
    "
    b · main.objectives · end
      <- a · main.objectives · otherwise
           prompt "👩‍👧" «-> b» otherwise
    "
  `);
});

test("of two objectives of one name arrows mean both", () => {
  checkHierarchy("objective a { -> b$0 }\nobjective b { }\nobjective b { -> a }").toMatchInlineSnapshot(`
    "
    b · main.objectives · end
      <- a · main.objectives · required
           objective a { «-> b» }
    b · main.objectives
      <- a · main.objectives · required
           objective a { «-> b» }
    "
  `);
});

test.each([
  ["a keyword", "obj$0ective a { -> a }"],
  ["an unknown target", "objective a { -> later$0 }"],
  ["a variable", "objective a { collect a$0 }"],
  ["an empty file", "$0"],
])("nothing for %s", (_, source) => checkHierarchy(source).toBe("\n\n"));

test("an objective that has moved to another file is found by its name, one that is gone is not", () => {
  const model = modelOf(`objectives "S"
include "./b.objectives"
// b.objectives
objective a { -> b }
objective b { }
`);
  expect(waysInto([model], { name: "b", file: MAIN }).map(({ name }) => name)).toEqual(["a"]);
  expect(waysInto([model], { name: "c", file: MAIN })).toEqual([]);
  expect(waysOutOf([model], { name: "a", file: "/elsewhere" })).toEqual([]);
});

test("in any text, what one leads to is led to by it, by the same arrows", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(
    fc.property(anyDamagedProgram, (text) => {
      const model = modelOf(text);
      for (const name of model.symbols.byName.keys()) {
        for (const out of waysOutOf([model], { name, file: MAIN })) {
          const back = waysInto([model], { name: out.name, file: MAIN }).find((it) => it.name === name);
          expect(back?.arrows).toEqual(out.arrows);
        }
      }
    }),
    LAW,
  );
});
