// What can be done about one condition without an alternative.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("a way for everybody else, or no condition", () => {
  const before = `
objectives "S"

objective a {
  prompt "p"
  // If B.
  -> b when "B"
}

objective b { prompt "p" -> c }

objective c { prompt "p" }
`;
  checkOffered("single-branch", before, [
    "Add '-> c otherwise'",
    "Remove the condition",
    "Silence 'single-branch' here",
  ]);
  checkFix(
    "single-branch",
    "Add '-> c otherwise'",
    before,
    before.replace('  // If B.\n  -> b when "B"\n', '\n  // If B.\n  -> b when "B"\n  -> c otherwise\n'),
  );
  checkFix("single-branch", "Remove the condition", before, before.replace(' when "B"', ""));
});

test("one line stays one, unless it gets too long", () => {
  const rest = `\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" }\n`;
  const long = "Ask for the reason of the call, and for everything else that matters.";
  checkFix(
    "single-branch",
    "Add '-> c otherwise'",
    `objectives "S"\nobjective a { prompt "p" -> b when "B" }${rest}`,
    `objectives "S"\nobjective a { prompt "p" -> b when "B" -> c otherwise }${rest}`,
  );
  checkFix(
    "single-branch",
    "Add '-> c otherwise'",
    `objectives "S"\nobjective a { prompt "${long}" -> b when "B" }${rest}`,
    `objectives "S"\nobjective a {\n  prompt "${long}"\n\n  -> b when "B"\n  -> c otherwise\n}${rest}`,
  );
});
