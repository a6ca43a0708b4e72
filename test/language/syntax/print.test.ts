// How names and values are written: quoted, escaped and broken into lines only where they must be.
import { describe, expect, test } from "vitest";
import {
  columnsOf,
  printName,
  printNames,
  printProse,
  printString,
} from "../../../server/src/language/syntax/print.ts";
import { reservedWords } from "../../../server/src/language/vocabulary.ts";

function checkName(name: string, printed: string) {
  expect(printName(name)).toBe(printed);
}

function checkString(value: string, printed: string) {
  expect(printString(value)).toBe(printed);
}

function checkProse(value: string) {
  return expect(`\n  ${printProse("prompt", value)}\n`);
}

describe("names", () => {
  test.each([
    "greet",
    "wrap_up",
    "a-b",
    "2nd_visit",
    "10",
    "naïve",
    "नमस्ते",
    "日本語",
    "_",
    "auto",
    "visual",
    "end",
  ])("%s is plain", (name) => checkName(name, name));

  test.each(["", " ", "a b", "a.b", "-a", "a-", "a--b", "a->b", "weird.name!", "a/b"])(
    "%j is quoted",
    (name) => {
      checkName(name, JSON.stringify(name));
    },
  );

  test("a mark cannot begin a name", () => checkName("\u0301a", `"\u0301a"`));

  test("reserved words are quoted", () => {
    for (const word of reservedWords) checkName(word, `"${word}"`);
  });
});

describe("strings", () => {
  test.each([
    [`say "hi"`, String.raw`"say \"hi\""`],
    ["back\\slash", String.raw`"back\\slash"`],
    ["a\nb\tc\rd", String.raw`"a\nb\tc\rd"`],
    ["costs $5, ${name}", String.raw`"costs $5, \${name}"`],
    ["$${a}", '"$\\${a}"'],
    ["\0\x1b\x7f\x85\x9f", String.raw`"\u{0}\u{1B}\u{7F}\u{85}\u{9F}"`],
    ["\u2028\u2029\ufeff", String.raw`"\u{2028}\u{2029}\u{FEFF}"`],
    [
      "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
      String.raw`"\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}"`,
    ],
    ["\ud800 \udfff", String.raw`"\u{D800} \u{DFFF}"`],
    ["\u{1f600} e\u0301 日本", `"\u{1f600} e\u0301 日本"`],
  ])("%j", checkString);
});

describe("prose", () => {
  const sentence = "Ask the patient whether they are new or returning, and read the answer back. ";

  test("what fits stays on one line, whatever is in it", () => {
    checkProse('First.\nSay "second".').toBe('\n  prompt "First.\\nSay \\"second\\"."\n');
  });

  test("exactly a hundred columns fit, in code points", () => {
    const fits = "\u{1f600} ".repeat(44) + "x";
    expect(columnsOf(`  prompt "${fits}"`)).toBe(100);
    checkProse(fits).toBe(`\n  prompt "${fits}"\n`);
    checkProse(`${fits}y`).toContain('"""');
  });

  test("what does not fit is folded, every end of a line as a blank line", () => {
    checkProse(`${sentence.repeat(2)}Then:\n- wait\n\n  - and "wait"`).toMatchInlineSnapshot(`
      "
        prompt """>
          Ask the patient whether they are new or returning, and read the answer back. Ask the patient
          whether they are new or returning, and read the answer back. Then:

          - wait


            - and "wait"
          """
      "
    `);
  });

  test("a line of text never closes the string", () => {
    checkProse(`"""${sentence.repeat(2)}"""`).toMatchInlineSnapshot(`
      "
        prompt """>
          \\"""Ask the patient whether they are new or returning, and read the answer back. Ask the patient
          whether they are new or returning, and read the answer back. \\"""
          """
      "
    `);
  });

  test("where folding would lose a blank, a block keeps the ends of lines", () => {
    checkProse(`${sentence}\n  ${sentence}\n"""`).toMatchInlineSnapshot(`
      "
        prompt """
          Ask the patient whether they are new or returning, and read the answer back.\\u{20}
            Ask the patient whether they are new or returning, and read the answer back.\\u{20}
          \\"""
          """
      "
    `);
  });

  test("where folding would lose a blank and there is no end of a line, one long line", () => {
    checkProse(sentence.repeat(2)).toBe(`\n  prompt "${sentence.repeat(2)}"\n`);
  });

  test("any blank at the end of a line would be lost, not only a space", () => {
    checkProse(`${sentence.repeat(2)}\u00a0`).toBe(`\n  prompt "${sentence.repeat(2)}\u00a0"\n`);
    checkProse(`${sentence.repeat(2)}x\u3000\ny`).toContain('x\\u{3000}\n    y\n    """');
  });

  test("a word is never broken", () => {
    checkProse("x".repeat(200)).toBe(`\n  prompt """>\n    ${"x".repeat(200)}\n    """\n`);
  });

  test("lines break at single spaces only", () => {
    checkProse(`${"double  spaced ".repeat(10)}.`).toMatchInlineSnapshot(`
      "
        prompt """>
          double  spaced double  spaced double  spaced double  spaced double  spaced double  spaced
          double  spaced double  spaced double  spaced double  spaced .
          """
      "
    `);
  });
});

test("names fill the lines", () => {
  const names = Array.from({ length: 24 }, (_, index) => `variable_${index}`);
  expect(`\n  ${printNames("collect", names)}\n`).toMatchInlineSnapshot(`
    "
      collect variable_0, variable_1, variable_2, variable_3, variable_4, variable_5, variable_6,
        variable_7, variable_8, variable_9, variable_10, variable_11, variable_12, variable_13,
        variable_14, variable_15, variable_16, variable_17, variable_18, variable_19, variable_20,
        variable_21, variable_22, variable_23
    "
  `);
});
