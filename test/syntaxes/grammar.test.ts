// The colours of every part of the language, and that damage in one declaration leaves the next one's alone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkScopes } from "./check-scopes.ts";
import { loadHighlighter, type Token } from "./tokenise.ts";

const highlight = await loadHighlighter(
  "source.objectives",
  { "source.objectives": "syntaxes/objectives.tmLanguage.json" },
  [],
);

const check = (annotated: string): void => checkScopes(highlight, annotated);

describe("declarations", () => {
  test("the head of a file", () => {
    check(`
  objectives "Intake at \${city}"
# ^^^^^^^^^^ storage.type.set
#             ^^^^^^^^^^ string.quoted.double
#                         ^^^^ variable.other.constant.param
  include "./closing.objectives"
# ^^^^^^^ keyword.control.include
#          ^^^^^^^^^^^^^^^^^^^^ string.quoted.double
  param hooks = "https://example.com"
# ^^^^^ storage.type.param
#       ^^^^^ variable.other.constant.param
#             ^ keyword.operator.assignment
#                ^^^^^^^^^^^^^^^^^^^ string.quoted.double
  param city
#       ^^^^ variable.other.constant.param
  defaults {
# ^^^^^^^^ storage.type.defaults
#          ^ punctuation.section.block.begin
    confirm manual
#   ^^^^^^^ keyword.other.property
#           ^^^^^^ constant.language
  }
# ^ punctuation.section.block.end
`);
  });

  test("an objective with everything", () => {
    check(`
  objective check_status {
# ^^^^^^^^^ storage.type.objective
#           ^^^^^^^^^^^^ entity.name.function.objective
#                        ^ punctuation.section.block.begin
    modality visual
#   ^^^^^^^^ keyword.other.property
#            ^^^^^^ constant.language
    prompt "Hold up the card."
#   ^^^^^^ keyword.other.property
#          ^ punctuation.definition.string.begin
#           ^^^^^^^^^^^^^^^^^ string.quoted.double
#                            ^ punctuation.definition.string.end
    collect full_name, manual,
#   ^^^^^^^ keyword.other.property
#           ^^^^^^^^^ variable.other.readwrite
#                    ^ punctuation.separator.sequence
#                      ^^^^^^ variable.other.readwrite
      date-of-birth
#     ^^^^^^^^^^^^^ variable.other.readwrite
    confirm auto
#           ^^^^ constant.language
    callback "\${hooks}/done"
#   ^^^^^^^^ keyword.other.property
#            ^ punctuation.definition.string.begin
#             ^^ punctuation.definition.template-expression.begin
#               ^^^^^ variable.other.constant.param
#                    ^ punctuation.definition.template-expression.end
#                     ^^^^^ string.quoted.double
    meta owner "front desk"
#   ^^^^ keyword.other.property
#        ^^^^^ variable.other.property
#               ^^^^^^^^^^ string.quoted.double
    -> intake when "They are new."
#   ^^ keyword.operator.arrow
#      ^^^^^^ entity.name.function.reference
#             ^^^^ keyword.control.conditional
#                   ^^^^^^^^^^^^^ string.quoted.double
    -> wrap_up otherwise
#      ^^^^^^^ entity.name.function.reference
#              ^^^^^^^^^ keyword.control.conditional
  }
# ^ punctuation.section.block.end
`);
  });

  test("a scenario", () => {
    check(`
  scenario "A new patient gets through" {
# ^^^^^^^^ storage.type.scenario
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
    check_status { status = "new" "odd one" = "x" }
#   ^^^^^^^^^^^^ entity.name.function.reference
#                ^ punctuation.section.block.begin
#                  ^^^^^^ variable.other.readwrite
#                         ^ keyword.operator.assignment
#                            ^^^ string.quoted.double
#                                  ^^^^^^^ variable.other.readwrite
#                                              ^ string.quoted.double
#                                                 ^ punctuation.section.block.end
    "end"
#    ^^^ entity.name.function.reference
    end
#   ^^^ keyword.control.end
  }
# ^ punctuation.section.block.end
`);
  });

  test("several on one line, and indented ones", () => {
    check(`
    objective a { -> b } objective b { prompt "p" }
#   ^^^^^^^^^ storage.type.objective
#             ^ entity.name.function.objective
#                    ^ entity.name.function.reference
#                        ^^^^^^^^^ storage.type.objective
#                                  ^ entity.name.function.objective
#                                      ^^^^^^ keyword.other.property
    defaults { confirm auto }
#   ^^^^^^^^ storage.type.defaults
`);
  });
});

