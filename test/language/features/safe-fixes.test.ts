// What is mended unseen: never anything that might have been meant in another way.
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { fixesFor } from "../../../server/src/language/features/fixes.ts";
import { afterSafeFixes } from "../../../server/src/language/features/safe-fixes.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { modelOf } from "../../support/fixture.ts";

/** The text after all that needs no thinking. */
function mended(text: string): string {
  const [{ model }] = afterSafeFixes([check(modelOf(text))], () => true);
  return model.files.map(({ source }) => source.text).join("");
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

describe("marks around a text are none of it", () => {
  test.each([
    ['prompt “Ask."', 'prompt "Ask."'],
    ['prompt “Ask.",', 'prompt "Ask."'],
    ["prompt “Ask.”,", 'prompt "Ask."'],
    ['prompt “Say "yes".”', 'prompt "Say \\"yes\\"."'],
    ["prompt ＂Ask.＂", 'prompt "Ask."'],
    ["prompt 「Ask.」", 'prompt "Ask."'],
    ["prompt ''Ask.''", 'prompt "Ask."'],
    ["prompt 'the patient\\'s name'", 'prompt "the patient\'s name"'],
    ["prompt 'the patient's name'", 'prompt "the patient\'s name"'],
    ['prompt "Ask.”', 'prompt "Ask."'],
    ['prompt "Ask.”,', 'prompt "Ask."'],
    ['prompt "Ask “them”', 'prompt "Ask “them”"'],
    ['prompt Ask for "it"', 'prompt "Ask for \\"it\\""'],
    ["prompt Ask the name;", 'prompt "Ask the name"'],
    ["prompt: Ask the name,", 'prompt "Ask the name"'],
    ['prompt "A"\n  callback https://x.example/a,', 'prompt "A"\n  callback "https://x.example/a"'],
    [
      'prompt "A"\n  callback https://x.example/a; // why',
      'prompt "A"\n  callback "https://x.example/a" // why',
    ],
    ["prompt “Go home” -> b", 'prompt "Go home" -> b'],
  ])("%s", (before, after) => {
    const end = before.includes("->") ? "" : "\n  -> b";
    expect(mended(leading(before + end))).toBe(leading(after + end));
  });

  test.each(['objectives “S"', "objectives 「S」", "objectives ＂S＂,"])("%s", (header) => {
    const rest = '\nobjective a { prompt "p" }\n';
    expect(mended(header + rest)).toBe(`objectives "S"${rest}`);
  });

  test.each([
    'prompt Ask the name"\n  -> b',
    "prompt Ask the name”\n  -> b",
    "prompt 'Ask' and 'tell'\n  -> b",
    "prompt 'Ask\\nand tell'\n  -> b",
    'prompt "Ask “them\n  -> b',
    'prompt "Ask the name,\n  -> b',
    "prompt Ask the name,\n  then age\n  -> b",
    "prompt Ask the name # why\n  -> b",
    "prompt Go home -> b",
    "prompt Ask {name} now\n  -> b",
    "prompt “Ask” them {now}\n  -> b",
  ])("%s stays as it is", (lines) => {
    expect(mended(leading(lines))).toBe(leading(lines));
  });

  test("prose with an arrow in it stays prose", () => {
    expect(mended(leading("prompt Go home → then rest"))).toMatch(/prompt Go home/);
  });
});

describe("a declaration is what it was meant as", () => {
  test("an objective with the word of a set, behind the set's name", () => {
    const rest = ' a {\n  prompt "A"\n}\n';
    expect(mended(`objectives "S"\nobjectives${rest}`)).toBe(`objectives "S"\nobjective${rest}`);
    expect(mended(`objectives${rest}`)).toBe(`objectives${rest}`);
  });

  test.each([
    'objectives "S"\nobjective a do\n  prompt "A"\nend\n',
    'objectives "S"\nobjective a do {\n  prompt "A"\n}\n',
    'objectives "S"\nobjective a {\n  prompt "A ${n}"\n  param n = "R"\n  -> b\n}\nobjective b { prompt "B" }\n',
    'objectives "S"\nobjective a {\n  prompt "A"\n  objective b { prompt "B" }\n  -> b\n}\n',
    'objectives "S"\nobjective a {\n  prompt "A"\nobjective b { prompt "B" }\n  -> b\n}\n',
  ])("%s stays as it is", (text) => {
    expect(mended(text)).toBe(text);
  });
});

describe("a catch-all beside what may be another arrow", () => {
  test.each(['goto b when "New"', 'next_conditional_objectives { "b": "New" }', '"b": "New"'])(
    "%s",
    (line) => {
      const text = leading(`prompt "A"\n  ${line}\n  -> c otherwise`);
      const { findings, explained } = check(modelOf(text));
      expect(findings.map(({ code }) => code)).not.toContain("otherwise-alone");
      expect(explained.map(({ code }) => code)).toContain("otherwise-alone");
      expect(mended(text)).toBe(text);
    },
  );

  test("beside a property of another name it is alone", () => {
    const lines = (word: string, end: string): string => `prompt "A"\n  ${word} x\n  -> b${end}`;
    expect(mended(leading(lines("colect", " otherwise,")))).toBe(leading(lines("collect", "")));
  });
});

describe("a list or a value is what it was meant as", () => {
  test.each([
    ["collect x, # one\n    y", "collect x, // one\n    y"],
    ["collect x, /* one */\n    y", "collect x, // one\n    y"],
    ["collect [x, // one\n    y]", "collect [x, // one\n    y]"],
    ["collect [x,\n    y]", "collect [x,\n    y]"],
    ["collect [x, y]", "collect x, y"],
    ["confirm ,manual", "confirm manual"],
    ["confirm ;auto", "confirm auto"],
    ["modality ,visual", "modality visual"],
    ["confirm manual, modality visual", "confirm manual modality visual"],
    ["collect x, y,", "collect x, y"],
  ])("%s", (before, after) => {
    const all = (lines: string): string => leading(`prompt "A"\n  ${lines}\n  -> b`);
    expect(mended(all(before))).toBe(all(after));
  });
});

describe("a comment of another language", () => {
  test("that holds a declaration is a comment to its end", () => {
    const rest = '\nobjective a { prompt "A" }\n';
    expect(mended(`objectives "S"\n/* old:\nobjective z {\n  prompt "Z"\n}\n*/${rest}`)).toBe(
      `objectives "S"\n// old:\n// objective z {\n//   prompt "Z"\n// }${rest}`,
    );
  });

  test("behind whose end something stands stays as it is", () => {
    const text = 'objectives "S"\n/* old:\nobjective z { prompt "Z" } */ objective a { prompt "A" }\n';
    expect(mended(text)).toBe(text);
  });
});

describe("a comment that silences nothing", () => {
  const rest = '\nobjective a { prompt "A" }\n';
  test.each([
    ["// objectives-disable-next-line cycle long-prompt -- keep my reason\n", "// keep my reason\n"],
    ["// objectives-disable-next-line cycle -- keep my reason\n", "// keep my reason\n"],
    ["// objectives-disable-next-line cycle, long-prompt\n", ""],
  ])("%s", (before, after) => {
    expect(mended(`objectives "S"\n${before}${rest.slice(1)}`)).toBe(
      `objectives "S"\n${after}${rest.slice(1)}`,
    );
  });
});

describe("what is said, but not certain, is offered", () => {
  const offered = (lines: string): readonly string[] => {
    const checked = check(modelOf(leading(`prompt "A"\n  ${lines}\n  -> b`)));
    return checked.findings
      .flatMap((finding) => fixesFor([checked], finding))
      .map(({ title }) => inEnglish(title));
  };

  test.each([
    ["collect a and b", "Write 'a, b'"],
    ["collect a and b", "Write 'a_and_b'"],
    ["collect name: string", "Remove ': string'"],
    ["callback none", "Write 'callback \"\"'"],
    ["manual", "Replace 'manual' by 'confirm manual'"],
  ])("%s: %s", (line, title) => {
    expect(offered(line)).toContain(title);
  });
});

test("a comment does not go on over what is mended behind it", () => {
  const rest = '\nobjective a { prompt "A ${x}" }\n';
  expect(mended(`objectives "S"\nparam x // note\n  : "y"${rest}`)).toMatch(/param x \/\/ note\n\s*= "y"/);
  expect(mended(leading('prompt // note\n  : "A"\n  -> b'))).toMatch(/prompt \/\/ note\n\s*"A"/);
});
