// What can be done about a name that does not work everywhere.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("letters without their marks, and '_' for what is none", () => {
  checkFix(
    "bad-name",
    "Rename 'naïve-café!' to 'naive_cafe' everywhere",
    `objectives "S"\nobjective a { prompt "p" -> "naïve-café!" }\nobjective "naïve-café!" { prompt "p" }\n`,
    `objectives "S"\nobjective a { prompt "p" -> naive_cafe }\nobjective naive_cafe { prompt "p" }\n`,
  );
});

test("a name that is free", () => {
  checkOffered(
    "bad-name",
    `objectives "S"\nobjective b { prompt "p" -> "b!" }\nobjective "b!" { prompt "p" }\n`,
    ["Rename 'b!' to 'b_2' everywhere", "Silence 'bad-name' here"],
  );
});

test("of other letters only somebody who reads them can make a name", () => {
  checkOffered("bad-name", `objectives "S"\nobjective 日本 { prompt "p" }\n`, ["Silence 'bad-name' here"]);
});
