// A text in another form: what it says stays the same.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printString } from "../../../../server/src/language/syntax/print.ts";
import { anyProse, LAW } from "../../../support/generators.ts";
import {
  askedOf,
  checkOffered,
  checkRefactor,
  checkRefused,
  done,
  fixtureAfter,
  refactoringsIn,
  titleOf,
} from "../../../support/refactor.ts";

const LINE = "Write this text on one line";
const BLOCK = "Write this text as a block";
const FOLDED = "Write this text as a folded block";

const set = (text: string): string => `
objectives "S"

objective a {
  prompt ${text}
  -> b when "x"
}

objective b { prompt "B." }
`;

test("from one line into a block and back, escapes as the form needs them", () => {
  const line = set('"$0A \\"b\\" \\\\ \\${c}.\\n\\n  D."');
  const block = set('"""\n    A "b" \\\\ \\${c}.\n\n      D.\n    """');
  checkRefactor(BLOCK, line, block.replace("$0", ""));
  checkRefactor(LINE, block.replace('"""', '"""$0'), line.replace("$0", ""));
});

test("folded it is filled, and its line ends become blank lines", () => {
  const words = "Ask for the name, and spell it back to the caller. ".repeat(3).trim();
  checkRefactor(
    FOLDED,
    set(`"$0${words}\\nThank them."`),
    set(`""">
    Ask for the name, and spell it back to the caller. Ask for the name, and spell it back to the
    caller. Ask for the name, and spell it back to the caller.

    Thank them.
    """`),
  );
  checkRefused(FOLDED, set('"$0A \\nB"'), "Blanks at the end of a line would be lost in a folded block.");
});

test("a condition, a header, a callback of defaults and a value of a step, in their places", () => {
  checkRefactor(
    BLOCK,
    'objectives "$0S"\r\ndefaults { callback "https://x.y" }\r\n',
    'objectives """\r\n  S\r\n  """\r\ndefaults { callback "https://x.y" }\r\n',
  );
  checkRefactor(
    BLOCK,
    'objectives "S"\n\tobjective a {\n\t\t-> b when "$0😀"\n\t}\n',
    'objectives "S"\n\tobjective a {\n\t\t-> b when """\n\t\t  😀\n\t\t  """\n\t}\n',
  );
  checkRefactor(
    LINE,
    'objectives "S"\nscenario "s" {\n  a {\n    x = """\n      $01\n      """\n  }\n}',
    'objectives "S"\nscenario "s" {\n  a {\n    x = "1"\n  }\n}',
  );
});

test("a one-line objective that was laid out gets its lines", () => {
  checkRefactor(
    BLOCK,
    `objectives "S"\n\nobjective a { prompt "$0Ask." -> b }`,
    `objectives "S"\n\nobjective a {\n  prompt """\n    Ask.\n    """\n  -> b\n}`,
  );
});

test("what may have one line only, and what is not closed, is left alone", () => {
  checkOffered('objectives "S"\nparam x = "$01"', []);
  checkOffered('objectives "S"\nobjective a { meta x "$01" }', []);
  checkOffered('objectives "S"\nobjective a { prompt "$0Ask', []);
});

describe("laws", () => {
  test("into every form and back it is the string that it was", () => {
    const property = fc.property(anyProse, (value) => {
      const line = `objectives "S"\n\nobjective a {\n  prompt ${printString(value)}\n}\n`;
      for (const title of [BLOCK, FOLDED]) {
        const wrapped = after(line, title);
        if (wrapped !== undefined) expect(after(wrapped, LINE)).toBe(line);
      }
    });
    fc.assert(property, LAW);
  });

  const after = (fixture: string, title: string): string | undefined => {
    const asked = askedOf(fixture.replace("prompt ", "prompt $0"));
    const found = refactoringsIn(asked).find((it) => titleOf(it) === title);
    return found && "draft" in found ? fixtureAfter(asked, done(asked, found.draft())) : undefined;
  };
});
