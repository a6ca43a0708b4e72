// Layout as one types: after a brace, and after a line end.
import { describe, expect, test } from "vitest";
import { formatOnType } from "../../../server/src/language/features/format-on-type.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { editedText } from "../../support/edited.ts";

/** The cursor `$0` stands behind what was typed; both texts begin behind the line end that a template begins with. */
function checkTyped(typed: string, marked: string, expected: string) {
  const given = marked.replace(/^\n/, "");
  const offset = given.indexOf("$0");
  const text = given.replace("$0", "");
  const formatted = editedText(text, formatOnType(parse(text), offset, typed));
  expect(formatted).toBe(expected.replace(/^\n/, ""));
}

describe("after a brace", () => {
  const checkBrace = (marked: string, expected: string): void => checkTyped("}", marked, expected);

  test("the declaration that it closes is laid out, and no other", () => {
    checkBrace(
      `
param   x
objective   a {
-> b
prompt "Ask."
}$0

objective   b { }
`,
      `
param   x
objective a {
  prompt "Ask."
  -> b
}

objective   b { }
`,
    );
  });

  test("on one line", () => {
    checkBrace(`objective a {prompt "Ask."}$0`, `objective a { prompt "Ask." }`);
  });

  test("what is broken stays", () => {
    checkBrace(`objective   a { prompt }$0\n`, `objective   a { prompt }\n`);
  });

  test("a step's brace, one in a string and one in a comment close no declaration", () => {
    checkBrace(`scenario "s" {\n   a { }$0\n}\n`, `scenario "s" {\n   a { }\n}\n`);
    checkBrace(`objective   a { prompt "\${x}$0" }\n`, `objective   a { prompt "\${x}" }\n`);
    checkBrace(`objective   a { } // }$0\n`, `objective   a { } // }\n`);
  });
});

describe("a new line", () => {
  /** The new line's beginning, as it is given and as it should be. */
  const checkLine = (before: string, given: string, expected: string, after = ""): void =>
    checkTyped("\n", `${before}${given}$0${after}`, `${before}${expected}${after}`);

  test.each([
    ["at the top", `objective a { prompt "Ask." }\n`, ""],
    ["behind nothing", "", ""],
    ["in an objective", `objective a {\n`, "  "],
    ["behind a property", `objective a {\n  prompt "x"\n`, "  "],
    ["behind a comment", `objective a {\n  // why {\n`, "  "],
    ["in defaults", `defaults {\n`, "  "],
    ["in a scenario", `scenario "s" {\n`, "  "],
    ["in a step", `scenario "s" {\n  a {\n`, "    "],
    ["behind a step", `scenario "s" {\n  a { x = "}" }\n`, "  "],
    ["in a list", `objective a {\n  collect x,\n`, "    "],
    ["behind an arrow", `objective a {\n  ->\n`, "    "],
    ["behind a condition's word", `objective a {\n  -> b when\n`, "    "],
    ["behind '='", `scenario "s" {\n  a {\n    x =\n`, "      "],
    ["in a block string", `objective a {\n  prompt """\n`, "    "],
    ["in a folded string of a step", `scenario "s" {\n  a {\n    x = """>\n`, "      "],
    ["behind a block string", `objective a {\n  prompt """\n    x\n    """\n`, "  "],
    ["where braces are too many", `objective a {{{{\n`, "    "],
  ])("%s", (_place, before, expected) => {
    for (const given of ["", "  ", "   ", "\t", "          "]) {
      if (before.includes('"""') && given.length > expected.length) continue;
      checkLine(before, given, expected);
    }
  });

  test("before a brace is one less", () => {
    checkLine(`objective a {\n  prompt "x"\n`, "  ", "", "}\n");
    checkLine(`scenario "s" {\n  a {\n`, "", "  ", "}\n}\n");
  });

  test("a property or arrow begins anew, whatever is open before it", () => {
    checkLine(`objective a {\n  collect x,\n`, "", "  ", `-> b\n}\n`);
  });

  test("the lines of a block string may be deeper, for that is text", () => {
    const block = `objective a {\n  prompt """\n    x\n`;
    checkLine(block, "      ", "      ", `- y\n    """\n}\n`);
    checkLine(block, "", "    ", `y\n    """\n}\n`);
    checkLine(block, "", "    ");
  });

  test("the line that closes a block string decides what is text, and stays", () => {
    checkLine(`objective a {\n  prompt """\n      x\n`, "  ", "  ", `"""\n}\n`);
    checkLine(`objective a {\n  prompt """\n`, "", "    ", `"""\n}\n`);
  });

  test("a string that a line end broke stays as it is", () => {
    checkLine(`objective a {\n  prompt "Ask\n`, "", "", `them."\n}\n`);
  });

  test("what other languages write over several lines stays as it is", () => {
    checkLine(`objective a {\n  /* why\n`, "   ", "   ", `*/\n}\n`);
    checkLine(`objective a {\n  prompt """x\n`, "", "");
  });

  test("above another declaration belongs to the one before", () => {
    checkLine(`objective a {\n`, "", "  ", `\nobjective b { }\n`);
    checkLine(`objective a {\n`, "", "", `objective b { }\n`);
  });

  test("nothing else changes, though it is not laid out", () => {
    checkTyped("\n", `objective   a {\nprompt   "x"\n$0`, `objective   a {\nprompt   "x"\n  `);
  });
});

test("as a user types", () => {
  const typed = [`objective a {`, `prompt "x"`, `collect a,`, `b`, `}`, ``];
  const text = typed.reduce((before, line) => {
    const withLine = before + line;
    return after(`${line === "}" ? after(withLine, "}") : withLine}\n`, "\n");
  }, "");
  expect(text).toBe(`objective a {\n  prompt "x"\n  collect a, b\n}\n\n`);
});

/** The text after what was typed at its end. */
function after(text: string, typed: string): string {
  return editedText(text, formatOnType(parse(text), text.length, typed));
}

test("other characters do nothing", () => {
  checkTyped(";", `objective   a { };$0`, `objective   a { };`);
});
