// What can be done about a param that is declared twice.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

const rest = `\n\nobjective a { prompt "Ask in \${city}." }\n`;

test("the second one goes or gets another name", () => {
  const before = `objectives "S"\nparam city = "Rome"\nparam city = "Bern"${rest}`;
  checkOffered("duplicate-param", before, ["Remove this one", "Rename this one to 'city_2'"]);
  checkFix("duplicate-param", "Remove this one", before, before.replace('param city = "Bern"\n', ""));
  checkFix(
    "duplicate-param",
    "Rename this one to 'city_2'",
    before,
    before.replace('city = "B', 'city_2 = "B'),
  );
});

test("one of the same value goes", () => {
  const before = `objectives "S"\nparam city\nparam city${rest}`;
  checkOffered("duplicate-param", before, ["Remove this one, which says the same"]);
});
