// A comment that silences a finding, which is the last thing that is offered about what is no error.
import { expect, test } from "vitest";
import { inEnglish } from "../../../../server/src/language/text/sentence.ts";
import { checkFix, checkOffered, fixesIn } from "../../../support/fixes.ts";

const rest = `\nobjective b { prompt "p" }\n`;

test("above the property or arrow that begins a line, indented as that is", () => {
  checkFix(
    "variable-case",
    "Silence 'variable-case' here",
    `objectives "S"\r\nobjective a {\r\n\tprompt "p"\r\n\t// Who.\r\n\tcollect x,\r\n\t\tcallerName\r\n}\r\n`,
    `objectives "S"\r\nobjective a {\r\n\tprompt "p"\r\n\t// Who.\r\n\t// objectives-disable-next-line variable-case\r\n\tcollect x,\r\n\t\tcallerName\r\n}\r\n`,
  );
  checkFix(
    "mixed-edges",
    "Silence 'mixed-edges' here",
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b when "B"\n  -> b\n}${rest}`,
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b when "B"\n  // objectives-disable-next-line mixed-edges\n  -> b\n}${rest}`,
  );
});

test("above the objective, where what it is about stands behind something else; a doc comment stays with it", () => {
  checkFix(
    "single-branch",
    "Silence 'single-branch' here",
    `objectives "S"\n\n// A.\n/// Says what.\n/// And more.\nobjective a { prompt "p" -> b when "B" }${rest}`,
    `objectives "S"\n\n// A.\n// objectives-disable-next-line single-branch\n/// Says what.\n/// And more.\nobjective a { prompt "p" -> b when "B" }${rest}`,
  );
});

test("in the comment that stands there already", () => {
  checkFix(
    "single-branch",
    "Silence 'single-branch' here",
    `objectives "S"\n// objectives-disable-next-line bad-name \n// Why not.\nobjective ä { prompt "p" -> b when "B" }${rest}`,
    `objectives "S"\n// objectives-disable-next-line bad-name single-branch \n// Why not.\nobjective ä { prompt "p" -> b when "B" }${rest}`,
  );
});

test("at the beginning of a file, behind its byte order mark", () => {
  checkFix(
    "empty-set",
    "Silence 'empty-set' here",
    `\uFEFFobjectives "S"\n`,
    `\uFEFF// objectives-disable-next-line empty-set\nobjectives "S"\n`,
  );
});

test("above a value of a step", () => {
  const before = `objectives "S"\nparam city\nobjective a { prompt "p" collect x }\nscenario "A" {\n  a {\n    x = "\${city}"\n  }\n}\n`;
  checkFix(
    "param-without-value",
    "Silence 'param-without-value' here",
    before,
    before.replace("    x =", "    // objectives-disable-next-line param-without-value\n    x ="),
  );
});

test("an error is mended, and a comment that silences nothing goes", () => {
  checkOffered("missing-prompt", `objectives "S"\nobjective a { collect x }\n`, []);
  const fixes = fixesIn(
    `objectives "S"\n// objectives-disable-next-line cycle\nobjective a { prompt "p" }\n`,
    "unused-suppression",
  );
  expect(fixes.map(({ title }) => inEnglish(title))).toEqual(["Remove this comment"]);
});
