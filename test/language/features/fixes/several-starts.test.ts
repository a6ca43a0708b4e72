// What can be done about an objective that nothing leads to.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("an arrow from an end, the nearest above it first", () => {
  const before = `
objectives "S"
objective a { prompt "p" -> b when "B" -> c otherwise }
objective b { prompt "p" }
objective c {
  prompt "p" // c
}
objective lost { prompt "p" }
objective d { prompt "p" }
`;
  checkOffered("several-starts", before, [
    "Add '-> lost' to 'c'",
    "Add '-> lost' to 'b'",
    "Add '-> a' to 'lost'",
  ]);
  checkFix("several-starts", "Add '-> lost' to 'c'", before, before.replace("// c\n", "// c\n  -> lost\n"));
});

test("on the way to where it leads", () => {
  checkFix(
    "several-starts",
    "Replace '-> c' by '-> lost' in 'b'",
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" -> c when "C" }\nobjective lost { prompt "p" -> c }\nobjective c { prompt "p" }\n`,
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" -> lost when "C" }\nobjective lost { prompt "p" -> c }\nobjective c { prompt "p" }\n`,
  );
});

test("what stands above the start leads to it", () => {
  const before = `objectives "S"\nobjective hello { prompt "p" }\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" }\n`;
  checkOffered("several-starts", before, ["Add '-> a' to 'hello'", "Add '-> hello' to 'b'"]);
});

test("into an empty objective, and into a fragment", () => {
  checkFix(
    "several-starts",
    "Add '-> lost' to 'b'",
    `
objectives "S"
include "./part.objectives"
objective a { prompt "p" -> b }
objective lost { prompt "p" }
// part.objectives
objective b {
  modality visual
  prompt """
    p
    """
}
`,
    `
objectives "S"
include "./part.objectives"
objective a { prompt "p" -> b }
objective lost { prompt "p" }
// part.objectives
objective b {
  modality visual
  prompt """
    p
    """
  -> lost
}
`,
  );
});
