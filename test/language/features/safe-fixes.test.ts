// What is mended unseen: never anything that might have been meant in another way.
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { afterSafeFixes } from "../../../server/src/language/features/safe-fixes.ts";
import { textOf } from "../../../server/src/language/model/source.ts";
import { modelOf } from "../../support/fixture.ts";

/** The text after all that needs no thinking. */
function mended(text: string): string {
  const [{ model }] = afterSafeFixes([check(modelOf(text))], () => true);
  return model.files.map(({ source }) => textOf(source)).join("");
}

const set = (lines: string): string => `objectives "S"\nobjective a {\n  ${lines}\n}\n`;

test.each([
  ["names in several words", set('prompt "p"\n  collect first name, last name')],
  ["names that lack a comma, one of them twice", set('prompt "p"\n  collect a_1, b_1 a_1')],
  ["a param that lacks its brace", `${set('prompt "${who}, ${who ${}"')}param who = "x"\n`],
  ["a param in a param", 'objectives "S"\nparam who = "x"\nparam all = "${who}"\n'],
  ["a string over lines", set('prompt "Ask for the name.\n    Be brief."')],
  ["a text as in YAML", set("prompt >\n    Ask for it.")],
  ["prose that may hold a property", set("prompt Ask for it collect age")],
  ["an open string above what may belong to it", set('prompt "Ask for the name.\n    Be brief.')],
  ["an open string with what may be a property", set('prompt "Ask collect name\n  confirm auto')],
])("%s stays as it is", (_, text) => {
  expect(mended(text)).toBe(text);
});

/** An objective that leads to another, as far as it is right. */
const leading = (lines: string): string => `${set(lines)}objective b { prompt "B" }\n`;

describe("what would cost a comment, or put it to something else, is left to somebody", () => {
  test.each([
    ["a second list", leading('prompt "p"\n  collect name // c1\n  collect age // never drop this\n  -> b')],
    ["a prompt said twice", leading('prompt "Ask." // one\n  prompt "Ask." // two\n  -> b')],
    ["an arrow that is there twice", leading('prompt "p"\n  -> b\n  -> b // note')],
    [
      "a variable that is there twice",
      leading('prompt "p"\n  collect x, // one\n    y, // two\n    x // three\n  -> b'),
    ],
    [
      "a copy with a comment behind it",
      `${leading('prompt "p"\n  -> b')}objective b { prompt "B" } // and this\n`,
    ],
    ["a copy with a comment of another language", leading('prompt "Ask."\n  prompt "Ask." /* two */ -> b')],
    [
      "second defaults with a doc comment",
      `objectives "S"\ndefaults { confirm manual }\n/// second\ndefaults { modality visual }\n${set('prompt "p"').replace(/^.*\n/, "")}`,
    ],
    [
      "a copy with a doc comment",
      `${leading('prompt "p"\n  -> b')}/// the copy\nobjective b { prompt "B" }\nobjective c { prompt "C" }\n`,
    ],
    [
      "an arrow below a comment that silences",
      leading('prompt "p"\n  -> b\n  // objectives-disable-next-line cycle -- so\n  -> b'),
    ],
  ])("%s", (_, text) => {
    const fixed = mended(text);
    for (const comment of text.match(/\/\/\/? .*|\/\*.*\*\//g) ?? [])
      if (!comment.includes("disable")) expect(fixed).toContain(comment.replaceAll(/\/\*|\*\//g, "").trim());
    expect(fixed.replaceAll(/\s*\/[/*].*/g, "")).toBe(text.replaceAll(/\s*\/[/*].*/g, ""));
  });

  test("a variable that is there twice goes without the comments before it", () => {
    expect(mended(leading('prompt "p"\n  collect x, // one\n    y, // two\n    x\n  -> b'))).toBe(
      leading('prompt "p"\n  collect x, // one\n    y // two\n  -> b'),
    );
    expect(mended(leading('prompt "p"\n  collect x, // one\n    x, y\n  -> b'))).toBe(
      leading('prompt "p"\n  collect x, // one\n    y\n  -> b'),
    );
  });

  test("comments that stand inside stay inside when a brace is missing", () => {
    const lines = '  prompt "p"\n  -> b\n  // in a\n  /// in a, too\n';
    const rest = 'objective b { prompt "B" }\n';
    expect(mended(`objectives "S"\nobjective a {\n${lines}${rest}`)).toBe(
      `objectives "S"\nobjective a {\n${lines}}\n${rest}`,
    );
  });
});
