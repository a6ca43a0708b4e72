// Names and findings across the files of a set.
import { describe, expect, test } from "vitest";
import { checkFindings, findingsOf } from "../../support/findings.ts";

describe("across files", () => {
  test("arrows, steps and params find their names, both ways", () => {
    checkFindings(`
objectives "S"
include "./closing.objectives"
param company = "Acme"
objective greet { prompt "Greet." -> close }
scenario "whole" {
  greet
  close
  greet_again
  end
}
// closing.objectives
objective close {
  prompt "Thank them for calling \${company}."
  -> greet_again
}
objective greet_again { prompt "Greet again." }
`);
  });

  test("a finding stands in the file that has it, and points into others", () => {
    checkFindings(`
objectives "S"
include "./closing.objectives"
param company = "Acme"
objective greet { prompt "Greet." -> close }
// closing.objectives
param company = "Apex"
#     ^^^^^^^ duplicate-param
objective close {
  prompt "Thank them for calling \${company}."
  -> gone
#    ^^^^ unknown-objective
}
objective greet { prompt "Greet." }
#         ^^^^^ duplicate-objective
`);
  });

  test("the related place is in its own file", () => {
    const [finding] = findingsOf(`objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." }
// closing.objectives
objective greet { prompt "Greet." }
`);
    expect([finding?.file, finding?.related.map(({ file }) => file)]).toEqual([
      "/set/closing.objectives",
      ["/set/main.objectives"],
    ]);
  });

  test("a circle over files is told once", () => {
    checkFindings(`
objectives "S"
include "./closing.objectives"
objective begin { prompt "Begin." -> greet }
objective greet { prompt "Greet." -> close }
// closing.objectives
objective close { prompt "Close." -> greet }
#                                    ^^^^^ cycle
`);
  });

  test("each file has its own defaults, once", () => {
    checkFindings(`
objectives "S"
include "./closing.objectives"
defaults { modality verbal }
objective greet { prompt "Greet." -> close }
// closing.objectives
defaults { modality verbal }
defaults { modality verbal }
#^^^^^^^ duplicate-defaults
objective close { prompt "Close." }
`);
  });

  test("a comment silences a finding in its own file", () => {
    checkFindings(`
objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." -> close }
// closing.objectives
// objectives-disable-next-line unknown-objective
objective close { prompt "Close." -> gone }
`);
  });
});

describe("one finding per cause", () => {
  test("while a file is missing, what it may declare is not missed", () => {
    checkFindings(`
objectives "S"
include "./gone.objectives"
#       ^^^^^^^^^^^^^^^^^^^ include-missing
param unused = "x"
objective greet { prompt "Greet \${whom}." -> close }
objective other { prompt "Other." }
scenario "s" {
  close
}
`);
  });

  test("a fragment by itself is checked for what is wrong in every set", () => {
    checkFindings(`
param company
objective close {
  prompt "Thank them, \${them}."
  -> gone
}
objective close { prompt "" }
#         ^^^^^ duplicate-objective
#                        ^^ empty-text
`);
  });
});
