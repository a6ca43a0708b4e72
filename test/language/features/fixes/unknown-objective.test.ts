// What can be done about an arrow or a step that leads nowhere.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the name that was meant, or a new objective behind the one that leads there", () => {
  const before = `
objectives "S"

// Opens.
objective greet {
  prompt "Greet." -> clos // last
} // greet

objective close { prompt "Bye." }
`;
  checkOffered("unknown-objective", before, ["Replace 'clos' by 'close'"]);
  checkFix("unknown-objective", "Replace 'clos' by 'close'", before, before.replace("clos //", "close //"));
});

test("a new objective is laid out as the formatter does, its prompt says what its name says", () => {
  checkFix(
    "unknown-objective",
    "Create the objective 'ask-for_theName'",
    `
objectives "S"

objective greet {
  prompt "Greet."
  -> ask-for_theName
} // greet

objective close { prompt "Bye." -> greet }
`,
    `
objectives "S"

objective greet {
  prompt "Greet."
  -> ask-for_theName
} // greet

objective ask-for_theName {
  prompt "Ask for the name."
}

objective close { prompt "Bye." -> greet }
`,
  );
});

test("at the end of a file without a last line break, with the file's line ends and indentation", () => {
  const before = 'objectives "S"\r\n  objective greet { prompt "Greet." -> "what\'s-up?" }';
  checkFix(
    "unknown-objective",
    "Create the objective 'what's-up?'",
    before,
    `${before}\r\n\r\n  objective "what's-up?" {\r\n    prompt "What s up."\r\n  }`,
  );
});

test("behind an objective that shares its line with another", () => {
  checkFix(
    "unknown-objective",
    "Create the objective 'close'",
    `objectives "S"\nobjective greet { prompt "Greet." -> end -> close } objective end { prompt "End." }\n`,
    `objectives "S"\nobjective greet { prompt "Greet." -> end -> close }\n\nobjective close {\n  prompt "Close."\n}\n objective end { prompt "End." }\n`,
  );
});

test("a name that says nothing in words", () => {
  checkFix(
    "unknown-objective",
    "Create the objective '___'",
    `objectives "S"\nobjective greet { prompt "Greet." -> ___ }\n`,
    `objectives "S"\nobjective greet { prompt "Greet." -> ___ }\n\nobjective ___ {\n  prompt "Say what the agent should achieve."\n}\n`,
  );
});

test("a step gets the name that was meant, and no objective to which nothing leads", () => {
  const before = `objectives "S"\nobjective greet { prompt "Greet." -> "end" }\nobjective "end" { prompt "Bye." }\nscenario "A" {\n  greet\n  ennd\n}\n`;
  checkOffered("unknown-objective", before, ["Replace 'ennd' by 'end'"]);
  checkFix("unknown-objective", "Replace 'ennd' by 'end'", before, before.replace("ennd", '"end"'));
});

test("no fix makes a circle, or an objective that the platform refuses", () => {
  checkOffered("unknown-objective", `objectives "S"\nobjective greet { prompt "p" -> gret }\n`, [
    "Create the objective 'gret'",
  ]);
  checkOffered("unknown-objective", `objectives "S"\nobjective a { prompt "p" -> "b c" }\n`, []);
});

test("in a fragment the objective stands in the fragment", () => {
  checkFix(
    "unknown-objective",
    "Create the objective 'thank'",
    `
objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." -> close }
// closing.objectives
objective close { prompt "Bye." -> thank }
`,
    `
objectives "S"
include "./closing.objectives"
objective greet { prompt "Greet." -> close }
// closing.objectives
objective close { prompt "Bye." -> thank }

objective thank {
  prompt "Thank."
}
`,
  );
});

test("an arrow to the end goes", () => {
  checkFix(
    "unknown-objective",
    "Remove this arrow",
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> end\n}\n`,
    `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
  );
});
