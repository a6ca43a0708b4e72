// What can be done about a prompt that chooses a way.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

const rest = `\nobjective offer { prompt "p" -> c }\nobjective c { prompt "p" -> wrap_up }\nobjective wrap_up { prompt "p" }\n`;
const objective = (prompt: string, ...arrows: readonly string[]): string =>
  `objectives "S"\nobjective a {\n  prompt ${prompt}\n${arrows.map((arrow) => (arrow === "" ? "\n" : `  ${arrow}\n`)).join("")}}${rest}`;

test("the only way is for everybody else then", () => {
  checkFix(
    "branching-in-prompt",
    `Add '-> wrap_up when "The caller is busy"', and remove this sentence`,
    objective(
      '"Ask. If the caller is busy, please move on to the wrap-up step. Be brief."',
      "-> offer // next",
    ),
    objective('"Ask. Be brief."', "", '-> wrap_up when "The caller is busy"', "-> offer otherwise // next"),
  );
});

test("before the catch-all and its comments, else behind the conditions", () => {
  const title = `Add '-> wrap_up when "The caller is busy"', and remove this sentence`;
  checkFix(
    "branching-in-prompt",
    title,
    objective(
      '"If the caller is busy, go to wrap_up. Ask."',
      '-> offer when "O"',
      "// Else.",
      "-> c otherwise",
    ),
    objective(
      '"Ask."',
      '-> offer when "O"',
      '-> wrap_up when "The caller is busy"',
      "// Else.",
      "-> c otherwise",
    ),
  );
  checkFix(
    "branching-in-prompt",
    title,
    objective('"Ask. If the caller is busy -> wrap_up"', '-> offer when "O"', '-> c when "C"'),
    objective('"Ask."', '-> offer when "O"', '-> c when "C"', '-> wrap_up when "The caller is busy"'),
  );
});

test("nothing else of a folded string or a block changes", () => {
  const title = `Add '-> wrap_up when "Unless they agree to \\"it\\" in \${city}"', and remove this sentence`;
  checkFix(
    "branching-in-prompt",
    title,
    `param city = "Rome"\n` +
      objective(
        '""">\n    Ask  now.  Unless they agree\n      to "it" in \${city}, then go to wrap up. Be\n    brief.\n    """',
        "-> offer",
      ),
    `param city = "Rome"\n` +
      objective(
        '""">\n    Ask  now. Be\n    brief.\n    """',
        "",
        `-> wrap_up when "Unless they agree to \\"it\\" in \${city}"`,
        "-> offer otherwise",
      ),
  );
  checkFix(
    "branching-in-prompt",
    `Add '-> wrap_up when "They agree"', and remove this sentence`,
    objective('"""\n    Ask.\n\n    - If they agree, go to wrap_up.\n    """', "-> offer"),
    objective('"""\n    Ask.\n    """', "", '-> wrap_up when "They agree"', "-> offer otherwise"),
  );
});

test("what leads there already gets the condition, or says enough", () => {
  checkFix(
    "branching-in-prompt",
    `Write '-> offer when "They agree"', and remove this sentence`,
    objective('"Ask. If they agree, go to offer."', "-> offer"),
    objective('"Ask."', '-> offer when "They agree"'),
  );
  checkFix(
    "branching-in-prompt",
    "Leave it to the arrow that leads there, and remove this sentence",
    objective('"Ask. If they agree, go to offer."', '-> offer when "Agreed"', "-> wrap_up otherwise"),
    objective('"Ask."', '-> offer when "Agreed"', "-> wrap_up otherwise"),
  );
});

test("a sentence without a condition or an objective of its own stays", () => {
  const silence = ["Silence 'branching-in-prompt' here"];
  checkOffered("branching-in-prompt", objective('"Ask. If not, go to wrap_up."', "-> offer"), silence);
  checkOffered("branching-in-prompt", objective('"Ask. If they agree, end the call."', "-> offer"), silence);
  checkOffered(
    "branching-in-prompt",
    objective('"Ask. If \\u{74}hey agree, go to wrap_up."', "-> offer"),
    silence,
  );
});

test("the rest of the cases is the catch-all", () => {
  checkFix(
    "branching-in-prompt",
    "Add '-> wrap_up otherwise', and remove this sentence",
    objective('"Ask. Otherwise, go to wrap_up."', '-> offer when "O"'),
    objective('"Ask."', "", '-> offer when "O"', "-> wrap_up otherwise"),
  );
});
