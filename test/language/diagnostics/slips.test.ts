// Slips of people who are new to the language: each is said once, in words that tell what to write.
import { describe, expect, test } from "vitest";
import { messageOf } from "../../support/sentences.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { assemble } from "../../../server/src/language/model/files.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { checkFindings, findingsOf } from "../../support/findings.ts";

/** All that is said about the set of these lines. */
function checkSaid(lines: string, ...sentences: readonly string[]): void {
  const found = findingsOf(`objectives "S"\n${lines}\n`);
  expect(found.map(({ code, arguments: args }) => messageOf(code, args))).toEqual(sentences);
}

/** The same of an objective of these lines, from which another one is reached. */
function checkSaidIn(lines: string, ...sentences: readonly string[]): void {
  checkSaid(`objective a {\n${lines}\n-> b\n}\nobjective b { prompt "Say goodbye." }`, ...sentences);
}

describe("variables", () => {
  test("names in several words are said together, and none of them is a variable", () => {
    checkSaidIn(
      'prompt "Ask."\ncollect first name, last name',
      "A name has no spaces: write first_name, last_name.",
    );
    checkSaidIn(
      'prompt "Ask."\ncollect age, date of birth, city, first name',
      "A name has no spaces: write date_of_birth, city, first_name.",
    );
  });

  test("without any comma, or with '_' in them, names may be several", () => {
    checkSaidIn(
      'prompt "Ask."\ncollect first last',
      "A comma is missing before 'last', or '_' if they are one name: first_last.",
    );
    checkSaidIn('prompt "Ask."\ncollect first_name last_name, age', "A comma is missing before 'last_name'.");
    checkSaidIn(
      'prompt "Ask."\ncollect full_name home_city age_group',
      "A comma is missing before 'home_city'.",
    );
  });
});

const LIST =
  "Variables stand with commas between them, and without brackets, dashes and other marks: collect a, b.";

describe("lists as other languages write them", () => {
  test.each([
    "\n  - name\n  - age",
    ":\n  - name\n  - age",
    ": [\n  name,\n  age\n]",
    ' [\n  "name",\n  "age",\n]',
    " [name, age]",
    ": [name, age]",
    " { name, age }",
    " {\n  name\n  age\n}",
    " name; age",
    " name\n  age\n  email",
    " name\n  age,\n  email",
  ])("collect%s", (list) => {
    checkSaidIn(`prompt "Ask."\ncollect${list}`, LIST);
    checkSaidIn(`prompt "Ask."\ncollect${list}\nconfirm auto`, LIST);
  });

  test("notes between braces", () => {
    const NOTE = 'A note is a name and a text: meta owner "Ana".';
    checkSaidIn('prompt "Ask."\nmeta { owner "Ana" }', NOTE);
    checkSaidIn('prompt "Ask."\nmeta {\n  owner "Ana"\n  team "x"\n}', NOTE);
  });

  test("prose with a list", () => {
    checkSaidIn(
      "prompt Ask for:\n  - name\n  - date of birth\ncollect age",
      'A text of several lines stands between """ and """, each at the end of its line.',
    );
  });
});

describe("quotes of another kind in a list", () => {
  test.each(["'age', 'city'", "age, 'city'", '"age", [city]'])("%s", (names) => {
    checkSaidIn(`prompt "Ask."\ncollect ${names}`, LIST);
  });
});

describe("words of the language", () => {
  const RESERVED = (word: string): string =>
    `'${word}' is a word of the language: as a name it is written "${word}".`;

  test("stand in quotes in a list, each said once", () => {
    checkSaidIn('prompt "Ask."\ncollect next, prompt', RESERVED("prompt"));
    checkSaidIn('prompt "Ask."\ncollect when, otherwise', RESERVED("when"), RESERVED("otherwise"));
    checkSaidIn('prompt "Ask."\ncollect objective, age', RESERVED("objective"));
    checkSaidIn('prompt "Ask."\ncollect first prompt, age', "A name has no spaces: write first_prompt.");
  });
});

