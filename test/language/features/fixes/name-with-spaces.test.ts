// What can be done about blanks in a name.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("everywhere, in all files of the set, quotes that are not needed any more included", () => {
  checkFix(
    "name-with-spaces",
    "Rename 'say  bye' to 'say_bye' everywhere",
    `
objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." -> "say  bye" when "a" -> "say  bye" }
scenario "A" {
  greet
  "say  bye"
}
// closing.objectives
objective "say  bye" { prompt "Bye." }
`,
    `
objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." -> say_bye when "a" -> say_bye }
scenario "A" {
  greet
  say_bye
}
// closing.objectives
objective say_bye { prompt "Bye." }
`,
  );
});

test("arrows that lead to the new name already were meant to lead here", () => {
  const before = `objectives "S"\nobjective greet { prompt "Greet." -> say_bye }\nobjective "say bye" { prompt "Bye." }\n`;
  checkFix(
    "name-with-spaces",
    "Rename 'say bye' to 'say_bye' everywhere",
    before,
    before.replace('"say bye"', "say_bye"),
  );
});

test("another objective's name is not taken", () => {
  checkOffered(
    "name-with-spaces",
    `objectives "S"\nobjective a_b { prompt "p" -> "a b" }\nobjective "a b" { prompt "p" }\n`,
    ["Rename 'a b' to 'a_b_2' everywhere"],
  );
});

test("of nothing but blanks nothing can be made", () => {
  checkOffered("name-with-spaces", `objectives "S"\nobjective " " { prompt "p" }\n`, []);
});
