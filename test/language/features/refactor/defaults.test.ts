// A value moves to the defaults of its file, and back into the objectives.
import { describe, test } from "vitest";
import { checkOffered, checkRefactor, checkRefused } from "../../../support/refactor.ts";

describe("to the defaults", () => {
  const TITLE = "Make 'confirm manual' the default of this file";

  test("what all say alike is said once, in a new block above the first objective, with the comments at it", () => {
    checkRefactor(
      TITLE,
      `
objectives "S"

// The first.
objective a {
  prompt "A."
  confirm $0manual // by hand
  -> b
}

objective b {
  prompt "B."
  // The client
  // asks.
  confirm manual
}
`,
      `
objectives "S"

defaults {
  // by hand
  // The client
  // asks.
  confirm manual
}

// The first.
objective a {
  prompt "A."
  -> b
}

objective b {
  prompt "B."
}
`,
    );
  });

  test("into the block that is there, in the usual order; who says otherwise goes on to", () => {
    checkRefactor(
      TITLE,
      `
objectives "S"

defaults {
  modality visual
  callback "https://example.com"
}

objective a { prompt "A." confirm $0manual -> b }

objective b { prompt "B." confirm auto }
`,
      `
objectives "S"

defaults {
  modality visual
  confirm manual
  callback "https://example.com"
}

objective a { prompt "A." -> b }

objective b { prompt "B." confirm auto }
`,
    );
  });

  test("in place of a default that nobody takes, and of one that says the same", () => {
    const set = (said: string, own: string): string => `
objectives "S"

defaults { confirm ${said} }

objective a { prompt "A."${own} -> b }

objective b { prompt "B." confirm auto }
`;
    checkRefactor(TITLE, set("auto", " confirm $0manual"), set("manual", ""));
    checkRefactor(TITLE, set("manual", " confirm $0manual"), set("manual", ""));
  });

  test("a callback with params goes as it is written, in a fragment to the fragment's own defaults", () => {
    checkRefactor(
      "Make 'callback \"https://x.y/\${p}\"' the default of this file",
      `
objectives "S"
include "./part.objectives"
param p = "1"
objective a { prompt "A." -> b }
// part.objectives
objective b {\r
  prompt "B."\r
  callback $0"https://x.y/\${p}"\r
}\r
`,
      `
objectives "S"
include "./part.objectives"
param p = "1"
objective a { prompt "A." -> b }
// part.objectives
defaults {\r
  callback "https://x.y/\${p}"\r
}\r
\r
objective b {\r
  prompt "B."\r
}\r
`,
    );
  });

  test("not where somebody who says nothing would change, in this file or in a fragment", () => {
    const reason = "'b' says nothing of it, and would change.";
    checkRefused(
      TITLE,
      `objectives "S"\nobjective a { prompt "A." confirm $0manual -> b }\nobjective b { prompt "B." }`,
      reason,
    );
    checkRefused(
      TITLE,
      `
objectives "S"
include "./part.objectives"
objective a { prompt "A." confirm $0manual -> b }
// part.objectives
objective b { prompt "B." }
`,
      reason,
    );
  });

  test("not where the value is said twice, or cannot be read", () => {
    checkRefused(
      TITLE,
      `objectives "S"\nobjective a { prompt "A." confirm $0manual confirm auto }`,
      "'a' has mistakes: mend them first.",
    );
    checkRefused(
      TITLE,
      `objectives "S"\ndefaults { confirm auto confirm auto }\nobjective a { prompt "A." confirm $0manual }`,
      "The defaults of this file have mistakes: mend them first.",
    );
    checkOffered(`objectives "S"\nobjective a { prompt "A." confirm $0 }`, []);
  });
});

describe("into the objectives", () => {
  const TITLE = "Write 'confirm manual' into the objectives";

  test("those say it that took it from there, in the usual place, those of fragments too", () => {
    checkRefactor(
      TITLE,
      `
objectives "S"
include "./part.objectives"

defaults {
  // by hand
  confirm $0manual // really
}

objective a { prompt "A." collect x -> b }
// part.objectives
objective b {
  prompt "B."
  -> c
}

objective c { prompt "C." confirm auto }
`,
      `
objectives "S"
include "./part.objectives"

defaults {
  // by hand
  // really
}

objective a { prompt "A." collect x confirm manual -> b }
// part.objectives
objective b {
  prompt "B."
  confirm manual
  -> c
}

objective c { prompt "C." confirm auto }
`,
    );
  });

  test("a block that says nothing more goes", () => {
    checkRefactor(
      TITLE,
      `objectives "S"\n\ndefaults { confirm $0manual }\n\nobjective a { prompt "A." }\n`,
      `objectives "S"\n\nobjective a { prompt "A." confirm manual }\n`,
    );
  });

  test("not into a fragment that another set shares, which has no such default", () => {
    checkRefused(
      TITLE,
      `
objectives "S"
include "./part.objectives"
defaults { confirm $0manual }
objective a { prompt "A." -> b }
// part.objectives
objective b { prompt "B." }
// other.objectives
objectives "T"
include "./part.objectives"
objective x { prompt "X." -> b }
`,
      "'b' has another value in another set.",
    );
  });

  test("not beside mistakes", () => {
    checkRefused(
      TITLE,
      `objectives "S"\ndefaults { confirm $0manual }\ndefaults { confirm auto }\nobjective a { prompt "A." }`,
      "The defaults of this file have mistakes: mend them first.",
    );
    checkRefused(
      TITLE,
      `objectives "S"\ndefaults { confirm $0manual }\nobjective a { prompt "A." -> }`,
      "'a' has mistakes: mend them first.",
    );
  });
});
