// Objectives go to a file of their own.
import { describe, expect, test } from "vitest";
import { refactoringsOf } from "../../../../server/src/language/features/refactor.ts";
import { inWords } from "../../../../server/src/language/text/sentence.ts";
import { askedOf, checkOffered, checkRefactor, checkRefused } from "../../../support/refactor.ts";

test("the selected ones, with what belongs to them, to a file that the set includes", () => {
  checkRefactor(
    "Move 2 objectives to a new file",
    `
objectives "S" // the set

objective a { prompt "A." -> b }

$0/// Doc.
objective b { prompt "B \${p}." -> c } // behind

objective c { prompt "C." }$0

param p = "1"

scenario "All" { a b c }
`,
    `
objectives "S" // the set

include "./b.objectives"

objective a { prompt "A." -> b }

param p = "1"

scenario "All" { a b c }
// b.objectives
/// Doc.
objective b { prompt "B \${p}." -> c } // behind

objective c { prompt "C." }
`,
  );
});

test("one by its first line, behind the includes that are there, and under a name that is free", () => {
  checkRefactor(
    "Move 'b' to a new file",
    `
objectives "S"\r
include "./B.objectives"\r
\r
objective a { prompt "A." -> b }\r
objective $0b { prompt "B." }\r
// B.objectives
objective c { prompt "C." }
`,
    `
objectives "S"\r
include "./B.objectives"\r
include "./b_2.objectives"\r
\r
objective a { prompt "A." -> b }\r
// B.objectives
objective c { prompt "C." }
// b_2.objectives
objective b { prompt "B." }\r
`,
  );
});

test("out of a fragment with its defaults, which count only in their own file", () => {
  checkRefactor(
    "Move 'b' to a new file",
    `
objectives "S"
include "./part.objectives"

objective a { prompt "A." -> b }
// part.objectives
defaults {
  confirm manual // by hand
}

objective $0b { prompt "B." -> c }

objective c { prompt "C." }
`,
    `
objectives "S"
include "./part.objectives"

objective a { prompt "A." -> b }
// part.objectives
include "./b.objectives"

defaults {
  confirm manual // by hand
}

objective c { prompt "C." }
// b.objectives
defaults {
  confirm manual // by hand
}

objective b { prompt "B." -> c }
`,
  );
});

describe("what is refused", () => {
  test("what is no objective", () => {
    checkRefused(
      "Move 'a' to a new file",
      `objectives "S"\n$0param p = "1"\nobjective a { prompt "A \${p}." }$0\n`,
      "Only objectives go to a fragment this way: leave 'param' out of the selection.",
    );
  });

  test("what has mistakes, or is another of its name", () => {
    checkRefused(
      "Move 'a' to a new file",
      `objectives "S"\nobjective $0a { prompt "A." -> }\n`,
      "'a' has mistakes: mend them first.",
    );
    checkRefused(
      "Move 'a' to a new file",
      `objectives "S"\nobjective a { prompt "A." }\nobjective $0a { prompt "A." }\n`,
      "'a' has mistakes: mend them first.",
    );
  });

  test("everything, where no file can be made", () => {
    const { asking } = askedOf(`objectives "S"\nobjective $0a { prompt "A." }\n`);
    const [it] = refactoringsOf("refactor.extract.fragment", { ...asking, beside: undefined });
    expect(it && "refused" in it && inWords(it.refused, {})).toBe(
      "No file can be made beside this one from here.",
    );
  });

  test("a part of an objective is no selection of it", () => {
    checkOffered(`objectives "S"\nobjective a { coll$0ect x$0 }\n`, []);
  });
});
