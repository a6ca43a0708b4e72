// What can be done about arrows that lead back.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the arrow that closes it goes, or another one of the circle", () => {
  const before = `
objectives "S"

objective greet { prompt "p" -> ask }

objective ask {
  prompt "p"

  -> check when "Done"
  -> close otherwise
}

objective check {
  prompt "p"
  -> ask
}

objective close { prompt "p" }
`;
  checkOffered("cycle", before, ["Remove '-> ask' from 'check'"]);
  checkFix("cycle", "Remove '-> ask' from 'check'", before, before.replace("  -> ask\n}", "}"));
});

test("two arrows between the same objectives go together", () => {
  checkFix(
    "cycle",
    "Remove '-> a' from 'a'",
    `objectives "S"\nobjective a { prompt "p" -> a when "A" -> b -> a otherwise }\nobjective b { prompt "p" }\n`,
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" }\n`,
  );
});

test("a catch-all that would stand alone is plain then", () => {
  checkFix(
    "cycle",
    "Remove '-> a' from 'b'",
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" -> a when "A" -> c otherwise }\nobjective c { prompt "p" }\n`,
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" }\n`,
  );
});

test("no arrow goes without which there would be another start", () => {
  checkOffered(
    "cycle",
    `objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "p" -> c }\nobjective c { prompt "p" -> b }\n`,
    ["Remove '-> b' from 'c'"],
  );
});
