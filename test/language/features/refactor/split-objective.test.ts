// An objective becomes two.
import { expect, test } from "vitest";
import {
  checkOffered,
  checkRefactor,
  checkRefused,
  askedOf,
  refactoringsIn,
  titleOf,
} from "../../../support/refactor.ts";

test("at a place in its prompt: the second takes over what comes behind, and the arrows", () => {
  checkRefactor(
    "Split 'a' here",
    `
objectives "S"

objective a {
  prompt "Ask for the mood. $0Then ask for the plan."
  collect mood, plan
  confirm manual
  -> b when "Well"
}

objective b { prompt "Bye." }
`,
    `
objectives "S"

objective a {
  prompt "Ask for the mood."
  collect mood
  confirm manual
  -> ask_plan
}

objective ask_plan {
  prompt "Then ask for the plan."
  collect plan
  confirm manual
  -> b when "Well"
}

objective b { prompt "Bye." }
`,
  );
});

test("a word goes as a whole, and so does a line of a folded block", () => {
  checkRefactor(
    "Split 'a' here",
    `objectives "S"\nobjective a { prompt "Greet them. List$0en." }\n`,
    `objectives "S"\nobjective a { prompt "Greet them." -> listen }\n\nobjective listen {\n  prompt "Listen."\n}\n`,
  );
  checkRefactor(
    "Split 'a' here",
    `
objectives "S"

objective a {
  prompt """>
    One paragraph.

    $0Another
    one.
    """
}
`,
    `
objectives "S"

objective a {
  prompt """>
    One paragraph.
    """
  -> another_one
}

objective another_one {
  prompt "Another one."
}
`,
  );
});

test("between two of its variables: the second asks for those behind, and scenarios give them there", () => {
  checkRefactor(
    "Split 'a' here",
    `
objectives "S"

objective a {
  prompt "Ask for everything."
  collect mood, $0plan, date_of_birth
  -> b
}

objective b { prompt "Bye." }

scenario "All" {
  a { mood = "well" plan = "none" }
  b
}
`,
    `
objectives "S"

objective a {
  prompt "Ask for everything."
  collect mood
  -> ask_plan
}

objective ask_plan {
  prompt "Ask for plan and date of birth."
  collect plan, date_of_birth
  -> b
}

objective b { prompt "Bye." }

scenario "All" {
  a { mood = "well" }
  ask_plan { plan = "none" }
  b
}
`,
  );
});

test("at the start or the end of a prompt or of the variables there is nothing to split", () => {
  for (const line of [
    'prompt "$0Ask."',
    'prompt "Ask. Listen.$0"',
    "collect $0a, b",
    "collect a, b$0",
    "collect $0a",
  ])
    expect(refactoringsIn(askedOf(`objectives "S"\nobjective x { ${line} }`)).map(titleOf)).not.toContain(
      "Split 'x' here",
    );
});

test("variables with comments among them are left to whoever wrote these", () => {
  checkRefused(
    "Split 'a' here",
    `objectives "S"\nobjective a {\n  prompt "p"\n  collect one, // first\n    $0two\n}\n`,
    "A comment stands among the variables, and could belong to either half.",
  );
});

test("in text that cannot be read nothing is split", () => {
  checkOffered(`objectives "S"\nobjective a { prompt "Ask. $0Listen."\nobjective b {`, []);
  checkOffered(`objectives "S"\nobjective a { collect one, $0two -> }`, []);
});
