// What can be done about a param that no text uses.
import { test } from "vitest";
import { checkFix } from "../../../support/fixes.ts";

test("it goes, with its line and the comment on it; a comment above it stays", () => {
  checkFix(
    "unused-param",
    "Remove the param 'city'",
    `objectives "S"\n\n// Places.\nparam city = "Rome" // where\nparam land = "Italy"\n\nobjective a { prompt "Ask in \${land}." }\n`,
    `objectives "S"\n\n// Places.\nparam land = "Italy"\n\nobjective a { prompt "Ask in \${land}." }\n`,
  );
});

test("with the blank line that would be one too many", () => {
  checkFix(
    "unused-param",
    "Remove the param 'city'",
    `objectives "S"\n\nparam city = "Rome"\n\n\nobjective a { prompt "p" }\n`,
    `objectives "S"\n\nobjective a { prompt "p" }\n`,
  );
  checkFix(
    "unused-param",
    "Remove the param 'city'",
    `objectives "S"\r\n\r\nobjective a { prompt "p" }\r\n\r\nparam city = "Rome"`,
    `objectives "S"\r\n\r\nobjective a { prompt "p" }\r\n`,
  );
});