describe("names", () => {
  test("are unicode, may have a dash, and a dash before > is an arrow", () => {
    check(`
  objective naïve-2nd_visit {
#           ^^^^^^^^^^^^^^^ entity.name.function.objective
    -> a->b-c
#      ^ entity.name.function.reference
#       ^^ keyword.operator.arrow
#         ^^^ entity.name.function.reference
    -> 予約²
#      ^^^ entity.name.function.reference
`);
  });

  test("may be quoted wherever a name stands", () => {
    check(`
  objective "weird \\"name\\"!" {
#            ^^^^^ entity.name.function.objective
#                  ^^ constant.character.escape
    collect "first name", last
#            ^^^^^^^^^^ variable.other.readwrite
#                         ^^^^ variable.other.readwrite
    meta "odd key" "value"
#         ^^^^^^^ variable.other.property
#                   ^^^^^ string.quoted.double
    -> "the end" when "c"
#       ^^^^^^^ entity.name.function.reference
#                ^^^^ keyword.control.conditional
`);
  });

  test("are no keywords where a keyword is only a part of them", () => {
    check(`
  objective objective_1 {
#           ^^^^^^^^^^^ entity.name.function.objective
    collect prompt_text, re-collect, collect-all, x
#           ^^^^^^^^^^^ variable.other.readwrite
#                        ^^^^^^^^^^ variable.other.readwrite
#                                    ^^^^^^^^^^^ variable.other.readwrite
    prompt "p"
    prompting "p"
#   ^^^^^^^^^ -
    -> when-ready otherwise
#      ^^^^^^^^^^ entity.name.function.reference
#                 ^^^^^^^^^ keyword.control.conditional
`);
  });

  test("wait for their word on the next line, comments in between included", () => {
    check(
      `
  objective a {
    -> // later
#        ^^^^^^ comment.line.double-slash
      target
#     ^^^^^^ entity.name.function.reference
    confirm
      manual
#     ^^^^^^ constant.language
    collect
      x // first
#     ^ variable.other.readwrite
      , y
#       ^ variable.other.readwrite
`,
    );
  });

  test("what a value is called is a plain word where it is no value", () => {
    check(`
  objective auto {
#           ^^^^ entity.name.function.objective
    confirm visual
#           ^^^^^^ -
    modality manual
#            ^^^^^^ -
    -> end
#      ^^^ entity.name.function.reference
`);
  });
});