describe("texts", () => {
  const OVER_LINES =
    'A string ends on its line: a text of several lines stands between """ and """, each at the end of its line.';

  test("a string over lines is said once, whatever stands on them", () => {
    checkSaidIn('prompt "Ask for the name.\n  Be brief, and\n  confirm it -> then go."', OVER_LINES);
    checkSaidIn('prompt "Ask.\n"\ncollect age', OVER_LINES);
    checkSaid('objective a { prompt "Ask.\n  Be brief." }', OVER_LINES);
  });

  test.each([
    "'''\n  Ask for it.\n  Then: collect -> it.\n  '''",
    "```\n  Ask for it.\n  ```",
    "```Ask for it.```",
    ">\n  Ask for it,\n  and prompt for more.",
    "|\n  Ask for it.",
    "Ask for the name,\n  and be brief.\n  Then collect what else they say.",
  ])("a text of several lines as in other languages: %j", (text) => {
    const BLOCK = 'A text of several lines stands between """ and """, each at the end of its line.';
    checkSaidIn(`prompt ${text}\ncollect age`, BLOCK);
  });

  test("a line below prose that may be a property is none of it", () => {
    const UNQUOTED = 'A text stands between straight double quotes: prompt "…".';
    checkSaidIn("prompt Ask for the name\ncolect age", UNQUOTED, MEANT_COLLECT);
    checkSaidIn("prompt Ask for the name\ncollect age", UNQUOTED);
  });

  test.each([
    ['"""', '"""'],
    ['""">', '"""'],
    ['"""', '""'],
  ])("%s closed by %s behind its last words", (open, closing) => {
    const OWN_LINE = 'The closing """ stands on a line of its own.';
    checkSaidIn(`  prompt ${open}\n    Ask for the name\n    and age.${closing}\n  collect age`, OWN_LINE);
    checkSaid(
      `objective a {\n  prompt ${open}\n    Ask for it.${closing}\n  -> b\n}\nobjective b { prompt "Say why." -> c }\nobjective c { prompt "Say when." }\nscenario "s" { a b }`,
      OWN_LINE,
    );
  });

  test("a text of several lines that is not closed ends above what is none", () => {
    const OPEN = 'The text is not closed: write """ on a line of its own after it.';
    checkSaidIn('  prompt """\n    Ask for it.\n    Then: collect -> it.\n\n  collect age', OPEN);
    checkSaidIn('  prompt """\n  Ask for it.\n  Be brief.', OPEN);
  });

  test("an open string, and a brace in it, are one slip", () => {
    const OPEN = 'The string is not closed: write \'"\' at its end, or """ for a text of several lines.';
    checkSaidIn('prompt "Ask for the name.\n  collect age', OPEN);
    checkSaidIn('prompt "Ask.\n  confirm manual\n  collect age', OPEN, MANUAL);
    checkSaid('objective a { prompt "Ask. }', OPEN);
  });
});

const MEANT_COLLECT = "An objective has no property 'colect'. Did you mean 'collect'?";
const MANUAL =
  "With 'manual' the conversation waits until the client sends conversation.objective.confirm: make sure that yours does.";

describe("keywords in other places", () => {
  test("a declaration's word within a line begins none", () => {
    const UNQUOTED = (word: string): string => `A text stands between straight double quotes: ${word} "…".`;
    checkSaid("include 'a.objectives'\nobjective a { prompt \"Ask.\" }", UNQUOTED("include"));
    checkSaidIn("prompt Ask for the objective of the call", UNQUOTED("prompt"));
    checkSaidIn(
      'prompt "Ask."\nthe objective is to greet',
      "An objective has no property 'the'. A note of your own is written meta name \"…\".",
    );
    checkSaid(
      'please write an objective here\nobjective a { prompt "Ask." }',
      "No declaration begins with 'please': an objective is written 'objective name { … }'.",
    );
  });
});

describe("quotes in texts", () => {
  const QUOTE = "A '\"' inside of a text is written \\\": without the backslash the text ends there.";

  test.each([
    'Say "hello" to them.',
    'Say ""hello"" to them.',
    'Say "hello", then collect it -> now.',
    'Say "hello" and "bye".',
    'Say "hello to them.',
  ])("%s", (words) => {
    checkSaidIn(`prompt "${words}"`, QUOTE);
    checkSaid(`objective a { prompt "${words}" }`, QUOTE);
  });

  test("a text that only lacks a blank behind it is whole", () => {
    checkSaidIn('prompt "Ask."collect age');
    checkSaidIn('prompt "Ask.",', "',' does not belong here: what follows begins by itself.");
  });
});

