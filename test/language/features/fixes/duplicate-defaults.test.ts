// What can be done about a second block of defaults.
import { test } from "vitest";
import { checkFix } from "../../../support/fixes.ts";

const rest = `\nobjective a { prompt "p" }\n`;

test("what the first does not say moves there, with its comments", () => {
  checkFix(
    "duplicate-defaults",
    "Move this into the first 'defaults'",
    `objectives "S"\n\ndefaults {\n  confirm auto\n}\n\ndefaults {\n  // Where.\n  callback "https://example.com" // here\n}\n${rest}`,
    `objectives "S"\n\ndefaults {\n  confirm auto\n  // Where.\n  callback "https://example.com" // here\n}\n${rest}`,
  );
});

test("on one line, where both stand on one", () => {
  checkFix(
    "duplicate-defaults",
    "Move this into the first 'defaults'",
    `objectives "S"\n\ndefaults { confirm auto }\n\ndefaults { callback "https://example.com" }\n${rest}`,
    `objectives "S"\n\ndefaults { confirm auto callback "https://example.com" }\n${rest}`,
  );
});

test("on lines of their own, where a comment would hide what is behind it", () => {
  checkFix(
    "duplicate-defaults",
    "Move this into the first 'defaults'",
    `objectives "S"\n\ndefaults { confirm auto }\n\ndefaults {\n  modality visual // seen\n}\n${rest}`,
    `objectives "S"\n\ndefaults {\n  confirm auto\n  modality visual // seen\n}\n${rest}`,
  );
});

test("a block that says nothing new goes", () => {
  checkFix(
    "duplicate-defaults",
    "Remove this block",
    `objectives "S"\n\ndefaults { confirm auto }\n\ndefaults { confirm manual }\n${rest}`,
    `objectives "S"\n\ndefaults { confirm auto }\n${rest}`,
  );
});
