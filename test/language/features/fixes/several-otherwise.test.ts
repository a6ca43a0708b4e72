// What can be done about a second catch-all.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

const rest = `\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" }\n`;

test("its words become a condition, or the arrow goes", () => {
  const before = `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b otherwise\n  -> c otherwise "C"\n}${rest}`;
  checkOffered("several-otherwise", before, [
    "Write 'when' instead of 'otherwise'",
    "Remove '-> c otherwise'",
  ]);
  checkFix(
    "several-otherwise",
    "Write 'when' instead of 'otherwise'",
    before,
    before.replace('otherwise "C"', 'when "C"'),
  );
});

test("what would stand alone is plain then", () => {
  checkFix(
    "several-otherwise",
    "Remove '-> c otherwise'",
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b otherwise\n  -> c otherwise\n}${rest}`,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b\n}${rest}`,
  );
});
