// An objective becomes a part of the only one that leads to it.
import { describe, test } from "vitest";
import { checkRefactor, checkRefused } from "../../../support/refactor.ts";

test("prompts are joined, variables and notes united, arrows taken over, and no comment is lost", () => {
  checkRefactor(
    "Inline 'b' into 'a'",
    `
objectives "S"

objective a {
  prompt "Ask."
  collect mood
  // goes on
  -> b // always
}

/// Doc of b.
objective $0b {
  // what b asks
  prompt "Tell."
  collect plan, mood
  meta owner "Ana"

  -> c when "1" // one
  // two
  -> d otherwise
}

objective c { prompt "C." }

objective d { prompt "D." }

scenario "Short" {
  a { mood = "well" } // first
  b { plan = "none" } // second
  c
  end
}
`,
    `
objectives "S"

objective a {
  prompt "Ask. Tell."
  collect mood, plan
  meta owner "Ana"

  // goes on
  // Doc of b.
  // what b asks
  -> c when "1" // one
  // two
  -> d otherwise // always
}

objective c { prompt "C." }

objective d { prompt "D." }

scenario "Short" {
  a { mood = "well" plan = "none" } // first
  // second
  c
  end
}
`,
  );
});

test("from the arrow, too; lines stay lines", () => {
  checkRefactor(
    "Inline 'b' into 'a'",
    `
objectives "S"

objective a {
  prompt "Ask."
  -> $0b
}

objective b {
  prompt """
    One \${x}.
    Two.
    """
}

param x = "1"
`,
    `
objectives "S"

objective a {
  prompt """
    Ask.
    One \${x}.
    Two.
    """
}

param x = "1"
`,
  );
});

test("out of a fragment into the set, with CRLF and on one line", () => {
  checkRefactor(
    "Inline 'b' into 'a'",
    `
objectives "S"
include "./part.objectives"
objective a { prompt "Ask 😀." -> b }
// part.objectives
objective $0b { prompt "Tell." collect mood -> c }\r
\r
objective c { prompt "Bye." }\r
`,
    `
objectives "S"
include "./part.objectives"
objective a { prompt "Ask 😀. Tell." collect mood -> c }
// part.objectives
objective c { prompt "Bye." }\r
`,
  );
});

describe("what is refused", () => {
  const refused = (objectives: string, reason: string, title = "Inline 'b' into 'a'"): void => {
    checkRefused(title, `objectives "S"\n${objectives}`, reason);
  };

  test("the start", () => {
    refused(
      `objective $0a { prompt "A." }`,
      "Nothing leads to 'a', so there is nothing that it could become a part of.",
      "Inline 'a'",
    );
  });

  test("several ways in, in whichever set they are", () => {
    checkRefused(
      "Inline 'b'",
      `
objectives "S"
include "./part.objectives"
objective a { prompt "A." -> $0b }
// part.objectives
objective b { prompt "B." }
// other.objectives
objectives "T"
include "./part.objectives"
objective x { prompt "X." -> b }
`,
      "Several arrows lead to 'b': it would have to be in several places.",
    );
  });

  test("a fragment that other sets include without it", () => {
    checkRefused(
      "Inline 'b' into 'a'",
      `
objectives "S"
include "./part.objectives"
objective a { prompt "A." -> $0b }
// part.objectives
objective b { prompt "B." }
// other.objectives
objectives "T"
include "./part.objectives"
`,
      "The files of 'a' and 'b' are not in the same sets.",
    );
  });

  test("a condition, or another arrow beside it", () => {
    refused(
      `objective a { prompt "A." -> $0b when "x" }\nobjective b { prompt "B." }`,
      "'b' comes only under a condition, and 'a' always.",
      "Inline 'b'",
    );
    refused(
      `objective a { prompt "A." -> $0b -> c }\nobjective b { prompt "B." }\nobjective c { prompt "C." }`,
      "'a' leads to other objectives, too.",
      "Inline 'b'",
    );
  });

  test("a circle", () => {
    refused(
      `objective a { prompt "A." -> $0b }\nobjective b { prompt "B." -> a }`,
      "'b' leads back to 'a': it would lead to itself.",
    );
  });

  test("what the two say differently, defaults included", () => {
    refused(
      `objective a { prompt "A." confirm manual -> $0b }\nobjective b { prompt "B." }`,
      "The two differ: 'a' has 'confirm manual', 'b' has 'confirm auto'.",
    );
    refused(
      `objective a { prompt "A." meta x "1" -> $0b }\nobjective b { prompt "B." meta x "2" }`,
      "The two differ in 'meta x'.",
    );
  });

  test("what a scenario could not follow", () => {
    const pair = `objective a { prompt "A." collect x -> $0b }\nobjective b { prompt "B." collect x }\n`;
    refused(`${pair}scenario "Half" { b }`, "The scenario 'Half' has 'b' without 'a'.");
    refused(
      `${pair}scenario "Twice" { a { x = "1" } b { x = "2" } }`,
      "The scenario 'Twice' gives a variable in both steps.",
    );
  });

  test("what is said twice, what silences a finding, and mistakes in the one that stays", () => {
    refused(
      `objective a { prompt "A." -> $0b }\nobjective b { prompt "B." prompt "C." }`,
      "'b' says something twice, or something that has no meaning: mend that first.",
    );
    refused(
      `objective a { prompt "A." -> $0b }\nobjective b {\n  // objectives-disable-next-line long-prompt\n  prompt "B."\n}`,
      "A comment silences a finding in 'b': it would silence another one.",
    );
    refused(
      `objective a { prompt "A" " -> b }\nobjective $0b { prompt "B." }`,
      "Nothing leads to 'b', so there is nothing that it could become a part of.",
      "Inline 'b'",
    );
  });
});
