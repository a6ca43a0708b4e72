// What can be done about problems of form: what is missing is written, what is too much goes.
import { describe, expect, test } from "vitest";
import { checkFix, checkOffered, fixesIn } from "../../../support/fixes.ts";

const rest = `\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`;

/** What becomes of the lines of an objective from which two others are reached. */
function checkLines(title: string, before: string, after: string): void {
  const set = (lines: string): string =>
    `objectives "S"\nparam city = "Rome"\nobjective a {\n${lines.replace(/^(?=.)/gm, "  ")}\n}${rest}`;
  checkFix("syntax", title, set(before), set(after));
}

const ways = `\n-> b when "B"\n-> c otherwise`;

describe("texts", () => {
  test("prose gets its quotes, params stay params", () => {
    checkLines(
      "Put the text between quotes",
      `prompt Ask for "it", C:\\x and 5$ in \${city}${ways}`,
      `prompt "Ask for \\"it\\", C:\\\\x and 5$ in \${city}"${ways}`,
    );
    checkLines(
      "Put the text between quotes",
      `prompt "Ask"${ways.replace('"B"', "B b")}`,
      `prompt "Ask"${ways.replace('"B"', '"B b"')}`,
    );
  });

  test("a URL without quotes, which reads as a comment", () => {
    checkFix(
      "syntax",
      "Put the text between quotes",
      `objectives "S"\nobjective a { prompt "p" callback https://example.com/x }\n`,
      `objectives "S"\nobjective a { prompt "p" callback "https://example.com/x" }\n`,
    );
  });

  test.each(["“Ask him.”", "„Ask him.“", "«Ask him.»", "'Ask him.'", "‘Ask him.’", "`Ask him.`"])(
    "%s",
    (written) => {
      checkLines("Write straight quotes", `prompt ${written}${ways}`, `prompt "Ask him."${ways}`);
    },
  );

  test("where it cannot be known where the text ends somebody has to look", () => {
    const [fix] = fixesIn(`objectives "S"\nobjective a { prompt Ask confirm manual }\n`, "syntax");
    expect(fix?.kind).toBe("choice");
  });

  test("an open string is closed", () => {
    checkLines(
      "Write '\"' at the end of the line",
      `prompt "Ask \${city}. ${ways}`,
      `prompt "Ask \${city}." ${ways}`,
    );
    checkLines("Write a straight quote", `prompt "Ask.”${ways}`, `prompt "Ask."${ways}`);
    checkFix(
      "syntax",
      "Write '\"' before the brace",
      `objectives "S"\nobjective a { prompt "Ask. }\n`,
      `objectives "S"\nobjective a { prompt "Ask." }\n`,
    );
  });

  test("quotes in a text have a backslash", () => {
    const fix = `Write '\\"' for each quote in the text`;
    checkLines(fix, `prompt "Say "yes" and "no"."${ways}`, `prompt "Say \\"yes\\" and \\"no\\"."${ways}`);
    checkLines(
      fix,
      `prompt "p"${ways.replace("B", 'He says "no"')}`,
      `prompt "p"${ways.replace("B", 'He says \\"no\\"')}`,
    );
    checkFix(
      "syntax",
      fix,
      `objectives "S"\nobjective a { prompt "Say "yes." }\n`,
      `objectives "S"\nobjective a { prompt "Say \\"yes." }\n`,
    );
  });

  test("a string over lines is a text of several lines, or one line", () => {
    const before = `prompt "Ask \${city}\n    for it.\n\n      Confirm it."${ways}`;
    checkLines(
      'Write it between """ and """',
      before,
      `prompt """\n  Ask \${city}\n  for it.\n\n    Confirm it.\n  """${ways}`,
    );
    checkLines("Write it on one line", before, `prompt "Ask \${city} for it. Confirm it."${ways}`);
  });

  test("a text of several lines as in other languages", () => {
    const block = (quotes: string): string => `prompt ${quotes}\n  Ask\n    him.\n  """${ways}`;
    const fix = 'Write it between """ and """';
    checkLines(fix, `prompt \`\`\`\n  Ask\n    him.\n  \`\`\`${ways}`, block('"""'));
    checkLines(fix, `prompt '''\nAsk\n  him.\n'''${ways}`, block('"""'));
    checkLines(fix, `prompt |\n  Ask\n    him.${ways}`, block('"""'));
    checkLines(
      fix,
      `prompt Ask for\n  the name and\n    be very brief.${ways}`,
      `prompt """\n  Ask for\n  the name and\n    be very brief.\n  """${ways}`,
    );
    checkLines(fix, `prompt >\n  Ask\n    him.${ways}`, block('""">'));
  });

  test("an open block is closed below what is indented further", () => {
    checkLines(
      'Write """ below the text',
      `prompt """\n    Ask.\n\n      Be brief.\n\nconfirm auto${ways}`,
      `prompt """\n    Ask.\n\n      Be brief.\n    """\n\nconfirm auto${ways}`,
    );
    checkOffered("syntax", `objectives "S"\nobjective a {\n  prompt """\n  -> b\n}\n`, []);
  });

  test("three quotes around a line are one", () => {
    checkLines(
      "Write one quote on each side",
      `prompt """ Ask "him" \\"so\\". """${ways}`,
      `prompt "Ask \\"him\\" \\"so\\"."${ways}`,
    );
  });

  test("a block begins below its quotes", () => {
    checkLines(
      'Begin the text below """',
      `prompt """Ask.\n    Be brief.\n\n      Thank.\n    """${ways}`,
      `prompt """\n  Ask.\n  Be brief.\n\n    Thank.\n  """${ways}`,
    );
  });

  test("a block where a string is needed is one", () => {
    checkLines(
      "Write it on one line",
      `prompt "p"\nmeta x """\n  a "b"\n  c\n  """${ways}`,
      `prompt "p"\nmeta x "a \\"b\\"\\nc"${ways}`,
    );
  });

  test("a text by itself is the prompt, where none is", () => {
    checkLines("Write 'prompt' before it", `"Ask."${ways}`, `prompt "Ask."${ways}`);
    checkOffered("syntax", `objectives "S"\nobjective a { prompt "p" "q" }\n`, []);
  });
});