describe("arrows", () => {
  test("a condition before its arrow is its condition", () => {
    const first = (word: string): string => `The arrow stands before its condition: -> ${word}.`;
    const rest = '}\nobjective b { prompt "Say goodbye." }\nobjective c { prompt "Say why." }';
    checkSaid(
      `objective a {\nprompt "Ask."\nwhen "It is late" -> b\notherwise -> c\n${rest}`,
      first('b when "…"'),
      first("c otherwise"),
    );
    checkSaid(
      `objective a {\nprompt "Ask."\n-> b when "It is late"\notherwise -> c\n${rest}`,
      first("c otherwise"),
    );
  });

  test("a condition before its arrow, in words of other languages", () => {
    checkSaid(
      'objective a {\nprompt "Ask."\nif "It is late" -> b\nelse -> c;\n}\nobjective b { prompt "Say goodbye." }\nobjective c { prompt "Say why." }',
      'The arrow stands before its condition: -> b when "…".',
      "The arrow stands before its condition: -> c otherwise.",
      "No ';' is needed: what follows begins by itself.",
    );
  });

  test("a condition below its arrow stays its condition, whatever follows it on the line", () => {
    checkSaid(
      'objective a {\nprompt "Ask."\n-> b when "It is late"\n-> c\notherwise "It is early" -> b\n}\nobjective b { prompt "Say goodbye." }\nobjective c { prompt "Say why." }',
      "'-> b' is always taken, and conditions stand beside it: the platform does one or the other. A condition leads to 'b' too: remove one of the two arrows.",
    );
  });

  test.each(["-", "--", "- >", "—", "-- >", ">", "➜"])("'%s' is an arrow where a name follows", (dashes) => {
    checkSaid(
      `objective a {\nprompt "Ask."\n${dashes} b\n}\nobjective b { prompt "Say goodbye." }`,
      "An arrow is written '->'.",
    );
  });
});

describe("arrows in defaults", () => {
  const IN_DEFAULTS = "An arrow cannot stand in 'defaults': it belongs to one objective.";

  test.each([
    ["-> b", []],
    ['when "It is late" -> b', ['The arrow stands before its condition: -> b when "…".']],
    ["otherwise b", ["The arrow stands before its condition: -> b otherwise."]],
    ["if it is late -> b", ['The arrow stands before its condition: -> b when "…".']],
    ['b when "It is late"', ["'->' is missing before 'b'."]],
    ["- b", ["An arrow is written '->'."]],
  ])("have no place there, however they are written: %s", (arrow, slips) => {
    checkSaid(`defaults {\n${arrow}\n}\nobjective b { prompt "Say goodbye." }`, ...[...slips, IN_DEFAULTS]);
  });
});

describe("arrows as other languages write them", () => {
  const checkWays = (lines: string, ...sentences: readonly string[]): void =>
    checkSaid(
      `objective a {\nprompt "Ask."\n${lines}\n}\nobjective b { prompt "Say goodbye." }\nobjective c { prompt "Say why." }\nscenario "s" { a b }`,
      ...sentences,
    );
  const NAME = "A name stands without brackets, and in no quotes but straight double ones: -> b.";
  const FIRST = (name: string, word: string): string =>
    `The arrow stands before its condition: -> ${name} ${word}.`;

  test("names between other marks", () => {
    for (const name of ["{ b }", "[b]", "“b”", "‘b’", "'b'", "`b`", '["b"]'])
      checkWays(`-> ${name} when "It is late"\n-> c otherwise`, NAME);
    checkWays("-> [b, c]", "An arrow leads to one objective: write another '->' for the next.");
    checkWays(
      "-> “b” when “It is late”\n-> c otherwise",
      NAME,
      'A text stands between straight double quotes: when "…".',
    );
  });

  test("conditions behind other marks", () => {
    const WHEN = (mark: string): string => `A condition begins with 'when', not with '${mark}'.`;
    checkWays('-> b ("It is late")\n-> c otherwise', WHEN("("));
    checkWays('-> b: "It is late"\n-> c: "It is early, otherwise"', WHEN(":"), WHEN(":"));
  });

  test("names without an arrow", () => {
    const ARROW = (name: string): string => `'->' is missing before '${name}'.`;
    checkWays('b when "It is late"\nc otherwise', ARROW("b"), ARROW("c"));
  });

  test("words before an arrow", () => {
    checkWays('-> b when "It is late"\notherwise c', FIRST("c", "otherwise"));
    checkWays('-> b when "It is late"\notherwise: -> c', FIRST("c", "otherwise"));
    checkWays("if the patient is new -> b\nelse -> c", FIRST("b", 'when "…"'), FIRST("c", "otherwise"));
    checkWays(
      "when the patient is new -> b\notherwise -> c",
      FIRST("b", 'when "…"'),
      FIRST("c", "otherwise"),
    );
  });
});

