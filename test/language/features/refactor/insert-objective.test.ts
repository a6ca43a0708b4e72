// A new objective on an arrow.
import { test } from "vitest";
import { checkOffered, checkRefactor } from "../../../support/refactor.ts";

test("the arrow leads to the new one, with its condition, and that leads on; scenarios that come this way pass it", () => {
  checkRefactor(
    "Insert an objective before 'b'",
    `
objectives "S"

objective a {
  prompt "Ask."

  -> $0b when "Well" // first
  -> c otherwise
}

objective b { prompt "Bye." }

objective c { prompt "Hm." -> b }

scenario "Straight" {
  a // starts
  b
  end
}

scenario "Around" { a c b }
`,
    `
objectives "S"

objective a {
  prompt "Ask."

  -> before_b when "Well" // first
  -> c otherwise
}

objective before_b {
  prompt "Say what the agent should achieve."
  -> b
}

objective b { prompt "Bye." }

objective c { prompt "Hm." -> b }

scenario "Straight" {
  a // starts
  before_b
  b
  end
}

scenario "Around" { a c b }
`,
  );
});

test("into another file the new one stays with the arrow", () => {
  checkRefactor(
    "Insert an objective before 'the end'",
    `objectives "S"\r
include "./part.objectives"\r
objective a { prompt "Ask." ->$0"the end" }\r
// part.objectives
objective "the end" { prompt "Bye." }
`,
    `objectives "S"\r
include "./part.objectives"\r
objective a { prompt "Ask." ->before_the_end }\r
\r
objective before_the_end {\r
  prompt "Say what the agent should achieve."\r
  -> "the end"\r
}\r
// part.objectives
objective "the end" { prompt "Bye." }
`,
  );
});

test("on an arrow that leads nowhere nothing can be inserted", () => {
  checkOffered(`objectives "S"\nobjective a { prompt "Ask." -> $0 }`, []);
  checkOffered(`objectives "S"\nobjective a { prompt "Ask." -> no$0body when "x" }`, []);
});
