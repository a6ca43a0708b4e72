// A way without a condition becomes the catch-all, and back.
import { test } from "vitest";
import { checkOffered, checkRefactor, checkRefused } from "../../../support/refactor.ts";

const set = (arrows: string): string => `
objectives "S"

objective a {
  prompt "Ask."

${arrows}
}

objective b { prompt "B." }

objective c { prompt "C." }
`;

test("beside conditions it becomes 'otherwise', and comes last", () => {
  checkRefactor(
    "Write '-> b otherwise'",
    set(`  -> $0b // else\n  -> c when "It is"`),
    set(`  -> c when "It is"\n  -> b otherwise // else`),
  );
});

test("and back, wherever the word stands", () => {
  checkRefactor(
    "Write '-> b' without 'otherwise'",
    set(`  -> c when "It is"\n  -> b $0otherwise // else`),
    set(`  -> c when "It is"\n  -> b // else`),
  );
  checkRefactor(
    "Write '-> b' without 'otherwise'",
    set(`  -> c when "It is"\n  -> b // why\n    $0otherwise`),
    set(`  -> c when "It is"\n  -> b // why`),
  );
});

test("what cannot be the catch-all is refused", () => {
  const title = "Write '-> b otherwise'";
  checkRefused(
    title,
    set("  -> $0b"),
    "'otherwise' needs a condition beside it: no other arrow has a 'when'.",
  );
  checkRefused(
    title,
    set(`  -> $0b\n  -> c when "x"\n  -> c otherwise`),
    "Another arrow is the catch-all already.",
  );
  checkRefused(
    title,
    set(`  -> $0b\n  -> b when "x"\n  -> c`),
    "Another arrow has no condition either: only one can be the catch-all.",
  );
  checkRefused(title, set(`  -> $0b\n  -> b when "x"`), "An arrow with a condition leads to 'b' already.");
});

test("words of somebody's own are not thrown away", () => {
  checkRefused(
    "Write '-> b' without 'otherwise'",
    set(`  -> c when "x"\n  -> $0b otherwise "Else"`),
    "The words behind 'otherwise' would be lost.",
  );
});

test("a condition is no matter of this, nor is an arrow without a target", () => {
  checkOffered(set("  -> $0"), []);
  checkOffered(set(`  -> c when $0`), []);
});
