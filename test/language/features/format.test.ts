// The one right layout: what the formatter makes of a text, and what it never touches.
import { describe, expect, test } from "vitest";
import { format as formatSource, formatEdits } from "../../../server/src/language/features/format.ts";
import { parse } from "../../../server/src/language/model/source.ts";

function format(text: string): string {
  return formatSource(parse(text));
}

/** Both begin behind the line end that a template begins with. */
function checkFormat(source: string, expected: string) {
  const formatted = format(source.replace(/^\n/, ""));
  expect(formatted).toBe(expected.replace(/^\n/, ""));
  expect(format(formatted)).toBe(formatted);
}

function checkUntouched(source: string) {
  checkFormat(source, source);
}

describe("a block", () => {
  test("one property a line, in the language's order, two spaces deep", () => {
    checkFormat(
      `
objective   a{ meta owner "Ana"
callback "https://example.com" confirm   manual
      collect x ,y
  prompt "Ask." modality visual }
`,
      `
objective a {
  modality visual
  prompt "Ask."
  collect x, y
  confirm manual
  callback "https://example.com"
  meta owner "Ana"
}
`,
    );
  });

  test("one edge stands close, several behind a blank line and in their own order", () => {
    checkFormat(
      `
objective a { prompt "Ask."

->b }
objective b {
-> d otherwise
prompt "Ask."
-> c when "If so" }
objective c {
-> d when "x"
-> e when "y"
}
`,
      `
objective a {
  prompt "Ask."
  -> b
}

objective b {
  prompt "Ask."

  -> d otherwise
  -> c when "If so"
}

objective c {
  -> d when "x"
  -> e when "y"
}
`,
    );
  });

  test("on one line where it was written so and fits", () => {
    checkFormat(`objective wrap_up{prompt "Thank them."}`, `objective wrap_up { prompt "Thank them." }\n`);
    checkFormat(`objective a{-> b prompt "Ask."}`, `objective a { prompt "Ask." -> b }\n`);
    checkFormat(`defaults {  confirm manual }`, `defaults { confirm manual }\n`);
    checkFormat(
      `scenario "s" { a { x="1" y = "2" } b end }`,
      `scenario "s" { a { x = "1" y = "2" } b end }\n`,
    );
  });

  test("exactly a hundred columns fit on one line, in code points", () => {
    const fits = `objective a { prompt "${"\u{1f600}".repeat(75)}" }`;
    checkUntouched(`${fits}\n`);
    checkFormat(
      fits.replace("objective a", "objective ab"),
      fits.replace("objective a {", "objective ab {\n ").replace(" }", "\n}\n"),
    );
  });

  test("nothing in it", () => {
    checkFormat("objective a {\n\n}\n", "objective a {}\n");
    checkFormat("objective a {\n// nothing yet\n}\n", "objective a {\n  // nothing yet\n}\n");
  });

  test("a scenario's steps and their values", () => {
    checkFormat(
      `
scenario "A patient"{
a{x="1"
y="2"}
b {z = "3"}
"end" c
end
}
`,
      `
scenario "A patient" {
  a {
    x = "1"
    y = "2"
  }
  b { z = "3" }
  "end"
  c
  end
}
`,
    );
  });
});

describe("names", () => {
  test("lose quotes that they do not need, and keep those that they do", () => {
    checkFormat(
      `objective "a" {\n collect "b", "c d", "prompt", "e.f", "\\u{67}" meta "when" "x" meta "who" "y" -> "b" -> "end" }`,
      `
objective a {
  collect b, "c d", "prompt", "e.f", g
  meta "when" "x"
  meta who "y"

  -> b
  -> end
}
`.slice(1),
    );
  });

  test("a step called end is not the end", () => {
    checkFormat(`scenario "s" { "end" end }`, `scenario "s" { "end" end }\n`);
  });

  test("words that the platform knows lose their quotes, others stay as they are", () => {
    checkFormat(
      `defaults { confirm "manual" modality "visual" }\nobjective a { confirm "automatic" modality both }`,
      `defaults { modality visual confirm manual }\n\nobjective a { modality both confirm "automatic" }\n`,
    );
  });

  test("collect fills its lines", () => {
    checkFormat(
      `
objective a {
  collect first_name, last_name, date_of_birth,
    insurance_provider, insurance_number, reason_for_the_visit, preferred_time, phone
}
`,
      `
objective a {
  collect first_name, last_name, date_of_birth, insurance_provider, insurance_number,
    reason_for_the_visit, preferred_time, phone
}
`,
    );
  });
});