describe("arrows and what stands behind them", () => {
  test.each(["-->", "=>", "→", "–>"])("%s is an arrow", (arrow) => {
    checkLines(`Replace '${arrow}' by '->'`, `prompt "p"${ways.replace("->", arrow)}`, `prompt "p"${ways}`);
  });

  test("a dash is an arrow where a name follows", () => {
    checkLines("Replace '–' by '->'", `prompt "p"\n– b\n-> c when "C"`, `prompt "p"\n-> b\n-> c when "C"`);
  });

  test("words for 'when' and 'otherwise'", () => {
    checkLines(
      "Write 'when' before the condition",
      `prompt "p"${ways.replace("when ", "")}`,
      `prompt "p"${ways}`,
    );
    checkLines("Replace 'if' by 'when'", `prompt "p"${ways.replace("when", "if")}`, `prompt "p"${ways}`);
    checkLines("Replace 'wehn' by 'when'", `prompt "p"${ways.replace("when", "wehn")}`, `prompt "p"${ways}`);
    checkLines(
      "Replace 'else' by 'otherwise'",
      `prompt "p"${ways.replace("otherwise", "else")}`,
      `prompt "p"${ways}`,
    );
    checkLines(
      "Replace 'otherwse' by 'otherwise'",
      `prompt "p"${ways.replace("otherwise", "otherwse")}`,
      `prompt "p"${ways}`,
    );
  });

  test("a condition behind its arrow", () => {
    checkLines("Write the arrow first", `prompt "p"\nwhen "B" -> b\n-> c otherwise`, `prompt "p"${ways}`);
    checkLines("Write the arrow first", `prompt "p"\n-> b when "B"\notherwise -> c`, `prompt "p"${ways}`);
    checkLines("Write the arrow first", `prompt "p"\nif "B" -> b\n-> c otherwise`, `prompt "p"${ways}`);
  });

  test("a condition without quotes", () => {
    checkLines(
      'Write when "it is late"',
      `prompt "p"\n-> b if it is late\n-> c otherwise`,
      `prompt "p"${ways.replace("B", "it is late")}`,
    );
  });

  test("a word that turns the condition round is no 'when'", () => {
    checkOffered("syntax", `objectives "S"\nobjective a { prompt "p" -> a unless "A" }\n`, []);
  });

  test("a name in two words", () => {
    checkFix(
      "syntax",
      "Replace 'say bye' by 'say_bye'",
      `objectives "S"\nobjective a { prompt "p" -> say bye }\nobjective say_bye { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" -> say_bye }\nobjective say_bye { prompt "p" }\n`,
    );
  });

  test("of 'when' and 'otherwise' one stays", () => {
    const one = (words: string): string => `prompt "p"\n-> b ${words}\n-> c when "C"`;
    checkLines("Remove 'otherwise'", one('otherwise when "B"'), one('when "B"'));
    checkLines("Remove 'when'", one('otherwise when "B"'), one('otherwise "B"'));
    checkLines("Remove 'otherwise'", one('when "B" otherwise'), one('when "B"'));
    checkLines("Write 'otherwise' instead of 'when'", one('when "B" otherwise'), one('otherwise "B"'));
  });

  test("every target has its own arrow", () => {
    checkLines("Write another arrow, -> c", `prompt "p"\n-> b , c`, `prompt "p"\n-> b\n-> c`);
    checkLines("Remove the comma", `prompt "p"\n-> b,\n-> c`, `prompt "p"\n-> b\n-> c`);
    checkFix(
      "syntax",
      "Write another arrow, -> c",
      `objectives "S"\nobjective a { prompt "p" -> b, c }${rest}`,
      `objectives "S"\nobjective a { prompt "p" -> b -> c }${rest}`,
    );
  });
});

