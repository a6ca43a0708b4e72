// What can be done about a backslash or a brace that says nothing.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("two backslashes are one, or none is meant", () => {
  const before = String.raw`objectives "S"
objective a { prompt "Ask for 100\% of it." }
`;
  checkOffered("bad-escape", before, ["Write two backslashes, for one", "Remove the backslash"]);
  checkFix("bad-escape", "Write two backslashes, for one", before, before.replace("\\%", "\\\\%"));
  checkFix("bad-escape", "Remove the backslash", before, before.replace("\\%", "%"));
});

test("the characters of an interpolation, or the param in it", () => {
  const before = `objectives "S"\nparam city = "Rome"\nobjective a { prompt "Ask in \${ city } and \${city}." }\n`;
  checkOffered("bad-escape", before, ["Write \${city}", "Write \\${, the characters themselves"]);
  checkFix("bad-escape", "Write \${city}", before, before.replace("{ city }", "{city}"));
});

test("where no param may be used", () => {
  checkFix(
    "bad-escape",
    "Write \\${, the characters themselves",
    `objectives "S"\nobjective a { prompt "p" meta note "\${city}" }\n`,
    `objectives "S"\nobjective a { prompt "p" meta note "\\\${city}" }\n`,
  );
});

test("a param that lacks its brace", () => {
  const before = `objectives "S"\nparam city = "Rome"\nobjective a { prompt "Ask in \${city or \${city}." }\n`;
  checkFix("bad-escape", "Write \${city}", before, before.replace("{city or", "{city} or"));
});

test("where no param may be used, its value may, if it can stand there", () => {
  const before = (value: string): string =>
    `objectives "S"\nparam city = "${value}"\nobjective a { prompt "p \${city}" meta note "\${city}!" }\n`;
  checkFix(
    "bad-escape",
    "Write its value, Rome",
    before("Rome"),
    before("Rome").replace('"\${city}!"', '"Rome!"'),
  );
  checkOffered("bad-escape", before("\\n"), ["Write \\${, the characters themselves"]);
});