describe("texts", () => {
  test("a string on one line is never touched, however long", () => {
    checkUntouched(`objective a {\n  prompt "${"a \\u{41} ".repeat(40)}\${x}"\n}\n`);
  });

  test("a block string moves as a whole; blanks at the ends of lines go", () => {
    checkFormat(
      `
objective a { prompt """  
          First   line.  
\t
            - "indented" \\u{20}
          """ confirm manual }
`,
      `
objective a {
  prompt """
    First   line.

      - "indented" \\u{20}
    """
  confirm manual
}
`,
    );
  });

  test("a folded string is filled to a hundred columns", () => {
    checkFormat(
      `
objective a {
prompt """>
  Collect the patient's full name, date of birth
  and insurance provider,
  and read each of them back. Spell the last name, and do not guess the provider.

  Then:


    - stop
  """
}
`,
      `
objective a {
  prompt """>
    Collect the patient's full name, date of birth and insurance provider, and read each of them
    back. Spell the last name, and do not guess the provider.

    Then:


      - stop
    """
}
`,
    );
  });

  test("no word of a folded string comes to close it", () => {
    const filler = "word ".repeat(18);
    checkFormat(
      `objective a {\n  prompt """>\n    ${filler}word """ and more\n    """\n}\n`,
      `objective a {\n  prompt """>\n    ${filler.trim()}\n    word """ and more\n    """\n}\n`,
    );
  });

  test("a block string in a scenario is one step deeper", () => {
    checkFormat(
      `scenario "s" { a { x = """\n b\n """ } }`,
      `scenario "s" {\n  a {\n    x = """\n      b\n      """\n  }\n}\n`,
    );
  });
});

describe("comments", () => {
  test("stay with what they precede or trail", () => {
    checkFormat(
      `
objective a { // opens a
  // leads the arrow
  -> b // trails the arrow
  confirm manual// trails confirm
// leads the prompt
      // and its second line
  prompt "Ask."
    // closes a
} // behind a
`,
      `
objective a { // opens a
  // leads the prompt
  // and its second line
  prompt "Ask."
  confirm manual // trails confirm
  // leads the arrow
  -> b // trails the arrow
  // closes a
} // behind a
`,
    );
  });

  test("inside of a line, break it", () => {
    checkFormat(
      `
objective // name
  a // brace
{
  collect a // first
    , b,
    // alone
    c
  ->  // target
    b when
    // why
    "so"
}
`,
      `
objective a { // name
  // brace
  collect a, // first
    b,
    // alone
    c
  -> // target
    b when
    // why
    "so"
}
`,
    );
  });

  test("behind the brace are the block's, wherever the brace stands", () => {
    checkFormat(
      `
objective a // first
{ // second
  -> b
  prompt "Ask."
}
`,
      `
objective a { // first
  // second
  prompt "Ask."
  -> b
}
`,
    );
  });

  test("a blank line behind one stays: it is about nothing below", () => {
    checkFormat(
      `
objective a {
  // Who it is.


  prompt "Ask."

  // Where it leads.
  -> b
  // The end.

}
`,
      `
objective a {
  // Who it is.

  prompt "Ask."
  // Where it leads.
  -> b
  // The end.
}
`,
    );
  });

  test("outside of declarations keep their groups", () => {
    checkFormat(
      `


// First group.
// Its second line.



// Second group.

objective a { prompt "Ask." }
// Below a.

/// What b is for.  
  // And a remark.
objective b { prompt "Ask." }
objective c { prompt "Ask." } // behind c


// The end.`,
      `
// First group.
// Its second line.

// Second group.

objective a { prompt "Ask." }

// Below a.

/// What b is for.  
// And a remark.
objective b { prompt "Ask." }

objective c { prompt "Ask." } // behind c

// The end.
`,
    );
  });
});