describe("the platform's JSON", () => {
  test("its entries are properties and arrows", () => {
    const rest = ways.replace("\n", "");
    const fix = (word: string): string => `Write '${word}' without quotes`;
    checkLines(fix("prompt"), `"objective_prompt": "Ask.",\n${rest}`, `prompt "Ask."\n${rest}`);
    checkLines(
      fix("collect"),
      `prompt "p"\n"collect": ["x", "y"]\n${rest}`,
      `prompt "p"\ncollect x, y\n${rest}`,
    );
    checkLines(
      fix("confirm"),
      `prompt "p"\n"confirmation_mode": "auto",\n${rest}`,
      `prompt "p"\nconfirm auto\n${rest}`,
    );
    checkLines(
      "Write an arrow for each",
      `prompt "p"\n"next_conditional_objectives": { "b": "B" },\n-> c otherwise`,
      `prompt "p"${ways}`,
    );
  });
});

describe("names and lists", () => {
  test("a name in words, and whatever leads there", () => {
    checkFix(
      "syntax",
      "Replace 'say good bye' by 'say_good_bye'",
      `objectives "S"\nobjective a { prompt "p" -> say }\nobjective say good bye { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" -> say_good_bye }\nobjective say_good_bye { prompt "p" }\n`,
    );
  });

  test("a name has no marks", () => {
    checkFix(
      "syntax",
      "Write 'ask_guest'",
      `objectives "S"\nobjective a { prompt "p" -> ask.guest }\nobjective ask_guest { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" -> ask_guest }\nobjective ask_guest { prompt "p" }\n`,
    );
  });

  test("a word of the language is quoted", () => {
    checkFix(
      "syntax",
      'Write "prompt", in quotes',
      `objectives "S"\nobjective prompt { prompt "p" }\n`,
      `objectives "S"\nobjective "prompt" { prompt "p" }\n`,
    );
  });

  test("several names, or one", () => {
    const collect = (names: string): string => `prompt "p"\ncollect ${names}${ways}`;
    checkLines("Put a comma before 'name'", collect("first name"), collect("first, name"));
    checkLines("Write 'first_name'", collect("first name"), collect("first_name"));
    checkLines("Put commas between the names", collect("a_1 b_1 c_1, d"), collect("a_1, b_1, c_1, d"));
    checkLines(
      "Write 'first_name, age, last_name'",
      collect("x, first name, age, last name"),
      collect("x, first_name, age, last_name"),
    );
    checkLines("Put commas between the words", collect("x, first name"), collect("x, first, name"));
  });

  test("a comma too many goes", () => {
    checkLines(
      "Remove the comma",
      `prompt "p"\ncollect x, y ,\nconfirm auto${ways}`,
      `prompt "p"\ncollect x, y\nconfirm auto${ways}`,
    );
    checkLines("Remove the comma", `prompt "p"\ncollect x, , y${ways}`, `prompt "p"\ncollect x, y${ways}`);
    checkLines("Remove the comma", `prompt "p"\ncollect , x${ways}`, `prompt "p"\ncollect x${ways}`);
    checkLines("Remove the comma", `prompt "p",${ways}`, `prompt "p"${ways}`);
    checkOffered("syntax", `objectives "S"\nobjective a { prompt "p" collect }\n`, []);
  });

  test("brackets go", () => {
    checkLines("Write 'y'", `prompt "p"\ncollect x, 'y'${ways}`, `prompt "p"\ncollect x, y${ways}`);
    checkLines(
      "Write 'collect x, y'",
      `prompt "p"\ncollect ['x', "y"]${ways}`,
      `prompt "p"\ncollect x, y${ways}`,
    );
  });
});

