// What can be done about conditions of which perhaps none holds.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("a way to an end that there is none to yet, or the last condition for all", () => {
  const before = `
objectives "S"

objective a {
  prompt "p"

  -> b when "B"
  -> c when "C" // c
  // Done.
}

objective b { prompt "p" -> d }

objective c { prompt "p" -> d }

objective d { prompt "p" }
`;
  checkOffered("no-otherwise", before, [
    "Add '-> d otherwise'",
    "Write 'otherwise' instead of the last 'when'",
    "Silence 'no-otherwise' here",
  ]);
  checkFix(
    "no-otherwise",
    "Add '-> d otherwise'",
    before,
    before.replace("// c\n", "// c\n  -> d otherwise\n"),
  );
  checkFix(
    "no-otherwise",
    "Write 'otherwise' instead of the last 'when'",
    before,
    before.replace('when "C"', 'otherwise "C"'),
  );
});