describe("a comment that silences a finding", () => {
  test("stands above what it silences, also where it was written behind something else", () => {
    checkFormat(
      `
objective a { // objectives-disable-next-line unknown-objective
  -> b // objectives-disable-next-line long-prompt
  prompt "Ask." // trails
}
`,
      `
objective a {
  // objectives-disable-next-line long-prompt
  prompt "Ask." // trails
  // objectives-disable-next-line unknown-objective
  -> b
}
`,
    );
  });

  test("silences no more words of a line than before", () => {
    checkFormat(
      `
objective a {
  collect x,
    // objectives-disable-next-line duplicate-variable
    x,
    y, y
  -> b when
    // objectives-disable-next-line same-condition
    "so"
}
`,
      `
objective a {
  collect x,
    // objectives-disable-next-line duplicate-variable
    x,
    y, y
  -> b when
    // objectives-disable-next-line same-condition
    "so"
}
`,
    );
  });

  test("silences a step's value alone", () => {
    checkFormat(
      `
scenario "s" {
  a {
    // objectives-disable-next-line scenario-variable
    x = "1" y = "2"
  }
}
`,
      `
scenario "s" {
  a {
    // objectives-disable-next-line scenario-variable
    x = "1"
    y = "2"
  }
}
`,
    );
  });

  test("silences nothing if it did not", () => {
    checkUntouched(`objective a {\n  // objectives-disable-next-line long-prompt\n\n  prompt "Ask."\n}\n`);
    checkUntouched(`  // objectives-disable-next-line missing-prompt\nobjective a {}\n`);
  });

  test("stays behind what it trails where nothing is below it", () => {
    const formatted = `param a // objectives-disable-next-line bad-name\n`;
    checkFormat(formatted.trimEnd(), formatted);
    checkUntouched(formatted);
    checkFormat(
      `  objective a {} // objectives-disable-next-line missing-prompt\n\n  objective b {}\n`,
      `objective a {} // objectives-disable-next-line missing-prompt\n\nobjective b {}\n`,
    );
  });

  test("goes with the declaration below, in an indented file", () => {
    checkFormat(
      `  objective a {} // objectives-disable-next-line missing-prompt\n  objective b {}\n`,
      `objective a {}\n\n// objectives-disable-next-line missing-prompt\nobjective b {}\n`,
    );
  });

  test("within a declaration's head leaves it as it is", () => {
    checkUntouched(`objective\n  // objectives-disable-next-line bad-name\n  a   {}\n`);
    checkUntouched(
      `objective\n  // objectives-disable-next-line missing-prompt\n  ""\n{\n  // free\n\n  confirm   auto\n}\n`,
    );
  });
});

describe("documentation", () => {
  test("goes with the declaration below, in an indented file", () => {
    checkFormat(
      `  objective a {} /// Of b.\n  objective b {}\n`,
      `objective a {}\n\n/// Of b.\nobjective b {}\n`,
    );
  });

  test("is not made of an indented comment, which belongs to no declaration", () => {
    checkFormat(
      `objective a {}\n   /// Of none.\nobjective b {}\n`,
      `objective a {}\n\n  /// Of none.\nobjective b {}\n`,
    );
  });

  test("stands behind a byte order mark, too", () => {
    checkFormat(`\uFEFF/// Of a.\nobjective   a {}\n`, `/// Of a.\nobjective a {}\n`);
  });
});

describe("the file", () => {
  test("one blank line between declarations, none in a list of params or includes that was written close", () => {
    checkFormat(
      `
objectives "x"
include "./a.objectives"
include "./b.objectives"
param a = "1"
// about b
param b

param c="2"



defaults { confirm manual }
objective a { prompt "Ask." } objective b { prompt "Ask." }`,
      `
objectives "x"

include "./a.objectives"
include "./b.objectives"

param a = "1"
// about b
param b

param c = "2"

defaults { confirm manual }

objective a { prompt "Ask." }

objective b { prompt "Ask." }
`,
    );
  });

  test("an indented file", () => {
    checkFormat(
      `  objective a { prompt "Ask." }\n\n  // b\n  objective b { prompt "Ask." }`,
      `objective a { prompt "Ask." }\n\n// b\nobjective b { prompt "Ask." }\n`,
    );
  });

  test("nothing, or as good as nothing", () => {
    for (const nothing of ["", "\n", " \n\t\n", "\uFEFF"]) expect(format(nothing)).toBe("");
  });

  test("its own line ends, the first of them, everywhere", () => {
    checkFormat(
      'objective a {\r\nprompt """\r\n  x\n  y\r  """ }\n',
      'objective a {\r\n  prompt """\r\n    x\r\n    y\r\n    """\r\n}\r\n',
    );
  });

  test("a byte order mark goes", () => {
    checkFormat('\uFEFFobjectives  "x"', 'objectives "x"\n');
  });
});