describe("texts that are not opened as they should be", () => {
  const FOLDED = 'A folded text begins with """>, and its words on the line after.';

  test.each(['"">', '""" >', '>"""'])("%s", (opening) => {
    checkSaidIn(`  prompt ${opening}\n    Ask for it,\n    and be brief.\n    """\n  collect age`, FOLDED);
  });

  test("words behind what opens a folded text", () => {
    checkSaidIn(
      '  prompt """> Ask\n    for it.\n    """\n  collect age',
      'The text begins on the line after """>.',
    );
  });

  test("prose below its keyword", () => {
    checkSaidIn("prompt\n  Ask the name", 'A text stands between straight double quotes: prompt "…".');
    checkSaidIn(
      "prompt\n  Ask the name, and be\n  brief about it.\ncollect age",
      'A text of several lines stands between """ and """, each at the end of its line.',
    );
  });

  test("a quote within, with a blank behind it", () => {
    checkSaidIn(
      'prompt "Ask" the name"',
      "A '\"' inside of a text is written \\\": without the backslash the text ends there.",
    );
  });
});

describe("what comes from elsewhere", () => {
  const MERGE = "A merge left this mark: keep one of the two versions, without the marks.";
  const B = 'objective b { prompt "Say why." }';

  test("two versions of a merge are one slip", () => {
    const one = 'objective a {\n  prompt "Ask."\n  -> b\n}';
    checkSaid(`<<<<<<< HEAD\n${one}\n=======\n${one}\n>>>>>>> other\n${B}`, MERGE);
    checkSaid(
      `objective a {\n<<<<<<< HEAD\n  prompt "Ask."\n=======\n  prompt "Ask them."\n>>>>>>> other\n  -> b\n}\n${B}`,
      MERGE,
    );
  });

  test.each(["```", "```objectives"])("a fence around a file: %s", (fence) => {
    const found = findingsOf(`${fence}\nobjectives "S"\nobjective a { prompt "Ask." -> b }\n${B}\n\`\`\`\n`);
    expect(found.map(({ code, arguments: args }) => messageOf(code, args))).toEqual([
      "A fence belongs to another document: leave it out, and the one at the end.",
    ]);
  });

  test("a word that is called as one of these is none", () => {
    checkSaid(
      `objective a {\n  prompt "Ask."\n  fence 3\n  -> b\n}\n${B}\n\`\`\``,
      "An objective has no property 'fence'. A note of your own is written meta name \"…\".",
      "A fence belongs to another document: leave it out, and the one at the end.",
    );
  });

  test("names with pictures are as many names", () => {
    const NAME = (picture: string, name: string): string =>
      `A name has letters, digits, '_' and '-', and no '${picture}': write ${name}.`;
    checkSaid(
      'objective ask_😀 { prompt "Ask." -> ask_🎉 }\nobjective ask_🎉 { prompt "Say why." }',
      NAME("😀", "ask_1f600"),
      NAME("🎉", "ask_1f389"),
      NAME("🎉", "ask_1f389"),
    );
  });

  test("a name in brackets", () => {
    checkSaid(
      'objective(a) { prompt "Ask." collect age }',
      "A name stands without brackets, and in no quotes but straight double ones: objective a.",
    );
  });

  test("an arrow to a sentence", () => {
    checkSaid(
      `objective a { prompt "Ask." -> "Say bye" }\n${B}`,
      "No objective is called 'Say bye': write one, or lead somewhere else.",
    );
  });
});