describe("signs", () => {
  test("what needs none has none", () => {
    checkLines("Remove ':'", `prompt:"p"${ways}`, `prompt "p"${ways}`);
    checkLines("Remove '='", `prompt "p"\nconfirm = auto${ways}`, `prompt "p"\nconfirm auto${ways}`);
    checkLines("Remove ';'", `prompt "p";${ways}`, `prompt "p"${ways}`);
    checkFix(
      "syntax",
      "Remove ':'",
      `objectives "S"\nobjective a : { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" }\n`,
    );
  });

  test("what needs one gets it", () => {
    checkFix(
      "syntax",
      "Write '=' before the text",
      `objectives "S"\nparam x "y"\nobjective a { prompt "p \${x}" }\n`,
      `objectives "S"\nparam x = "y"\nobjective a { prompt "p \${x}" }\n`,
    );
  });

  test("a value stands behind '='", () => {
    checkFix(
      "syntax",
      "Replace ':' by '='",
      `objectives "S"\nparam x: "y"\nobjective a { prompt "p \${x}" }\n`,
      `objectives "S"\nparam x = "y"\nobjective a { prompt "p \${x}" }\n`,
    );
    checkFix(
      "syntax",
      "Replace ':=' by '='",
      `objectives "S"\nparam x := "y"\nobjective a { prompt "p \${x}" }\n`,
      `objectives "S"\nparam x = "y"\nobjective a { prompt "p \${x}" }\n`,
    );
    checkFix(
      "syntax",
      "Put the text between quotes",
      `objectives "S"\nparam x = y 5\nobjective a { prompt "p \${x}" }\n`,
      `objectives "S"\nparam x = "y 5"\nobjective a { prompt "p \${x}" }\n`,
    );
  });

  test("comments of other languages", () => {
    checkLines("Write '//' before it", `## Why.\nprompt "p"${ways}`, `// Why.\nprompt "p"${ways}`);
    checkLines("Write '//' before it", `prompt "p" /* why */${ways}`, `prompt "p" // why${ways}`);
    checkLines(
      "Write '//' before every line",
      `/**\n * Why.\n *\n * So.\n */\nprompt "p"${ways}`,
      `// Why.\n//\n// So.\nprompt "p"${ways}`,
    );
    checkOffered("syntax", `objectives "S"\nobjective a { /* why */ prompt "p" }\n`, []);
  });

  test("a value that is missing is one of two", () => {
    checkLines("Write 'confirm manual'", `prompt "p"\nconfirm${ways}`, `prompt "p"\nconfirm manual${ways}`);
  });

  test("a mark of another language goes", () => {
    checkLines("Remove ']'", `prompt "p" ]${ways}`, `prompt "p"${ways}`);
  });
});

describe("steps", () => {
  /** What becomes of the steps of a scenario. */
  const checkSteps = (title: string, before: string, after: string): void => {
    const set = (steps: string): string =>
      `objectives "S"\nobjective a { prompt "p" collect x, y -> b }\nobjective b { prompt "p" }\nscenario "s" {\n${steps.replace(/^/gm, "  ")}\n}\n`;
    checkFix("syntax", title, set(before), set(after));
  };

  test("marks go", () => {
    checkSteps("Remove '1.'", "1. a\nb", "a\nb");
    checkSteps("Remove '->'", "a -> b", "a b");
    checkSteps("Remove the comma", 'a { x = "1", y = "2" }', 'a { x = "1" y = "2" }');
  });

  test("what a step gives has braces", () => {
    checkSteps("Put it between '{' and '}'", 'a x = "1"\nb', 'a { x = "1" }\nb');
    checkSteps("Put it between '{' and '}'", 'a\n  x = "1"\n  y = "2"', 'a {\n  x = "1"\n  y = "2" }');
    checkSteps("Put it between '{' and '}'", 'a\n  x = "1"\n}', 'a {\n  x = "1"\n}');
  });
});

