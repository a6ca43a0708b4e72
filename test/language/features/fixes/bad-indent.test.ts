// What can be done about a line of a text that stands too far left.
import { test } from "vitest";
import { checkFix } from "../../../support/fixes.ts";

test("the line goes as far as the closing quotes; what it says stays", () => {
  checkFix(
    "bad-indent",
    "Indent this line",
    `objectives "S"\nobjective a {\n  prompt """\n    Ask.\n \t Be brief.\n    """\n}\n`,
    `objectives "S"\nobjective a {\n  prompt """\n    Ask.\n    Be brief.\n    """\n}\n`,
  );
});

test("quotes in column 0 and all lines go together", () => {
  checkFix(
    "bad-indent",
    "Indent this text",
    `objectives "S"\nobjective a {\n  prompt """\nAsk.\n\n  Be brief.\n"""\n}\n`,
    `objectives "S"\nobjective a {\n  prompt """\n    Ask.\n\n      Be brief.\n    """\n}\n`,
  );
});
