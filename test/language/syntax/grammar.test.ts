// The grammar: pairs of a text and its tree in one line; broken texts say what is missing and keep the rest.
import { expect, test } from "vitest";
import { validateGrammar } from "../../../server/src/language/syntax/grammar.ts";
import { inOneLine } from "../../support/one-line.ts";

test("is one that Chevrotain finds no fault with", () => {
  expect(validateGrammar).not.toThrow();
});

const texts = [
  // whole
  'objectives "Dental intake"',
  'objectives ""',
  'param hooks = "https://example.com"',
  "param hooks",
  'include "./closing.objectives"',
  'defaults {\n  confirm manual\n  callback "${hooks}/x"\n}',
  '/// First.\n/// Second.\nobjective a { prompt "p" }',
  'objective a {\n  modality visual\n  prompt "p"\n  collect x, y\n  confirm manual\n  callback ""\n  meta owner "Ana"\n\n  -> b when "c"\n  -> d otherwise\n}',
  'objective a { prompt "p" -> b otherwise "if nothing else" }',
  'objective "weird.name!" { prompt "p" -> "other one" }',
  'objective "prompt" { prompt "p" }',
  'scenario "s" {\n  a { x = "1" y = "2" }\n  b\n  end\n}',
  "objective a { } objective b { }",
  "  objective a {\n    -> b\n  }\n  objective b { }",
  // names and arrows
  'objective a { prompt\u00a0"p" }',
  "objective a { prompt“p” }",
  'objective a { prompt "p" a->b }',
  "objective a { -> a-b->c-d }",
  "objective 2nd_visit { -> naïve }",
  'objective a { collect "full name", größe }',
  // strings
  'objective a { prompt "a\\"b\\\\c\\n\\t\\r\\$\\u{1F600}" }',
  'objective a { prompt "Hi ${who}, \\${not}." }',
  'objective a { prompt "50\\%" }',
  'objective a { prompt "\\u{110000}" }',
  'objective a { prompt "${}" }',
  'objective "a${b}" { prompt "p" }',
  'objective a {\n  prompt """\n    one\n\n      two\n    """\n}',
  'objective a {\n  prompt """>\n    one\n    two\n\n    three\n    """\n}',
  'objective a {\r\n  prompt """>\r\n    one\r\n    two\r\n    """\r\n}',
  'objective a {\n  prompt """\n    one """ two\n    """\n}',
  'objective a {\n  prompt """\n    """\n}',
  'objective a {\n  prompt """\n    one\n  two\n    """\n}',
  'objective a {\n  prompt """\n    one\npasted\n    """\n  -> b\n}',
  'objective a {\n  prompt """ one\n    two\n    """\n}',
  'objective a { prompt """one""" }',
  'objective a {\n  prompt """\n    one\n',
  // missing
  'objective a { -> \n prompt "p" }',
  'objective a { collect x, \n prompt "p" }',
  'objective a { confirm \n callback "u" }',
  "objective a { modality }",
  "objective a { meta owner }",
  'objective { prompt "p" }',
  'objective a prompt "p" }',
  "objective a { -> b when }",
  "objective a { -> b when\n -> c }",
  "objectives",
  'param = "x"',
  "defaults confirm manual",
  "scenario { a }",
  'scenario "s" { a { x } }',
  // too much, or said otherwise
  'objective a { prompt: "x" }',
  "objective a { next b; }",
  "objective a { callback https://x }",
  "objective a { prompt Ask for the name }",
  'objective a { -> b if "c" }',
  'objective a { -> b "c" }',
  "objective a { -> b, c }",
  "objective check patient { }",
  "objective prompt { }",
  "objective a { -> collect\n -> b }",
  "objective a { collect x y }",
  'objective a { "lost" }',
  "objective a { } }",
  "objective a {\n  # a note\n}",
  'objective a { prompt "p", }',
  "objective a { prompt “p” }",
  "objective a { → b }",
  'objective a { prompt "p" + "q" }',
  "objective a { collect [x] }",
  "# a note",
  '{ "name": "x" }',
  'step a { prompt "p" }',
  'prompt "outside"',
  'defaults { prompt "p" -> b }',
  'param x "v"',
  'param x = """\n  y\n  """',
  'scenario "s" { end a }',
  'scenario "s" { a b end end }',
  'scenario "s" { -> a }',
  // damage stays in its declaration
  'objective a {\n  prompt "open\n\nobjective b { prompt "p" }',
  'objective a {\n  prompt """\n    open\n\nobjective b { prompt "p" }',
  'objective a {\n  -> b\n\nobjective b { prompt "p" }',
  'objective a { -> b objective c { prompt "p" }',
  // ends in the middle
  "",
  "obj",
  "objective",
  "objective a",
  "objective a {",
  "objective a { prompt",
  'objective a { prompt "',
  'objective a { prompt """',
  "objective a { ->",
  "objective a { -",
  "objective a { -> b oth",
  "objective a { -> check patient }",
  "// only a comment",
  '\uFEFFobjectives "With a byte order mark"',
];