describe("what follows from a slip", () => {
  const MEANT = (word: string, meant: string): string =>
    `An objective has no property '${word}'. Did you mean '${meant}'?`;
  const B = '}\nobjective b { prompt "Say goodbye." }';

  test.each(["promt", "Prompt", "objective_prompt"])("with '%s' no prompt is missing", (word) => {
    checkSaid(`objective a { ${word} "Ask." }`, MEANT(word, "prompt"));
  });

  test("with the platform's JSON none is, either", () => {
    const asInJson = (word: string): string =>
      `'${word}' stands here as in JSON: a property has neither quotes nor a colon. The platform's JSON becomes text when it is decompiled.`;
    checkSaid(
      'objective a {\n"prompt": "Ask.",\n"collect": ["age"]\n}',
      asInJson("prompt"),
      asInJson("collect"),
    );
    checkSaid(
      'objective a { "Ask." }',
      "A text does not belong here: a property's keyword is missing before it.",
    );
  });

  test("what a broken arrow was meant to lead to is no other start", () => {
    checkSaid(`objective a {\nprompt "Ask."\n=>\n${B}`, "The next objective's name is missing after '->'.");
    checkSaid(`objective a {\nprompt "Ask."\nnext: b\n${B}`, MEANT("next", "->"));
    checkSaid(`objective a {\nprompt "Ask."\nb\n${B}`, MEANT("b", "-> b"));
    checkSaid(
      `objective a {\nprompt "Ask."\nb\n}\nobjective b {\nprompt "Say why."\n-> c\n}\nobjective c { prompt "Say when." }\nscenario "s" { a b }`,
      MEANT("b", "-> b"),
    );
  });

  test("another slip elsewhere is no broken arrow", () => {
    checkSaid(
      `objective a { prompt: "Ask." }\nobjective b { prompt "Say why." }`,
      "There is no ':' after 'prompt': write its value right behind it.",
      "Nothing leads to 'b', and the conversation starts with 'a': link to it (-> b). The platform takes exactly one start.",
    );
  });
});

describe("values", () => {
  const UNQUOTED = (start: string): string => `A text stands between straight double quotes: ${start} "…".`;
  const ASK = 'objective a { prompt "Ask ${x}." collect age }';

  test("of a param", () => {
    checkSaid(`param x = hello\n${ASK}`, UNQUOTED("param x ="));
    checkSaid(`param x = 5\n${ASK}`, UNQUOTED("param x ="));
    checkSaid(`param x: "6"\n${ASK}`, "'=' stands between 'x' and its value, not ':'.");
    checkSaid(`param x "6"\n${ASK}`, "'=' is missing after 'x'.");
    checkSaid(`param x =\n${ASK}`, "A text is missing after '=': param x = \"…\".", NO_VALUE);
  });

  test("of a step", () => {
    const scenario = (value: string): string => `param x = "1"\n${ASK}\nscenario "s" { a { age${value} } }`;
    checkSaid(scenario(': "6"'), "'=' stands between 'age' and its value, not ':'.");
    checkSaid(scenario(" = 6"), UNQUOTED("age ="));
  });

  test("a param that a broken text puts in is used", () => {
    const SIGN = "'${' begins a param's name and '}' ends it. To say it as it is, write \\${.";
    checkSaid('param x = "1"\nobjective a { prompt "Ask ${x" }', SIGN);
    checkSaid('param x = "1"\nobjective a { prompt "Ask ${ x }" }', SIGN);
    checkSaid('param x = "1"\nobjective a { prompt Ask ${x} now }', UNQUOTED("prompt"));
  });
});

const NO_VALUE = "'x' has no value here: give it one (param x = \"…\"), or compile with --param x=….";

describe("words behind an arrow's name", () => {
  const ways = (one: string, other: string): string =>
    `objective a {\nprompt "Ask."\n-> b ${one}\n-> c ${other}\n}\nobjective b { prompt "Say goodbye." }\nobjective c { prompt "Say why." }`;

  test.each(["else", "othrwise", 'else "Whatever else"'])("%s is a catch-all", (word) => {
    const [said = ""] = word.split(" ");
    checkSaid(
      ways('when "It is late"', word),
      `'${said}' does not belong behind an arrow's name. Did you mean 'otherwise'?`,
    );
  });

  test("a condition without quotes is one", () => {
    checkSaid(ways("if it is late", "otherwise"), "A condition begins with 'when', not with 'if'.");
  });
});

