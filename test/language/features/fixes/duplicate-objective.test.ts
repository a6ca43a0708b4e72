// What can be done about a name that two objectives have.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the second one gets another name, and an arrow from an end of the conversation", () => {
  const before = `
objectives "S"

objective greet { prompt "Greet." -> ask }

objective ask { prompt "Ask." }

objective greet { prompt "Say hello again." }
`;
  checkOffered("duplicate-objective", before, ["Rename this one to 'greet_2'. Add '-> greet_2' to 'ask'"]);
  checkFix(
    "duplicate-objective",
    "Rename this one to 'greet_2'. Add '-> greet_2' to 'ask'",
    before,
    `
objectives "S"

objective greet { prompt "Greet." -> ask }

objective ask { prompt "Ask." -> greet_2 }

objective greet_2 { prompt "Say hello again." }
`,
  );
});

test("a number that is free, and an arrow to it on the way to where it leads", () => {
  checkFix(
    "duplicate-objective",
    "Rename this one to 'ask_3'. Replace '-> close' by '-> ask_3' in 'ask_2'",
    `objectives "S"\nobjective ask { prompt "a" -> ask_2 }\nobjective ask_2 { prompt "b" -> close }\nobjective close { prompt "c" }\nobjective ask { prompt "d" -> close }\n`,
    `objectives "S"\nobjective ask { prompt "a" -> ask_2 }\nobjective ask_2 { prompt "b" -> ask_3 }\nobjective close { prompt "c" }\nobjective ask_3 { prompt "d" -> close }\n`,
  );
});

test("one that says the same goes, with its line and a blank line", () => {
  const title = "Remove this one, which says the same";
  const before = `objectives "S"\n\nobjective a { prompt "p" }\n\n// Again.\nobjective a { prompt "p" }\n`;
  checkOffered("duplicate-objective", before, [title, "Rename this one to 'a_2'. Add '-> a_2' to 'a'"]);
  checkFix(
    "duplicate-objective",
    title,
    before,
    `objectives "S"\n\nobjective a { prompt "p" }\n\n// Again.\n`,
  );
});

test("in a fragment by itself a name is enough", () => {
  checkFix(
    "duplicate-objective",
    "Rename this one to 'a_2'",
    `objective a { prompt "p" }\nobjective a { prompt "q" }\n`,
    `objective a { prompt "p" }\nobjective a_2 { prompt "q" }\n`,
  );
});
