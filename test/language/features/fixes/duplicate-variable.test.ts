// What can be done about a variable that stands twice.
import { expect, test } from "vitest";
import { checkFix, checkOffered, fixesIn } from "../../../support/fixes.ts";

test("the second one goes with the comma before it", () => {
  checkFix(
    "duplicate-variable",
    "Remove the second 'mood'",
    `objectives "S"\nobjective a { prompt "p" collect mood, name, mood }\n`,
    `objectives "S"\nobjective a { prompt "p" collect mood, name }\n`,
  );
});

test("of several names in a row only the one that is meant goes", () => {
  checkFix(
    "duplicate-variable",
    "Remove the second 'mood'",
    `objectives "S"\nobjective a {\n  prompt "p"\n  collect mood,\n    mood,\n    name\n}\n`,
    `objectives "S"\nobjective a {\n  prompt "p"\n  collect mood,\n    name\n}\n`,
  );
});

test("nothing else is offered", () => {
  checkOffered("duplicate-variable", `objectives "S"\nobjective a { prompt "p" collect m, m }\n`, [
    "Remove the second 'm'",
  ]);
});

test("in a list that lacks a comma nobody knows whether it is one too many", () => {
  const [fix] = fixesIn(
    `objectives "S"\nobjective a { prompt "p" collect m_1, n_1 m_1 }\n`,
    "duplicate-variable",
  );
  expect(fix?.kind).toBe("choice");
});
