// Slips of people who are new to the language: each is said once, in words that tell what to write.
import { describe, expect, test } from "vitest";
import { messageOf } from "../../../server/src/language/diagnostics/codes.ts";
import { findingsOf } from "../../support/findings.ts";

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

describe("texts", () => {
  const OVER_LINES =
    'A string ends on its line: a text of several lines stands between """ and """, each at the end of its line.';

  test("a string over lines is said once, whatever stands on them", () => {
    checkSaidIn('prompt "Ask for the name.\n  Be brief, and\n  confirm it -> then go."', OVER_LINES);
    checkSaidIn('prompt "Ask.\n"\ncollect age', OVER_LINES);
    checkSaid('objective a { prompt "Ask.\n  Be brief." }', OVER_LINES);
  });

  test("an open string, and a brace in it, are one slip", () => {
    const OPEN = 'The string is not closed: write \'"\' at its end, or """ for a text of several lines.';
    checkSaidIn('prompt "Ask for the name.\n  collect age', OPEN);
    checkSaidIn('prompt "Ask.\n  confirm manual\n  collect age', OPEN, MANUAL);
    checkSaid('objective a { prompt "Ask. }', OPEN);
  });
});

const MANUAL =
  "With 'manual' the conversation waits until the client sends conversation.objective.confirm: make sure that yours does.";
