// What can be done about a catch-all that has nothing to catch.
import { test } from "vitest";
import { checkFix } from "../../../support/fixes.ts";

test("the way is simply the next one", () => {
  checkFix(
    "otherwise-alone",
    "Remove 'otherwise'",
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b otherwise "In any other case" // b\n}\nobjective b { prompt "p" }\n`,
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b // b\n}\nobjective b { prompt "p" }\n`,
  );
});
