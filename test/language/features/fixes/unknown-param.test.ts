// What can be done about a param that nobody declares.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the one that was meant, a new one behind the others, or the characters themselves", () => {
  const before = `objectives "S"\n\nparam city = "Rome" // where\n\nobjective a { prompt "Ask in \${cty} and \${city}." }\n`;
  checkOffered("unknown-param", before, [
    "Replace 'cty' by 'city'",
    "Declare the param 'cty'",
    "Write \\${cty}, the characters themselves",
  ]);
  checkFix("unknown-param", "Replace 'cty' by 'city'", before, before.replace("\${cty}", "\${city}"));
  checkFix(
    "unknown-param",
    "Declare the param 'cty'",
    before,
    before.replace("// where", "// where\nparam cty"),
  );
  checkFix(
    "unknown-param",
    "Write \\${cty}, the characters themselves",
    before,
    before.replace("\${cty}", "\\\${cty}"),
  );
});

test("the first param stands behind the header and the includes", () => {
  checkFix(
    "unknown-param",
    "Declare the param 'city'",
    `objectives "S"\ninclude "./part.objectives"\n\nobjective a { prompt "p" -> b }\n// part.objectives\nobjective b { prompt "Ask in \${city}." }\n`,
    `objectives "S"\ninclude "./part.objectives"\n\nobjective a { prompt "p" -> b }\n// part.objectives\nparam city\n\nobjective b { prompt "Ask in \${city}." }\n`,
  );
  checkFix(
    "unknown-param",
    "Declare the param 'city'",
    `objectives "S"\r\n\r\nobjective a { prompt "Ask in \${city}." }\r\n`,
    `objectives "S"\r\n\r\nparam city\r\n\r\nobjective a { prompt "Ask in \${city}." }\r\n`,
  );
});
