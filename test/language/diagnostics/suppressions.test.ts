// `// objectives-disable-next-line`: what it silences above each construct, and what it says when it silences nothing.
import { expect, test } from "vitest";
import { checkFindings, findingsOf } from "../../support/findings.ts";
import { wokenFindings } from "../../support/woken.ts";

const OFF = "// objectives-disable-next-line";

/** With the comment at `$0` nothing is found, without it only this code. */
function checkSilences(code: string, text: string): void {
  const found = (comment: string): readonly string[] =>
    findingsOf(`objectives "S"\n${text.replace("$0", () => comment)}`).map((it) => it.code);
  expect([...new Set(found("// why"))]).toEqual([code]);
  expect(found(`${OFF} ${code}`)).toEqual([]);
}

const B = 'objective b { prompt "Say goodbye." }\n';

test.each([
  ["an objective", "missing-prompt", `$0\nobjective a { confirm auto }\n`],
  [
    "an objective, for what stands deep in it",
    "unknown-value",
    `$0\nobjective a {\n  prompt "Ask."\n  confirm maybe\n}\n`,
  ],
  ["a property", "unknown-value", `objective a {\n  prompt "Ask."\n  $0\n  confirm maybe\n}\n`],
  [
    "a property that goes over lines",
    "future-in-prompt",
    `objective a {\n  $0\n  prompt """>\n    Ask for a name.\n    Then move\n    on to the end.\n    """\n}\n`,
  ],
  [
    "a list of variables",
    "vague-variable",
    `objective a {\n  prompt "Ask."\n  $0\n  collect caller_name,\n    info\n}\n`,
  ],
  [
    "a line within a list",
    "vague-variable",
    `objective a {\n  prompt "Ask."\n  collect caller_name,\n    $0\n    info\n}\n`,
  ],
  [
    "an arrow",
    "mixed-edges",
    `objective a {\n  prompt "Ask."\n  -> b when "The caller agrees"\n  $0\n  -> b\n}\n${B}`,
  ],
  ["defaults", "bad-callback", `$0\ndefaults { callback "nowhere" }\nobjective a { prompt "Ask." }\n`],
  [
    "a default",
    "manual-needs-client",
    `defaults {\n  $0\n  confirm manual\n}\nobjective a { prompt "Ask." }\n`,
  ],
  ["a param", "unused-param", `$0\nparam name = "x"\nobjective a { prompt "Ask." }\n`],
  [
    "a scenario",
    "scenario-end",
    `objective a {\n  prompt "Ask."\n  -> b\n}\n${B}$0\nscenario "s" {\n  a\n  end\n}\n`,
  ],
  [
    "a step",
    "scenario-start",
    `objective a {\n  prompt "Ask."\n  -> b\n}\n${B}scenario "s" {\n  $0\n  b\n}\n`,
  ],
  [
    "a step's value",
    "scenario-variable",
    `objective a { prompt "Ask." collect caller }\nscenario "s" {\n  a {\n    $0\n    colour =\n      "red"\n  }\n}\n`,
  ],
  [
    "the end of a scenario",
    "scenario-end",
    `objective a {\n  prompt "Ask."\n  -> b\n}\n${B}scenario "s" {\n  a\n  $0\n  end\n}\n`,
  ],
  [
    "a declaration with a doc comment",
    "name-with-spaces",
    `$0\n/// Why.\nobjective "a b" { prompt "Ask." }\n`,
  ],
  ["what is not read at all", "syntax", `objective a { prompt "Ask." }\n$0\nwrong\n`],
])("above %s", (_, code, text) => checkSilences(code, text));

test("above the header and an include", () => {
  const codes = (text: string): readonly string[] => findingsOf(text).map(({ code }) => code);
  expect(codes(`${OFF} empty-set\nobjectives "S"\n`)).toEqual([]);
  expect(
    codes(
      `objectives "S"\n${OFF} include-missing\ninclude "./x.objectives"\nobjective a { prompt "Ask." }\n`,
    ),
  ).toEqual([]);
});

test("only the construct that begins on the next line", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line unknown-value
objective a {
  prompt "Ask."
  confirm maybe
  -> b
}
objective b {
  prompt "Ask."
  confirm maybe
#         ^^^^^ unknown-value
}
`);
});

test("several codes, with commas or blanks; each that is not needed is said", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line unknown-value, long-prompt bad-name
#                                              ^^^^^^^^^^^ unused-suppression: Nothing here has the finding 'long-prompt': remove this comment.
objective a-b {
  prompt "Ask."
  confirm maybe
}
`);
});

test("a word that is no code", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line long-promt, because
#                               ^^^^^^^^^^ unused-suppression: No finding is called 'long-promt'. Did you mean 'long-prompt'?
#                                           ^^^^^^^ unused-suppression: No finding is called 'because': write one of the codes that are shown with the findings, or remove it.
objective a { prompt "Ask." }
`);
});

test("behind a property it is about the next line", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "Ask." // objectives-disable-next-line unknown-value
  confirm maybe
}
`);
});

test("an empty line below it: nothing begins there", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line unknown-value
#                               ^^^^^^^^^^^^^ unused-suppression

objective a {
  prompt "Ask."
  confirm maybe
#         ^^^^^ unknown-value
}
`);
});

test("an unneeded one within can be silenced, too", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line unused-suppression
objective a {
  // objectives-disable-next-line long-prompt
  prompt "Ask."
}
// objectives-disable-next-line unused-suppression
#                               ^^^^^^^^^^^^^^^^^^ unused-suppression
`);
});

test("of a finding that is said once for the set, the first place counts", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "Ask."
  // objectives-disable-next-line manual-needs-client
  confirm manual
  -> b
}
objective b {
  prompt "Ask."
  confirm manual
}
`);
});

test("one of a code that is off is never unneeded, and counts once it is on", () => {
  const text = `objectives "S"\n${OFF} no-collect\nobjective a {\n  prompt "Ask."\n  -> b\n}\n${OFF} no-collect\n${B}`;
  expect(findingsOf(text)).toEqual([]);
  expect(wokenFindings(text)).toEqual([]);
  expect(wokenFindings(text.replaceAll(OFF, "//")).map(({ code }) => code)).toEqual(["no-collect"]);
});

test("a reason stands behind two hyphens", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line bad-name -- cycle says the customer
objective a-b { prompt "Ask." }
`);
});

test("the form is exact: what is like it silences nothing, and is told so", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-lines bad-name
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: 'objectives-disable-next-lines' silences nothing: objectives-disable-next-line does, above whatever begins on the next line.
objective a-b { prompt "Ask." } // objectives-disable-line bad-name
#         ^^^ bad-name
#                                  ^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression
`);
});

test("one without a code silences nothing", () => {
  checkFindings(`
objectives "S"
// objectives-disable-next-line
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: This silences nothing: name a finding behind it, such as long-prompt.
objective a { prompt "Ask." -> b }
// objectives-disable-next-line -- because
#  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: This silences nothing: name a finding behind it, such as long-prompt.
objective b { prompt "Ask." }
`);
});