describe("strings", () => {
  test("escapes, known and unknown", () => {
    check(String.raw`
  objective a { prompt "\" \\ \n \t \r \$ \u{0} \u{10FFFF} \u{D800}"
#                       ^^ constant.character.escape
#                          ^^ constant.character.escape
#                             ^^ constant.character.escape
#                                   ^^ constant.character.escape
#                                      ^^ constant.character.escape
#                                         ^^^^^ constant.character.escape
#                                               ^^^^^^^^^^ constant.character.escape
#                                                          ^^^^^^^^ constant.character.escape
    prompt "\q \u{110000} \u12 \u{x} \'"
#           ^^ invalid.illegal.escape
#              ^^^^^^^^^^ invalid.illegal.escape
#                         ^^ invalid.illegal.escape
#                           ^^ string.quoted.double
#                              ^^^^^ invalid.illegal.escape
#                                    ^^ invalid.illegal.escape
`);
  });

  test("interpolation where it counts, and where it does not", () => {
    check(`
  objective "\${no}" {
#            ^^^^^ invalid.illegal.interpolation
    prompt "\${yes} \${no way} \\\${plain}"
#             ^^^ variable.other.constant.param
#                  ^^^^^^^^^ invalid.illegal.interpolation
#                            ^^ constant.character.escape
#                              ^^^^^^^ string.quoted.double
    meta note "\${no}"
#              ^^^^^ invalid.illegal.interpolation
    -> b when "In \${city}"
#                   ^^^^ variable.other.constant.param
  }
  param p = "\${no}"
#            ^^^^^ invalid.illegal.interpolation
`);
  });

  test("block and folded strings", () => {
    check(`
  objective a {
    prompt """
#          ^^^ punctuation.definition.string.begin
      Say """ and \${city} // all of it \\n
#     ^^^^^^^^^^^ string.quoted.triple.block
#                   ^^^^ variable.other.constant.param
#                         ^^^^^^^^^^^^^ string.quoted.triple.block
#                                       ^^ constant.character.escape

      -> no edge
#     ^^^^^^^^^^ string.quoted.triple.block
      """ collect x
#     ^^^ punctuation.definition.string.end
#         ^^^^^^^ keyword.other.property
    -> b when """>
#             ^^^ punctuation.definition.string.begin
#                ^ keyword.operator.fold
      If so.
#     ^^^^^^ string.quoted.triple.folded
      """
#     ^^^ punctuation.definition.string.end
    -> c
#      ^ entity.name.function.reference
`);
  });

  test("three quotes with text behind them open no block", () => {
    check(`
  objective a { prompt """no"
#                      ^^ punctuation.definition.string.begin | punctuation.definition.string.end
#                        ^ punctuation.definition.string.begin
#                         ^^ string.quoted.double
    collect x
#   ^^^^^^^ keyword.other.property
`);
  });

  test("a text that is not closed ends with its line", () => {
    check(`
  objective a {
    prompt "Ask them
#           ^^^^^^^^ string.quoted.double
    collect x
#   ^^^^^^^ keyword.other.property
`);
  });
});

describe("comments", () => {
  test("plain, documenting, and silencing", () => {
    check(`
  // A note.
# ^^ punctuation.definition.comment
#   ^^^^^^^^ comment.line.double-slash
  /// What the **desk** sees.
# ^^^ punctuation.definition.comment
#    ^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.documentation
  // objectives-disable-next-line long-prompt because it is one
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.other.suppression
#                                 ^^^^^^^^^^^ constant.other.finding
#                                             ^^^^^^^^^^^^^^^ comment.line.double-slash
  objective a { // trailing "quote
#               ^^ punctuation.definition.comment
#                  ^^^^^^^^^^^^^^^ comment.line.double-slash
    callback "https://x.example" // after
#             ^^^^^^^^^^^^^^^^^ string.quoted.double
#                                   ^^^^^ comment.line.double-slash
  }
`);
  });
});

describe("what has no place", () => {
  test("is marked as such and nothing behind it changes", () => {
    check(`
  objective a {
    prompt: "x";
#   ^^^^^^ keyword.other.property
#         ^ invalid.illegal.character
#            ^ string.quoted.double
#              ^ invalid.illegal.character
    callback https://x.example/hook
#            ^^^^^^^^^^^^^^^^^^^^^^ invalid.illegal.unquoted
    attempts 3
#   ^^^^^^^^ -
    collect x,
    prompt "kept"
#   ^^^^^^ keyword.other.property
    ->
    callback "u"
#   ^^^^^^^^ keyword.other.property
    confirm
    collect y
#   ^^^^^^^ keyword.other.property
#           ^ variable.other.readwrite
  }
`);
  });

  test("a missing brace costs nothing of the next declaration, indented ones included", () => {
    check(`
    objective a {
      collect x
    objective b {
#   ^^^^^^^^^ storage.type.objective
#             ^ entity.name.function.objective
      -> c
#        ^ entity.name.function.reference
    scenario "s" {
#   ^^^^^^^^ storage.type.scenario
      a { x = "1"
    objective c { prompt "p" }
#   ^^^^^^^^^ storage.type.objective
`);
  });
});

const reservedWords = {
  objectives: "storage.type.set",
  include: "keyword.control.include",
  param: "storage.type.param",
  defaults: "storage.type.defaults",
  objective: "storage.type.objective",
  scenario: "storage.type.scenario",
  prompt: "keyword.other.property",
  collect: "keyword.other.property",
  confirm: "keyword.other.property",
  modality: "keyword.other.property",
  callback: "keyword.other.property",
  meta: "keyword.other.property",
  when: "keyword.control.conditional",
  otherwise: "keyword.control.conditional",
} as const;

