// Findings on texts: where each points, what stays silent because something else explains it, and what silences it.
import { expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { messageOf } from "../../support/sentences.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import { edit, parse } from "../../../server/src/language/model/source.ts";
import { compileText } from "../../support/compile-text.ts";
import { checkFindings, findingsOf } from "../../support/findings.ts";

test("a word that every JavaScript object knows is no synonym", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  constructor "x"
# ^^^^^^^^^^^ unknown-property: An objective has no property 'constructor'. A note of your own is written meta name "…".
  __proto__ "y"
# ^^^^^^^^^ unknown-property: An objective has no property '__proto__'. A note of your own is written meta name "…".
}
`);
});

test("a name that is declared twice is one finding, and the start stays", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
}
objective b { prompt "p" }
objective b {
#         ^ duplicate-objective
  prompt "p"
  -> c
  -> d
# ^^^^ several-required
}
objective c { prompt "p" }
objective d { prompt "p" }
`);
});

test("an objective without a name is one finding, and never the start", () => {
  checkFindings(`
objectives "S"
objective a { prompt "p" }
objective {
#^^^^^^^^ syntax
  prompt "p"
  -> b
  -> c
# ^^^^ several-required
}
objective b { prompt "p" }
objective c { prompt "p" }
`);
});

test("an unknown property that is said twice is no duplicate as well", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  next b
# ^^^^ unknown-property
  next c
# ^^^^ unknown-property
}
`);
});

test("a name needs a character", () => {
  checkFindings(`
objectives "S"
objective "" {
#         ^^ empty-text: The objective's name is empty: say it in words.
  prompt "p"
  collect x, ""
#            ^^ empty-text: The variable's name is empty: say it in words.
}
`);
});

test("a text of params alone is empty where these are", () => {
  checkFindings(`
objectives "S"
param who = " "
param what = "x"
objective a {
  prompt "\${who}"
#        ^^^^^^^^ empty-text: The prompt is empty: say it in words.
  -> b when "\${who}\${who}"
#           ^^^^^^^^^^^^^^ empty-text: The condition is empty: say it in words.
  -> c otherwise
}
objective b { prompt " \${what}" }
objective c { prompt "p \${who}" }
`);
});

test("a name of one letter is no slip of another", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
#    ^ unknown-objective: No objective is called 'b': write one, or lead somewhere else.
}
`);
});

test("a secret is marked where it stands, not the text around it", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt """
    Look it up with token=9f8b7c6d5e4f3a2b1c0d9e8f7a6b in the
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret-in-text
    calendar.
    """
  callback "https://example.com/hook?key=9f8b7c6d5e4f3a2b1c0d"
#                                        ^^^^^^^^^^^^^^^^^^^^ secret-in-text
}
`);
});

test("of a secret no more is said than it takes to find it", () => {
  const said = (prompt: string): readonly string[] =>
    findingsOf(`objectives "S"\nobjective a { prompt "${prompt}" }`).map((it) =>
      messageOf(it.code, it.arguments).slice(0, 12),
    );
  expect(said("Look at https://ana:hush@example.com")).toEqual(["'h…' looks l"]);
  expect(said("Send Bearer 9f8b7c6d5e4f3a2b1c0d9e8f")).toEqual(["'9f8b7c…' lo"]);
});

test.each([
  ["a condition with very many dots", `-> b when "${".".repeat(100_000)}x"`],
  ["a line with very many blanks", `prompt """\n    x${" ".repeat(100_000)}y\n    """`],
])("%s is read within the time of a test, which squares of its length are not", (_, line) => {
  const codes = findingsOf(`objectives "S"\nobjective a {\n  ${line}\n}`).map(({ code }) => code);
  expect(codes).not.toContain("syntax");
});

const DIAMOND = `
objectives "S"
objective a {
  prompt "p"
  -> b
  -> c
# ^^^^ several-required
}
objective b {
  prompt "p"
  -> d
}
objective c {
  prompt "p"
  -> d
}
objective d { prompt "p" }
`;

test("a scenario goes once through an objective in which two ways meet", () => {
  checkFindings(`${DIAMOND}scenario "s" {\n  a\n  b\n  c\n  d\n  end\n}\n`);
  checkFindings(`${DIAMOND}scenario "s" {\n  a\n  b\n  d\n  c\n  d\n  end\n}\n`);
  checkFindings(`${DIAMOND}scenario "s" {\n  a\n  b\n  end\n# ^^^ scenario-end\n}\n`);
});

test("a step takes the way that nothing else could take, and leaves a branch open", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> x
  -> b
# ^^^^ several-required
}
objective x {
  prompt "p"
  -> c when "one"
  -> d otherwise
}
objective b {
  prompt "p"
  -> c
}
objective c { prompt "p" }
objective d { prompt "p" }
scenario "s" {
  a
  x
  b
  c
  d
  end
}
`);
});

test("a suppression reaches past the comment lines below it", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line unknown-value
// objectives-disable-next-line long-prompt
#                               ^^^^^^^^^^^ unused-suppression
/// Doc.
objective b {
  prompt "p"
  confirm maybe
}
`);
});

