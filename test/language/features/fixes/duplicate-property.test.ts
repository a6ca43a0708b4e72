// What can be done about a property that is said twice.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("one of the two goes, with its line", () => {
  const before = `objectives "S"\nobjective a {\n  prompt "p"\n  // why\n  prompt """\n    q\n    """ // q\n  confirm auto\n}\n`;
  checkOffered("duplicate-property", before, ["Remove this 'prompt'", "Remove the first 'prompt'"]);
  checkFix(
    "duplicate-property",
    "Remove this 'prompt'",
    before,
    `objectives "S"\nobjective a {\n  prompt "p"\n  // why\n  confirm auto\n}\n`,
  );
  checkFix(
    "duplicate-property",
    "Remove the first 'prompt'",
    before,
    `objectives "S"\nobjective a {\n  // why\n  prompt """\n    q\n    """ // q\n  confirm auto\n}\n`,
  );
});

test("the same again goes", () => {
  checkFix(
    "duplicate-property",
    "Remove the second 'confirm'",
    `objectives "S"\ndefaults { confirm auto modality visual confirm  auto }\nobjective a { prompt "p" }\n`,
    `objectives "S"\ndefaults { confirm auto modality visual }\nobjective a { prompt "p" }\n`,
  );
});

test("two lists are one, each name once", () => {
  checkFix(
    "duplicate-property",
    "Put both lists into the first",
    `objectives "S"\nobjective a { prompt "p" collect x, "y" confirm auto collect y, "prompt", z }\n`,
    `objectives "S"\nobjective a { prompt "p" collect x, "y", "prompt", z confirm auto }\n`,
  );
  checkFix(
    "duplicate-property",
    "Remove the second 'collect'",
    `objectives "S"\nobjective a { prompt "p" collect x collect x }\n`,
    `objectives "S"\nobjective a { prompt "p" collect x }\n`,
  );
});