describe("the head of an objective", () => {
  const MARK = (mark: string, name: string): string =>
    `A name has letters, digits, '_' and '-', and no ${mark}: write ${name}.`;
  const BODY = ' {\nprompt "Ask."\ncollect age\n}';

  test("a name with marks is one name, where it is said and where it leads", () => {
    checkSaid(`objective ask.guest${BODY}`, MARK("'.'", "ask_guest"));
    checkSaid(`objective ask\u200bed${BODY}`, MARK("invisible U+200B", "asked"));
    checkSaid(
      `objective a { prompt "Ask." -> ask.guest }\nobjective ask_guest${BODY}`,
      MARK("'.'", "ask_guest"),
    );
    checkSaidIn('prompt "Ask."\ncollect age, first.name, city', MARK("'.'", "first_name"));
  });

  test("a param is no part of a name", () => {
    checkSaid(
      `param who = "x"\nobjective ask_\${who}${BODY}`,
      "A name has no param in it: write each name as it is.",
    );
  });

  test.each([
    [":", ""],
    ["(", ")"],
    ["[", "]"],
  ])("'%s' stands for a brace", (mark, closing) => {
    checkSaid(
      `objective a ${mark}\n  prompt "Ask."\n  collect age\n${closing}`,
      `'{' stands here, not '${mark}': what belongs to the objective stands between '{' and '}'.`,
    );
  });

  test("what leads on stands inside", () => {
    checkSaid(
      'objective a -> b { prompt "Ask." }',
      "Only its name stands between 'objective' and '{': leave this out. What is next is an arrow inside, such as -> close.",
    );
  });

  test("a name by itself was meant as the set's", () => {
    const found = findingsOf('objective "S"\nobjective a { prompt "Ask." collect age }\n');
    expect(found.map(({ code, arguments: args }) => messageOf(code, args))).toEqual([
      "An objective has a body: objective name { … }. The name of a set begins with 'objectives': objectives \"…\".",
    ]);
  });
});

describe("scenarios", () => {
  const OBJECTIVES =
    'objective a { prompt "Ask." collect age -> b }\nobjective b { prompt "Say goodbye." }\n';
  const saidIn = (steps: string, ...sentences: readonly string[]): void =>
    checkSaid(`${OBJECTIVES}scenario "s" {\n${steps}\n}`, ...sentences);
  const NO_STEP = (mark: string): string =>
    `'${mark}' does not belong in a scenario: a step is an objective's name, and the last line may be 'end'.`;

  test("marks before steps and between them", () => {
    saidIn("1. a\n2. b", NO_STEP("1"), NO_STEP("2"));
    saidIn("a -> b", NO_STEP("->"));
    saidIn("- a\n- b", NO_STEP("-"), NO_STEP("-"));
  });

  test("what a step gives, without braces", () => {
    const OUTSIDE = "What a step gives stands between '{' and '}': a { age = \"…\" }.";
    saidIn('a age = "6"\nb', OUTSIDE);
    saidIn('a\n  age = "6"\nb', OUTSIDE);
    saidIn('a\n  age = "6"\n}', OUTSIDE);
    saidIn(
      'a { age = "6",  }\nb',
      '\',\' does not belong here: what a step gives stands side by side, such as age = "6" city = "Rome".',
    );
  });

  test("a step that is not closed", () => {
    saidIn('a { age = "6"\nb\nend', "The step is not closed: write '}' after this.");
  });

  test("a title that is missing, or empty", () => {
    const MISSING = "A text is missing after 'scenario': scenario \"…\".";
    checkSaid(`${OBJECTIVES}scenario { a }\nscenario { a }`, MISSING, MISSING);
    checkSaid(
      `${OBJECTIVES}scenario "" { a }\nscenario "" { a }`,
      "Another scenario has an empty title, too: give this one words by which it is known.",
    );
  });

  test("behind what cannot be read no step is wrong", () => {
    saidIn("b ; a", NO_STEP(";"));
  });
});

