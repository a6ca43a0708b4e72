// What can be done about a value that the platform does not know.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the value that was meant", () => {
  checkFix(
    "unknown-value",
    "Replace 'automatic' by 'auto'",
    `objectives "S"\nobjective a { prompt "p" confirm "automatic" }\n`,
    `objectives "S"\nobjective a { prompt "p" confirm auto }\n`,
  );
});

test("every value, where none was", () => {
  const before = `objectives "S"\ndefaults { modality both }\nobjective a { prompt "p" }\n`;
  checkOffered("unknown-value", before, ["Replace 'both' by 'verbal'", "Replace 'both' by 'visual'"]);
});