test("what leaves no document to write cannot be silenced into one", () => {
  const text = (above: string, line: string): string =>
    `objectives "S"\nobjective a {\n  prompt "p"\n  ${above}\n  ${line}\n}\n`;
  const silenced = (code: string, line: string): unknown =>
    compileText(text(`// objectives-disable-next-line ${code}`, line));
  expect(silenced("syntax", 'callback "https://example.com')).toBeUndefined();
  expect(silenced("unknown-param", 'callback "${nowhere}"')).toBeUndefined();
  expect(silenced("unknown-value", "confirm maybe")).toBeDefined();
});

test("a note's value without quotes is one finding", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  meta x 3
#        ^ syntax: A text stands between straight double quotes: meta x "…".
  meta y three or so
#        ^^^^^^^^^^^ syntax: A text stands between straight double quotes: meta y "…".
  meta z = "Ana"
#        ^ syntax: There is no '=' after 'meta z': write its value right behind it.
  meta w
#      ^ syntax: A note is a name and a text: meta owner "Ana".
  confirm auto
}
`);
});

test("an arrow with two words is one finding, and means its condition", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b otherwise when "x"
#                ^^^^ syntax: An arrow says either 'when "…"' or 'otherwise': keep one of the two, or write another arrow.
}
objective b {
  prompt "p"
  -> c when "x" otherwise
#               ^^^^^^^^^ syntax
}
objective c { prompt "p" }
`);
});

test("a brace that an address without quotes hides is not missing as well", () => {
  checkFindings(`
objectives "S"
defaults { callback https://x }
#                   ^^^^^^^^^ syntax: A text stands between straight double quotes: callback "…".
objective a { prompt "p" callback https://x/y?z }
#                                 ^^^^^^^^^^^^^ syntax: A text stands between straight double quotes: callback "…".
`);
  checkFindings(`
objectives "S"
objective a { prompt "p" callback https://x
#                                 ^^^^^^^^^ syntax
#                                      ^ syntax: The objective is not closed: write '}' after this.
`);
});

test("a declaration's misspelt word is one finding, and names the word that is meant", () => {
  checkFindings(`
objectives "S"
objectve a {
#^^^^^^^ syntax: No declaration begins with 'objectve'. Did you mean 'objective'?
  prompt "p"
}
`);
  checkFindings(`
objectives "S"
objective a { prompt "p" }
scenaro "x" { a }
#^^^^^^ syntax: No declaration begins with 'scenaro'. Did you mean 'scenario'?
`);
  checkFindings(`
objectives "S"
objective a { prompt "p" }
wrong
#^^^^ syntax: No declaration begins with 'wrong': an objective is written 'objective name { … }'.
`);
});

test("a set is empty again once what stood outside of every declaration is gone", () => {
  const wrong = parse('objectives "S"\n\ngoal a {\n}\n');
  const before = check(analyze(onlyFile(wrong)));
  const source = edit(wrong, { span: { start: 15, end: wrong.length }, newText: "" });
  const after = check(analyze(onlyFile(source), before.model), before);
  expect([before, after].map(({ findings }) => findings.map(({ code }) => code))).toEqual([
    ["syntax"],
    ["empty-set"],
  ]);
});

test.each([": e", "extends b, c", '"Dental intake"', "(e)", "!"])(
  "what stands before an objective's brace is one finding: %s",
  (aside) => {
    const found = findingsOf(`objectives "S"\nobjective d ${aside} {\n  prompt "p"\n}`);
    expect(found.map(({ code, arguments: args }) => [code, args[0]])).toEqual([["syntax", "before-brace"]]);
  },
);

test("what to write instead of a mixed arrow makes no other finding", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
# ^^^^ mixed-edges: '-> b' is always taken, and conditions stand beside it: the platform does one or the other. Give it a condition with 'when', or remove it.
  -> c when "x"
  -> d otherwise
}
objective b {
  prompt "p"
  -> c
# ^^^^ mixed-edges: '-> c' is always taken, and conditions stand beside it: the platform does one or the other. A condition leads to 'c' too: remove one of the two arrows.
  -> c when "x"
}
objective c {
  prompt "p"
  -> d when "x"
  -> e
# ^^^^ mixed-edges: '-> e' is always taken, and conditions stand beside it: the platform does one or the other. Write '-> e otherwise'.
  -> f
# ^^^^ mixed-edges: '-> f' is always taken, and conditions stand beside it: the platform does one or the other. Give it a condition with 'when', or remove it.
# ^^^^ several-required
}
objective d { prompt "p" }
objective e { prompt "p" }
objective f { prompt "p" }
`);
});

test("a required arrow that is said twice has no conditions to put together", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
  -> b
#    ^ duplicate-edge: An arrow leads to 'b' already: remove this one.
}
objective b { prompt "p" }
`);
});
