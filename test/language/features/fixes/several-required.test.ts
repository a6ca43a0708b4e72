// What can be done about several next objectives.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("they are chained", () => {
  checkFix(
    "several-required",
    "Lead from 'b' to 'c' instead",
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b\n  -> c\n}\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b\n}\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" }\n`,
  );
});

test("an arrow to where another one leads in the end goes", () => {
  const rest = `\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" -> d }\nobjective d { prompt "p" }\n`;
  checkFix(
    "several-required",
    "Remove '-> d', to which 'b' leads",
    `objectives "S"\nobjective a { prompt "p" -> d -> b }${rest}`,
    `objectives "S"\nobjective a { prompt "p" -> b }${rest}`,
  );
});

test("ways that part are somebody's own decision", () => {
  checkOffered(
    "several-required",
    `objectives "S"\nobjective a { prompt "p" -> b -> c }\nobjective b { prompt "p" -> d }\nobjective c { prompt "p" -> d }\nobjective d { prompt "p" }\n`,
    ["Silence 'several-required' here"],
  );
});