test("reads each text as one tree", () => {
  expect(
    texts.map((text) => `${text.replace(/\r/g, "␍").replace(/\n/g, "⏎")}\n    ${inOneLine(text)}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "objectives "Dental intake"
        (objectives "Dental intake")
    objectives ""
        (objectives "")
    param hooks = "https://example.com"
        (param hooks "https://example.com")
    param hooks
        (param hooks)
    include "./closing.objectives"
        (include "./closing.objectives")
    defaults {⏎  confirm manual⏎  callback "\${hooks}/x"⏎}
        (defaults confirm:manual callback:"⟨hooks⟩/x")
    /// First.⏎/// Second.⏎objective a { prompt "p" }
        (objective a doc:"First.\\nSecond." prompt:"p")
    objective a {⏎  modality visual⏎  prompt "p"⏎  collect x, y⏎  confirm manual⏎  callback ""⏎  meta owner "Ana"⏎⏎  -> b when "c"⏎  -> d otherwise⏎}
        (objective a modality:visual prompt:"p" collect:[x y] confirm:manual callback:"" meta:owner="Ana" ->b when "c" ->d otherwise)
    objective a { prompt "p" -> b otherwise "if nothing else" }
        (objective a prompt:"p" ->b otherwise "if nothing else")
    objective "weird.name!" { prompt "p" -> "other one" }
        (objective "weird.name!" prompt:"p" ->"other one")
    objective "prompt" { prompt "p" }
        (objective "prompt" prompt:"p")
    scenario "s" {⏎  a { x = "1" y = "2" }⏎  b⏎  end⏎}
        (scenario "s" a x="1" y="2" b end)
    objective a { } objective b { }
        (objective a) (objective b)
      objective a {⏎    -> b⏎  }⏎  objective b { }
        (objective a ->b) (objective b)
    objective a { prompt "p" }
        (objective a prompt:"p")
    objective a { prompt“p” }
        (objective a prompt:?) ! “p”: A text stands between straight double quotes: prompt "…".
    objective a { prompt "p" a->b }
        (objective a prompt:"p" unknown:a ->b)
    objective a { -> a-b->c-d }
        (objective a ->a-b ->c-d)
    objective 2nd_visit { -> naïve }
        (objective 2nd_visit ->naïve)
    objective a { collect "full name", größe }
        (objective a collect:["full name" größe])
    objective a { prompt "a\\"b\\\\c\\n\\t\\r\\$\\u{1F600}" }
        (objective a prompt:"a\\"b\\\\c\\n\\t\\r$😀")
    objective a { prompt "Hi \${who}, \\\${not}." }
        (objective a prompt:"Hi ⟨who⟩, \${not}.")
    objective a { prompt "50\\%" }
        (objective a prompt:"50\\\\%") ! \\%: '\\%' is no escape. There are \\" \\\\ \\n \\t \\r \\$ and \\u{…}; a backslash itself is written \\\\.
    objective a { prompt "\\u{110000}" }
        (objective a prompt:"\\\\u{110000}") ! \\u{110000}: '\\u{110000}' names no character: \\u{0} to \\u{10FFFF}.
    objective a { prompt "\${}" }
        (objective a prompt:"\${}") ! \${: '\${' begins a param's name and '}' ends it. To say it as it is, write \\\${.
    objective "a\${b}" { prompt "p" }
        (objective "a\${b}" prompt:"p") ! \${b}: A param cannot be used here. To say '\${' as it is, write \\\${.
    objective a {⏎  prompt """⏎    one⏎⏎      two⏎    """⏎}
        (objective a prompt:block"one\\n\\n  two")
    objective a {⏎  prompt """>⏎    one⏎    two⏎⏎    three⏎    """⏎}
        (objective a prompt:folded"one two\\nthree")
    objective a {␍⏎  prompt """>␍⏎    one␍⏎    two␍⏎    """␍⏎}
        (objective a prompt:folded"one two")
    objective a {⏎  prompt """⏎    one """ two⏎    """⏎}
        (objective a prompt:block"one \\"\\"\\" two")
    objective a {⏎  prompt """⏎    """⏎}
        (objective a prompt:block"")
    objective a {⏎  prompt """⏎    one⏎  two⏎    """⏎}
        (objective a prompt:block"one\\ntwo") !   two: This line is indented less than the closing """: indent it at least as far, or move the closing """ to the left.
    objective a {⏎  prompt """⏎    one⏎pasted⏎    """⏎  -> b⏎}
        (objective a prompt:block"one\\npasted" ->b) ! pasted: This line is indented less than the closing """: indent it at least as far, or move the closing """ to the left.
    objective a {⏎  prompt """ one⏎    two⏎    """⏎}
        (objective a prompt:block"one\\n    two") ! """: The text begins on the line after """.
    objective a { prompt """one""" }
        (objective a prompt:block"one") ! """: The text begins on the line after """.
    objective a {⏎  prompt """⏎    one⏎
        (objective a prompt:block"one\\n") ! """: The text is not closed: write """ on a line of its own after it.
    objective a { -> ⏎ prompt "p" }
        (objective a prompt:"p" ->?) ! ->: The next objective's name is missing after '->'.
    objective a { collect x, ⏎ prompt "p" }
        (objective a collect:[x] prompt:"p") ! ,: A variable's name is missing here.
    objective a { confirm ⏎ callback "u" }
        (objective a confirm:? callback:"u") ! confirm: A value is missing after 'confirm': auto or manual.
    objective a { modality }
        (objective a modality:?) ! modality: A value is missing after 'modality': verbal or visual.
    objective a { meta owner }
        (objective a meta:owner=?) ! owner: A note is a name and a text: meta owner "Ana".
    objective { prompt "p" }
        (objective ? prompt:"p") ! objective: The name of the objective is missing.
    objective a prompt "p" }
        (objective a prompt:"p") ! a: '{' is missing: what belongs to the objective stands between '{' and '}'.
    objective a { -> b when }
        (objective a ->b when) ! when: A text is missing after 'when': when "…".
    objective a { -> b when⏎ -> c }
        (objective a ->b when ->c) ! when: A text is missing after 'when': when "…".
    objectives
        (objectives ?) ! objectives: A text is missing after 'objectives': objectives "…".
    param = "x"
        (param ? "x") ! param: The name of the param is missing.
    defaults confirm manual
        (defaults confirm:manual) ! defaults: '{' is missing: what belongs to 'defaults' stands between '{' and '}'.
    scenario { a }
        (scenario ? a) ! scenario: A text is missing after 'scenario': scenario "…".
    scenario "s" { a { x } }
        (scenario "s" a x=?) ! x: '=' is missing after 'x'.
    objective a { prompt: "x" }
        (objective a prompt:"x") ! :: There is no ':' after 'prompt': write its value right behind it.
    objective a { next b; }
        (objective a unknown:next) ! ;: No ';' is needed: what follows begins by itself.
    objective a { callback https://x }
        (objective a callback:?) ! https://x: A text stands between straight double quotes: callback "…".
    objective a { prompt Ask for the name }
        (objective a prompt:?) ! Ask for the name: A text stands between straight double quotes: prompt "…".
    objective a { -> b if "c" }
        (objective a ->b when "c") ! if: A condition begins with 'when', not with 'if'.
    objective a { -> b "c" }
        (objective a ->b when "c") ! "c": 'when' is missing before the condition.
    objective a { -> b, c }
        (objective a ->b) ! , c: An arrow leads to one objective: write another '->' for the next.
    objective check patient { }
        (objective check) ! check patient: A name has no spaces: write check_patient.
    objective prompt { }
        (objective prompt) ! prompt: 'prompt' is a word of the language: as a name it is written "prompt".
    objective a { -> collect⏎ -> b }
        (objective a ->collect ->b) ! collect: 'collect' is a word of the language: as a name it is written "collect".
    objective a { collect x y }
        (objective a collect:[x y]) ! y: A comma is missing before 'y', or '_' if they are one name: x_y.
    objective a { "lost" }
        (objective a) ! "lost": A text does not belong here: a property's keyword is missing before it.
    objective a { } }
        (objective a) ! }: This '}' closes nothing.
    objective a {⏎  # a note⏎}
        (objective a) ! # a note: A comment begins with '//'.
    objective a { prompt "p", }
        (objective a prompt:"p") ! ,: ',' does not belong here: what follows begins by itself.
    objective a { prompt “p” }
        (objective a prompt:?) ! “p”: A text stands between straight double quotes: prompt "…".
    objective a { → b }
        (objective a ->b) ! →: An arrow is written '->'.
    objective a { prompt "p" + "q" }
        (objective a prompt:"p") ! +: '+' does not belong here: a text is one string, or several lines between """ and """.
    objective a { collect [x] }
        (objective a collect:[x]) ! [x]: Variables stand with commas between them, and without brackets, dashes and other marks: collect a, b.
    # a note
         ! # a note: A comment begins with '//'.
    { "name": "x" }
         ! {: '{' begins no declaration. The platform's JSON becomes text when it is decompiled.
    step a { prompt "p" }
         ! step: No declaration begins with 'step': an objective is written 'objective name { … }'.
    prompt "outside"
         ! prompt: 'prompt' stands outside of every declaration: write it inside 'objective name { … }'.
    defaults { prompt "p" -> b }
        (defaults prompt:"p") ! -> b: An arrow cannot stand in 'defaults': it belongs to one objective. ! prompt: 'prompt' cannot stand in 'defaults': it belongs to one objective.
    param x "v"
        (param x "v") ! "v": '=' is missing after 'x'.
    param x = """⏎  y⏎  """
        (param x block"y") ! """⏎  y⏎  """: A string on one line is needed here: "…".
    scenario "s" { end a }
        (scenario "s" end) ! a: Nothing follows 'end': 'a' stands after it.
    scenario "s" { a b end end }
        (scenario "s" a b end) ! end: Nothing follows 'end': 'end' stands after it.
    scenario "s" { -> a }
        (scenario "s" a) ! ->: '->' does not belong in a scenario: a step is an objective's name, and the last line may be 'end'.
    objective a {⏎  prompt "open⏎⏎objective b { prompt "p" }
        (objective a prompt:"open") (objective b prompt:"p") ! "open: The string is not closed: write '"' at its end, or """ for a text of several lines. ! "open: The objective is not closed: write '}' after this.
    objective a {⏎  prompt """⏎    open⏎⏎objective b { prompt "p" }
        (objective a prompt:block"open\\n\\n") (objective b prompt:"p") ! """: The text is not closed: write """ on a line of its own after it.
    objective a {⏎  -> b⏎⏎objective b { prompt "p" }
        (objective a ->b) (objective b prompt:"p") ! b: The objective is not closed: write '}' after this.
    objective a { -> b objective c { prompt "p" }
        (objective a ->b) (objective c prompt:"p") ! b: The objective is not closed: write '}' after this.

        
    obj
         ! obj: No declaration begins with 'obj': an objective is written 'objective name { … }'.
    objective
        (objective ?) ! objective: The name of the objective is missing.
    objective a
        (objective a) ! a: '{' is missing: what belongs to the objective stands between '{' and '}'.
    objective a {
        (objective a) ! {: The objective is not closed: write '}' after this.
    objective a { prompt
        (objective a prompt:?) ! prompt: A text is missing after 'prompt': prompt "…". ! prompt: The objective is not closed: write '}' after this.
    objective a { prompt "
        (objective a prompt:"") ! ": The string is not closed: write '"' at its end, or """ for a text of several lines. ! ": The objective is not closed: write '}' after this.
    objective a { prompt """
        (objective a prompt:block"") ! """: The text is not closed: write """ on a line of its own after it.
    objective a { ->
        (objective a ->?) ! ->: The next objective's name is missing after '->'. ! ->: The objective is not closed: write '}' after this.
    objective a { -
        (objective a) ! -: '-' does not belong here: an arrow is written ->. ! -: The objective is not closed: write '}' after this.
    objective a { -> b oth
        (objective a ->b) ! oth: 'oth' does not belong behind an arrow's name: 'when "…"', 'otherwise' or nothing does. ! oth: The objective is not closed: write '}' after this.
    objective a { -> check patient }
        (objective a ->check) ! patient: 'patient' does not belong behind an arrow's name: 'when "…"', 'otherwise' or nothing does.
    // only a comment
        
    ﻿objectives "With a byte order mark"
        (objectives "With a byte order mark")"
  `);
});