describe("includes", () => {
  const said = (path: string): readonly string[] =>
    findingsOf(`objectives "S"\ninclude ${path}\nobjective a { prompt "Ask." collect age }\n`)
      .filter(({ code }) => code.startsWith("include-"))
      .map(({ code, arguments: args }) => messageOf(code, args));

  test.each([
    ['".\\\\a.objectives"', "A path has '/' between its parts, not '\\': ./a.objectives."],
    ['"."', "'.' is a folder: name a file in it, such as include \"./closing.objectives\"."],
    ['"./parts/"', "'./parts/' is a folder: name a file in it, such as include \"./closing.objectives\"."],
    [
      '"./other"',
      "'./other' is not there: write that file, or correct the path. It is seen from this file. Its name may lack its ending: ./other.objectives.",
    ],
    ['""', 'Nothing is included: name a file, such as include "./closing.objectives".'],
  ])("%s", (path, sentence) => {
    expect(said(path)).toEqual([sentence]);
  });

  test("a text that is in no file yet can include none", () => {
    const set = assemble(
      { id: "untitled:Untitled-1", source: parse('objectives "S"\ninclude "./a.objectives"\n') },
      { resolve: (_, path) => `untitled:${path}`, read: () => "missing" },
    );
    const [found] = check(analyze(set)).findings;
    expect(found && messageOf(found.code, found.arguments)).toBe(
      "This text is in no file yet: save it, and it can include others.",
    );
  });
});

describe("includes that cannot be read", () => {
  const SET = 'objectives "S"\n';
  const REST = '\nobjective a { prompt "Ask." -> c }\n// c.objectives\nobjective c { prompt "Say why." }\n';
  const UNQUOTED = 'A text stands between straight double quotes: include "…".';

  test.each([
    ["include ./c.objectives", UNQUOTED],
    ["include “./c.objectives”", UNQUOTED],
    ["include './c.objectives'", UNQUOTED],
    ['include: "./c.objectives"', "There is no ':' after 'include': write its value right behind it."],
    ['Include "./c.objectives"', "No declaration begins with 'Include'. Did you mean 'include'?"],
    ['import "./c.objectives"', "No declaration begins with 'import'. Did you mean 'include'?"],
  ])("%s leads to its file", (line, sentence) => {
    const found = findingsOf(SET + line + REST);
    expect(found.map(({ code, arguments: args }) => messageOf(code, args))).toEqual([sentence]);
  });

  test.each([
    ["include", "A text is missing after 'include': include \"…\"."],
    ['include ".\\c.objectives"', "A path has '/' between its parts, not '\\': ./c.objectives."],
    ["include 'c of them'", UNQUOTED],
  ])("%s leaves the set's names open", (line, sentence) => {
    checkSaid(`${line}\nobjective a { prompt "Ask \${x}." -> c }`, sentence);
  });
});

describe("declarations whose word is another or missing", () => {
  const OUTSIDE = (word: string, meant: string): string =>
    `No declaration begins with '${word}'. Did you mean '${meant}'?`;

  test("an objective without its word is one", () => {
    checkSaid(
      'objective a { prompt "Ask." -> ask_status }\nask_status {\n  prompt "Say why."\n  -> c\n}\nobjective c { prompt "Say when." }\nscenario "s" { a ask_status }',
      "'objective' is missing before 'ask_status'.",
    );
  });

  test("an objective without a name may be the one that an arrow leads to", () => {
    checkSaid(
      'objective a { prompt "Ask." -> ask_status }\nobjective { prompt "Say why." -> c }\nobjective c { prompt "Say when." }\nscenario "s" { a ask_status }',
      "The name of the objective is missing.",
    );
  });

  test("a brace around the whole set", () => {
    const found = findingsOf(
      'objectives "S" {\nobjective a { prompt "Ask." -> c }\nobjective c { prompt "Say why." }\n}\n',
    );
    expect(found.map(({ code, arguments: args }) => messageOf(code, args))).toEqual([
      "No '{' stands behind the set's name: its objectives follow by themselves, without '{' and '}'.",
    ]);
  });

  test("params of other languages", () => {
    const ASK = 'objective a { prompt "Ask ${x}." collect age }';
    checkSaid(`let x = "1"\n${ASK}`, OUTSIDE("let", "param"));
    checkSaid(`params { x = "1" }\n${ASK}`, OUTSIDE("params", "param"));
    checkSaid(`param x := "1"\n${ASK}`, "'=' stands between 'x' and its value, not ':='.");
    checkSaid(
      `param y = "1", x = "2"\nobjective a { prompt "Ask \${x} and \${y}." collect age }`,
      "',' does not belong here: what follows begins by itself.",
    );
  });

  test("an arrow outside of every objective", () => {
    const B = 'objective b { prompt "Say why." }';
    const ARROW = "'->' stands outside of every declaration: write it inside 'objective name { … }'.";
    checkSaid(`objective a { prompt "Ask." } -> b\n${B}`, ARROW);
    checkSaid(`objective a { prompt "Ask." }\n-> b\n${B}`, ARROW);
    checkSaid(
      `objective a { prompt "Ask." }\n${B}\na -> b`,
      "No declaration begins with 'a': an objective is written 'objective name { … }'.",
    );
  });

  test("a misspelt name is said where it is used", () => {
    checkSaid(
      'param name = "1"\nobjective a { prompt "Ask ${nmae}." collect age }',
      "No param is called 'nmae'. Did you mean 'name'?",
    );
    checkSaid(
      'objective a { prompt "Ask." colect age -> b }\nobjective b { prompt "Say why." }\nscenario "s" { a { age = "6" } b }',
      MEANT_COLLECT,
    );
  });
});