describe("what is broken is left exactly as it is", () => {
  test.each([
    ["an unclosed string", `objective a {\n    prompt "Ask.\n  }  \n\n\n`],
    ["an unclosed block", `objective a {   prompt "x"\n\n`],
    ["a missing target", `objective a {   ->   }`],
    ["a text without quotes", `objective a { callback   https://x }\n`],
    ["a bad escape", `objective a {   prompt "\\q" }\n`],
    ["a bad indentation", `objective a {\n  prompt """\n  x\n    """ }\n`],
    ["words outside of declarations", `hello   world\n`],
    ["an arrow in defaults", `defaults {   -> a }\n`],
    [
      "a property that the language does not have",
      `objective a {\n  collect   x\n  attempts   3\n  prompt "Ask." }\n`,
    ],
    [
      "a property that the language does not have, on one line",
      `objective a { attempts 3   collect b -> c }\n`,
    ],
    ["a property that defaults do not have", `defaults {   attempts 3   confirm manual }\n`],
    ["a misspelt property", `objective a {\n  promt "Ask."\n  collect x\n  modality   visual\n}\n`],
    [
      "a string cut short by its quotes",
      `objective a {\n  prompt "Ask for \\"full" or maiden name."\n  collect name\n  confirm auto\n}\n`,
    ],
    [
      "a string cut short, and its rest on a line of its own",
      `objective a {\n  prompt "Ask for the full"\n  or maiden name.\n  collect name\n}\n`,
    ],
    [
      "words behind a condition",
      `objective a {\n  prompt "Ask."\n  -> b when "New" and "adult"\n  -> c otherwise\n}\n`,
    ],
    [
      "words below a condition",
      `objective a {\n  prompt "Ask."\n  -> b when "New"\n  and "adult"\n  -> c otherwise\n}\n`,
    ],
    [
      "a branch without its arrow",
      `objective a {\n  prompt "Ask."\n  -> b when "New"\n  b2 when "Old"\n  -> c otherwise\n}\n`,
    ],
    ["an unclosed text of an unknown property", `objective a {   attempts """\n}\n`],
    ["an unclosed text that begins on its first line", `objective a {   attempts """x }\n\n\n`],
    ["two ends", `scenario "s" {   end   end }\n`],
  ])("%s", (_case, source) => checkUntouched(source));

  test("and costs its neighbours nothing", () => {
    checkFormat(
      `objective a{prompt "Ask."}\n// about b\nobjective b {   prompt "Ask.\n  -> \n}\n\n\n\nobjective c{prompt "Ask."}\n`,
      `objective a { prompt "Ask." }\n\n// about b\nobjective b {   prompt "Ask.\n  -> \n}\n\n\n\nobjective c { prompt "Ask." }\n`,
    );
  });
});

describe("edits", () => {
  /** What is replaced in brackets, with what takes its place. */
  function checkEdits(source: string, expected: string) {
    const edits = formatEdits(parse(source));
    const shown = edits.reduceRight(
      (text, { span: { start, end }, newText }) =>
        `${text.slice(0, start)}[${text.slice(start, end)}|${newText}]${text.slice(end)}`,
      source,
    );
    expect(shown).toBe(expected);
  }

  test("none where nothing is to be done", () => {
    checkEdits(`objective a { prompt "Ask." }\n`, `objective a { prompt "Ask." }\n`);
  });

  test("only blanks where the words stay in their order", () => {
    checkEdits(
      `objective a{\n    prompt  "Ask."\n  -> b\n  }`,
      `objective a[| ]{\n  [  |]prompt [ |]"Ask."\n  -> b\n[  |]}[|\n]`,
    );
  });

  test("within strings of several lines, too", () => {
    checkEdits(
      `objective a {\n  prompt """>\n      One\n      two.\n      """\n}\n`,
      `objective a {\n  prompt """>\n    [  |]One[\n     |] two.\n    [  |]"""\n}\n`,
    );
  });

  test("everything between what moves", () => {
    checkEdits(
      `objective a {\n  -> b\n  collect "x"\n}\n`,
      `objective a {\n  [-> b\n  collect "x"|collect x\n  -> b]\n}\n`,
    );
  });

  test("cut no line end and no character", () => {
    checkEdits(
      `objective a {\r\n\r\n  prompt "Ask."\r\n}\r\n`,
      `objective a {\r\n[\r\n|]  prompt "Ask."\r\n}\r\n`,
    );
    checkEdits(
      `objective a {\n  callback "\u{1f600}"\n  prompt "\u{1f601}"\n}\n`,
      `objective a {\n  [callback "\u{1f600}"\n  prompt "\u{1f601}|prompt "\u{1f601}"\n  callback "\u{1f600}]"\n}\n`,
    );
  });
});
