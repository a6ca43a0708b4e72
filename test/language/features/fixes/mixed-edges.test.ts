// What can be done about an arrow without a condition beside others.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

const others = ["b", "c", "d"].map((name) => `\nobjective ${name} { prompt "p" }`).join("") + "\n";

test("it becomes the catch-all and stands last, with its comments", () => {
  checkFix(
    "mixed-edges",
    "Write '-> b otherwise'",
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  // Else.\n  -> b // b\n  -> c when "C"\n  // D.\n  -> d when "D" // d\n}${others}`,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> c when "C"\n  // D.\n  -> d when "D" // d\n  // Else.\n  -> b otherwise // b\n}${others}`,
  );
});

test("on one line it moves there", () => {
  checkFix(
    "mixed-edges",
    "Write '-> b otherwise'",
    `objectives "S"\nobjective a { prompt "p" -> b -> c when "C" -> d when "D" }${others}`,
    `objectives "S"\nobjective a { prompt "p" -> c when "C" -> d when "D" -> b otherwise }${others}`,
  );
});

test("where a condition leads there too it goes; what would stand alone is plain then", () => {
  const before = `objectives "S"\nobjective a { prompt "p" -> b -> b otherwise }\nobjective b { prompt "p" }\n`;
  checkOffered("mixed-edges", before, ["Remove '-> b'", "Silence 'mixed-edges' here"]);
  checkFix(
    "mixed-edges",
    "Remove '-> b'",
    before,
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" }\n`,
  );
});

test("an arrow that is the only one to its objective stays", () => {
  checkOffered(
    "mixed-edges",
    `objectives "S"\nobjective a { prompt "p" -> b when "B" -> c -> d otherwise }${others}`,
    ["Silence 'mixed-edges' here"],
  );
});