describe("findings across files", () => {
  test("name the file of the other", () => {
    checkFindings(`
objectives "S"
include "./part.objectives"
param x = "1"
objective a { prompt "Ask \${x}." collect age -> c }
objective c { prompt "Say why." }
scenario "s" { a }
// part.objectives
param x = "2"
#     ^ duplicate-param: The param 'x' exists already in main.objectives: give this one another name, or remove it.
objective a { prompt "Ask." collect age }
#         ^ duplicate-objective: The objective 'a' exists already in main.objectives: give this one another name, or remove it if it is a copy.
objective b { prompt "Say when." }
#         ^ several-starts: Nothing leads to 'b', and the conversation starts with 'a' in main.objectives: link to it (-> b). The platform takes exactly one start.
scenario "s" { a }
#        ^^^ duplicate-scenario: A scenario is called 's' already in main.objectives: give this one another title.
`);
  });
});

describe("names of objectives", () => {
  test("an arrow to the end is none", () => {
    checkSaid(
      'objective a { prompt "Ask." collect age -> end }',
      "No objective is called 'end', and none is needed: a conversation ends where no arrow leads on. Leave this one out.",
    );
  });

  test("two ways to write an accent are two names", () => {
    checkSaid(
      `objective a { prompt "Ask." collect age -> "caf\u00e9" }\nobjective "cafe\u0301" { prompt "Say why." }`,
      "'caf\u00e9' is written with other characters than the objective's name that looks like it: write one of the two everywhere.",
      "'cafe\u0301' may not be understood everywhere: use the letters a to z, digits and '_', up to 100 of them.",
    );
  });
});

describe("a misspelt word for an objective", () => {
  const OBJECTIVE = "No declaration begins with 'Objective'. Did you mean 'objective'?";

  test("begins one, to which arrows may lead", () => {
    checkSaid('objective a { prompt "Ask." collect age -> b }\nObjective b { prompt "Say why." }', OBJECTIVE);
  });

  test("hides no other slip", () => {
    checkSaid(
      'Objective a { prompt: "Ask." }',
      OBJECTIVE,
      "There is no ':' after 'prompt': write its value right behind it.",
    );
  });
});

describe("what is said can be done as it is said", () => {
  test("a word that turns a condition round is not simply replaced", () => {
    checkSaid(
      'objective a { prompt "Ask." -> b unless "New" -> c otherwise }\nobjective b { prompt "B" }\nobjective c { prompt "C" }',
      "'unless' turns a condition round: write 'when' and the opposite of what stands here.",
    );
  });

  test.each([
    ["collect a and b", "A comma stands between two variables, not 'and'; in one name, '_': a_and_b."],
    ["collect age: number", "A variable is only a name: leave ': number' out."],
    ["collect age: number, city: string", "A variable is only a name: leave ': number' out."],
    ["callback none", "'none' is no address: callback \"\" says that there is none."],
    ["manual", "An objective has no property 'manual'. Did you mean 'confirm manual'?"],
    ["visual", "An objective has no property 'visual'. Did you mean 'modality visual'?"],
  ])("%s", (line, sentence) => {
    checkSaidIn(`prompt "Ask."\n${line}`, sentence);
  });
});