describe("braces and declarations", () => {
  test("an open objective is closed as it was opened", () => {
    checkFix(
      "syntax",
      "Write '}' behind the objective",
      `objectives "S"\r\nobjective a {\r\n  prompt "p"\r\n  -> b // b\r\n\r\nobjective b { prompt "p" }\r\n`,
      `objectives "S"\r\nobjective a {\r\n  prompt "p"\r\n  -> b // b\r\n}\r\n\r\nobjective b { prompt "p" }\r\n`,
    );
    checkFix(
      "syntax",
      "Write '}' behind 'defaults'",
      `objectives "S"\ndefaults { confirm auto // why\nobjective a { prompt "p" }\n`,
      `objectives "S"\ndefaults { confirm auto } // why\nobjective a { prompt "p" }\n`,
    );
  });

  test("an open step is closed, then the scenario", () => {
    checkFix(
      "syntax",
      "Write '}' behind the step",
      `objectives "S"\nobjective a { prompt "p" collect x }\nscenario "A" {\n  a {\n    x = "1"\n`,
      `objectives "S"\nobjective a { prompt "p" collect x }\nscenario "A" {\n  a {\n    x = "1"\n  }\n`,
    );
  });

  test("a brace that is missing at the beginning", () => {
    checkFix(
      "syntax",
      "Write '{' here",
      `objectives "S"\nobjective a\n  prompt "p"\n}\n`,
      `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
    );
    checkFix(
      "syntax",
      "Put what belongs to the objective between '{' and '}'",
      `objectives "S"\nobjective a\n  prompt "p"\n`,
      `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
    );
  });

  test("another mark where a brace should be", () => {
    checkFix(
      "syntax",
      "Replace '(' by '{'",
      `objectives "S"\nobjective a (\n  prompt "p"\n)\n`,
      `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
    );
    checkFix(
      "syntax",
      "Put what belongs to the objective between '{' and '}'",
      `objectives "S"\nobjective a:\n  prompt "p"\n`,
      `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
    );
  });

  test("a set's name behind the wrong word", () => {
    checkFix(
      "syntax",
      "Write 'objectives', for the set's name",
      `objective "S"\nobjective a { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" }\n`,
    );
  });

  test("a brace that closes nothing goes", () => {
    checkFix(
      "syntax",
      "Remove this '}'",
      `objectives "S"\n\nobjective a { prompt "p" }\n}\n`,
      `objectives "S"\n\nobjective a { prompt "p" }\n`,
    );
  });

  test("with it goes what else closes nothing", () => {
    checkFix(
      "syntax",
      "Remove '}};'",
      `objectives "S"\nobjective a {\n  prompt "p"\n}}};\n`,
      `objectives "S"\nobjective a {\n  prompt "p"\n}\n`,
    );
    checkFix(
      "syntax",
      "Remove ';'",
      `objectives "S"\nobjective a { prompt "p" };\n`,
      `objectives "S"\nobjective a { prompt "p" }\n`,
    );
  });

  test("lists as other languages write them", () => {
    const isList = `prompt "p"\ncollect name, age${ways}`;
    for (const list of ["\n  - name\n  - age", ": [\n  name,\n  age\n]", " { name, age }", " name; age"])
      checkLines("Write 'collect name, age'", `prompt "p"\ncollect${list}${ways}`, isList);
  });

  test("arrows as other languages write them", () => {
    const ARROW = "Write '->' before the name";
    const WHEN = "Write 'when' before the condition";
    checkLines("Write 'b'", `prompt "p"${ways.replace("b", "“b”")}`, `prompt "p"${ways}`);
    checkLines(ARROW, `prompt "p"${ways.replace("-> ", "")}`, `prompt "p"${ways}`);
    checkLines(WHEN, `prompt "p"${ways.replace('b when "B"', 'b: "B"')}`, `prompt "p"${ways}`);
    checkLines(WHEN, `prompt "p"${ways.replace('when "B"', '("B")')}`, `prompt "p"${ways}`);
    checkLines("Write an arrow for each", 'prompt "p"\n-> [b, c]', 'prompt "p"\n-> b\n-> c');
    checkLines(
      "Write the arrow first",
      `prompt "p"${ways.replace("-> c otherwise", "otherwise c")}`,
      `prompt "p"${ways}`,
    );
    checkLines(
      "Write the arrow first",
      `prompt "p"${ways.replace('-> b when "B"', "if B -> b")}`,
      `prompt "p"${ways}`,
    );
  });

  test("what opens a folded text", () => {
    const right = `prompt """>\n  Ask.\n  """${ways}`;
    for (const opening of ['""" >', '>"""', '"">'])
      checkLines('Write """>', right.replace('""">', opening), right);
    checkLines(
      'Begin the text below """>',
      `prompt """> Ask.\n  Now.\n  """${ways}`,
      `prompt """>\n  Ask.\n  Now.\n  """${ways}`,
    );
  });

  test("a name in brackets", () => {
    checkFix(
      "syntax",
      "Write 'greet'",
      `objectives "S"\nobjective(greet) { prompt "p" }\n`,
      `objectives "S"\nobjective greet { prompt "p" }\n`,
    );
  });

  test("an objective without its word", () => {
    checkFix(
      "syntax",
      "Write 'objective' before the name",
      `objectives "S"\ngreet { prompt "p" }\n`,
      `objectives "S"\nobjective greet { prompt "p" }\n`,
    );
  });

  test("a brace around the whole set", () => {
    checkFix(
      "syntax",
      "Remove '{'",
      `objectives "S" {\n  objective greet { prompt "p" }\n}\n`,
      `objectives "S"\n  objective greet { prompt "p" }\n}\n`,
    );
  });

  test("quotes that close a text behind its last words", () => {
    checkFix(
      "syntax",
      'Write """ below the text',
      `objectives "S"\nobjective greet {\n  prompt """\n    Ask.\n      Be brief."""\n}\n`,
      `objectives "S"\nobjective greet {\n  prompt """\n    Ask.\n      Be brief.\n    """\n}\n`,
    );
  });

  test("a misspelt declaration with another slip in it", () => {
    checkFix(
      "syntax",
      "Replace 'objectiv' by 'objective'",
      `objectives "S"\nobjectiv a { prompt: "p" }\n`,
      `objectives "S"\nobjective a { prompt: "p" }\n`,
    );
  });

  test("a misspelt declaration, also one that includes what is read already", () => {
    checkFix(
      "syntax",
      "Replace 'objectve' by 'objective'",
      `objectives "S"\nobjectve a { prompt "p" }\n`,
      `objectives "S"\nobjective a { prompt "p" }\n`,
    );
    checkFix(
      "syntax",
      "Replace 'Include' by 'include'",
      `objectives "S"\nInclude "./a.objectives"\n// a.objectives\nobjective a { prompt "p" }\n`,
      `objectives "S"\ninclude "./a.objectives"\n// a.objectives\nobjective a { prompt "p" }\n`,
    );
  });

  test("a header and an include that stand too late", () => {
    checkFix(
      "syntax",
      "Move this line to the top",
      `// All about it.\n\n// X.\nparam x = "1"\n\n// The set.\nobjectives "S" // S\n\nobjective a { prompt "p \${x}" }\n`,
      `// All about it.\n\n// The set.\nobjectives "S" // S\n\n// X.\nparam x = "1"\n\nobjective a { prompt "p \${x}" }\n`,
    );
    checkFix(
      "syntax",
      "Remove this line",
      `objectives "S"\n\nobjective a { prompt "p" }\n\nobjectives "T"\n`,
      `objectives "S"\n\nobjective a { prompt "p" }\n`,
    );
    checkFix(
      "syntax",
      "Move this line above the declarations",
      `
objectives "S"

objective a { prompt "p" -> b }

include "./part.objectives"
// part.objectives
objective b { prompt "p" }
`,
      `
objectives "S"
include "./part.objectives"

objective a { prompt "p" -> b }
// part.objectives
objective b { prompt "p" }
`,
    );
  });
});
