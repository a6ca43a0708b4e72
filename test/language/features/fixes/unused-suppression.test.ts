// What can be done about a comment that silences nothing.
import { expect, test } from "vitest";
import { checkFix, checkOffered, fixesIn } from "../../../support/fixes.ts";

const rest = `objective a { prompt "p" }\n`;

test("the comment goes, where it has no other code", () => {
  checkFix(
    "unused-suppression",
    "Remove this comment",
    `objectives "S"\n\n/// What.\n  // objectives-disable-next-line cycle\n${rest}`,
    `objectives "S"\n\n/// What.\n${rest}`,
  );
});

test("else the code goes", () => {
  checkFix(
    "unused-suppression",
    "Remove 'cycle' from this comment",
    `objectives "S"\n// objectives-disable-next-line cycle, bad-name\n${rest}`,
    `objectives "S"\n// objectives-disable-next-line bad-name\n${rest}`,
  );
  checkFix(
    "unused-suppression",
    "Remove 'cycle' from this comment",
    `objectives "S"\n// objectives-disable-next-line bad-name, cycle \nobjective ä { prompt "p" }\n`,
    `objectives "S"\n// objectives-disable-next-line bad-name \nobjective ä { prompt "p" }\n`,
  );
});

test("the code that was meant", () => {
  const before = `objectives "S"\n// objectives-disable-next-line badname\nobjective ä { prompt "p" }\n`;
  checkOffered("unused-suppression", before, ["Replace 'badname' by 'bad-name'", "Remove this comment"]);
  checkFix(
    "unused-suppression",
    "Replace 'badname' by 'bad-name'",
    before,
    before.replace("badname", "bad-name"),
  );
});

test("words that are no code may be somebody's reason", () => {
  const before = `objectives "S"\n// objectives-disable-next-line bad-name customers say so\nobjective ä { prompt "p" }\n`;
  expect(fixesIn(before, "unused-suppression").map(({ kind }) => kind)).toEqual(["choice"]);
});

test("words of other tools", () => {
  checkFix(
    "unused-suppression",
    "Write 'objectives-disable-next-line'",
    `objectives "S"\n// objectives-disable bad-name\nobjective ä { prompt "p" }\n`,
    `objectives "S"\n// objectives-disable-next-line bad-name\nobjective ä { prompt "p" }\n`,
  );
  checkFix(
    "unused-suppression",
    "Remove this comment",
    `objectives "S"\n// objectives-disable-next-line\n${rest}`,
    `objectives "S"\n${rest}`,
  );
});
