// What can be done about a variable that is not in snake_case.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("it is renamed in every file, in scenarios too", () => {
  checkFix(
    "variable-case",
    "Rename 'callerName' to 'caller_name' everywhere",
    `
objectives "S"
include "./more.objectives"
objective a { prompt "p" collect callerName -> b }
scenario "A" {
  a { callerName = "Ana" }
}
// more.objectives
objective b { prompt "p" collect callerName }
`,
    `
objectives "S"
include "./more.objectives"
objective a { prompt "p" collect caller_name -> b }
scenario "A" {
  a { caller_name = "Ana" }
}
// more.objectives
objective b { prompt "p" collect caller_name }
`,
  );
});

test("not to a name that another variable has", () => {
  checkOffered(
    "variable-case",
    `objectives "S"\nobjective a { prompt "p" collect callerName, caller_name }\n`,
    ["Silence 'variable-case' here"],
  );
});
