// What can be done about a line of a text that stands too far left.
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFix, fixesIn } from "../../../support/fixes.ts";

test("the line goes as far as the closing quotes; what it says stays", () => {
  checkFix(
    "bad-indent",
    "Indent this line",
    `objectives "S"\nobjective a {\n  prompt """\n    Ask.\n  Be brief.\n    """\n}\n`,
    `objectives "S"\nobjective a {\n  prompt """\n    Ask.\n    Be brief.\n    """\n}\n`,
  );
});

test.each([
  ["spaces under tabs", "\t\t", "        "],
  ["tabs under spaces", "    ", "\t"],
  ["a tab behind a space", "    ", " \t "],
])("whether a line of other blanks is meant to be as deep has to be seen: %s", (_case, closing, blanks) => {
  const set = (line: string): string =>
    `objectives "S"\nobjective a {\n  prompt """\n${closing}Ask.\n${line}Be brief.\n${closing}"""\n}\n`;
  checkFix("bad-indent", "Indent this line", set(blanks), set(closing));
  expect(fixesIn(set(blanks), "bad-indent").map(({ kind }) => kind)).not.toContain("safe");
});

test("no line gets blanks among its words", () => {
  const blanks = fc.stringMatching(/^[ \t]{0,6}$/);
  fc.assert(
    fc.property(blanks, blanks, (closing, own) => {
      fc.pre(closing !== "" && !own.startsWith(closing));
      const set = (line: string): string =>
        `objectives "S"\nobjective a {\n  prompt """\n${line}Be brief.\n${closing}"""\n}\n`;
      checkFix("bad-indent", "Indent this line", set(own), set(closing));
    }),
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