test.each(Object.entries(reservedWords))(
  "the reserved word %s is a keyword behind anything unfinished",
  (word, scope) => {
    for (const unfinished of [
      "",
      "objective a {",
      "objective a { ->",
      "objective a { collect x,",
      "objective a { meta k",
    ]) {
      const tokens = highlight(`${unfinished} ${word} `).flat();
      expect(tokens.findLast(({ text }) => text === word)?.scopes.at(-1), unfinished).toBe(
        `${scope}.objectives`,
      );
    }
  },
);

describe("damage stays in its declaration", () => {
  const heads = {
    objective: `objective b {\n  prompt "p"\n  -> c when "w"\n}`,
    "quoted objective": `objective "b!" { collect x }`,
    scenario: `scenario "s" {\n  b { x = "1" }\n  end\n}`,
    header: `objectives "Intake"`,
    include: `include "./x.objectives"`,
    "param with a value": `param hooks = "h"`,
    "param without a value": `param hooks`,
    defaults: `defaults {\n  confirm manual\n}`,
  } as const;
  const damages = {
    "an unclosed string": `objective a { prompt "Ask`,
    "an unclosed block string": `objective a {\n  prompt """\n    Ask them.\n`,
    "an unclosed folded string": `objective a {\n  prompt """>\n    Ask\n\n    more`,
    "unclosed braces": `objective a { { {\n  prompt {`,
    "an unclosed quoted name": `objective "a`,
    "an arrow without a target": `objective a {\n  ->`,
    "a collect without a name": `objective a {\n  collect`,
    "a confirm without a value": `objective a {\n  confirm`,
    "a meta without a text": `objective a {\n  meta k`,
    "an unclosed interpolation": `objective a {\n  prompt "\${`,
    "an unclosed scenario": `scenario "s" {\n  a { x = `,
    "a param without a value": `param x =`,
    "an include without a path": `include`,
    "a pasted line in column 0": `objective a {\n  prompt """\npasted text: "x" {\n`,
    "a trailing backslash": `objective a { prompt "\\`,
  } as const;
  const cases = Object.entries(damages).flatMap(([damage, before]) =>
    Object.entries(heads).map(([head, after]) => ({ damage, head, before, after })),
  );

  test.each(cases)("$damage before $head", ({ before, after }) => checkContained(before, after));

  test("any text whatever", () => {
    const piece = fc.constantFrom(
      ...[
        `"`,
        `"""\n`,
        `""">\n`,
        "{",
        "}",
        "->",
        "\\",
        "${",
        "//",
        "\n",
        "\n  ",
        " ",
        "=",
        ",",
        "x",
        "end",
        ":",
      ],
      ...Object.keys(reservedWords),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.values(heads)), (before, after) =>
        checkContained(before, after),
      ),
      { seed: 20, numRuns: 300 },
    );
  });

  test("a comment above a declaration is a comment, even below an open block string", () => {
    check(`
  objective a {
    prompt """
      Ask
  /// The next one.
#    ^^^^^^^^^^^^^^ comment.line.documentation
  objective b {
#           ^ entity.name.function.objective
`);
  });

  test("prose in a block string that only begins like a declaration cuts nothing", () => {
    check(`
  objective a {
    prompt """
      objective b {
#     ^^^^^^^^^^^^^ string.quoted.triple.block
  objective of the day
# ^^^^^^^^^^^^^^^^^^^^ string.quoted.triple.block
      """
#     ^^^ punctuation.definition.string.end
`);
  });
});

/** The tokens of `after` are the same behind `before` as on their own. */
function checkContained(before: string, after: string): void {
  const alone = highlight(after);
  const behind = highlight(`${before}\n${after}`).slice(-alone.length);
  expect(behind.map(describeLine)).toEqual(alone.map(describeLine));
}

function describeLine(tokens: readonly Token[]): string[] {
  return tokens.map(({ text, scopes }) => `${text} ${scopes.join(" ")}`);
}
