// What can be done about a second arrow to one objective.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

const rest = `\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`;

test("both conditions are one, or the arrow goes", () => {
  const before = `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b when "The caller is \\"new\\"."\n  -> c otherwise\n  -> b when "If \\u{41}da calls"\n}${rest}`;
  checkOffered("duplicate-edge", before, ["Put both conditions into one", "Remove this arrow"]);
  checkFix(
    "duplicate-edge",
    "Put both conditions into one",
    before,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b when "The caller is \\"new\\", or if \\u{41}da calls"\n  -> c otherwise\n}${rest}`,
  );
  checkFix(
    "duplicate-edge",
    "Remove this arrow",
    before,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> b when "The caller is \\"new\\"."\n  -> c otherwise\n}${rest}`,
  );
});

test("one that says the same goes", () => {
  const before = `objectives "S"\nobjective a { prompt "p" -> b -> b }\nobjective b { prompt "p" }\n`;
  checkOffered("duplicate-edge", before, ["Remove this arrow"]);
  checkFix("duplicate-edge", "Remove this arrow", before, before.replace(" -> b -> b", " -> b"));
});
