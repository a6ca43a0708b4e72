// What is mended unseen: never anything that might have been meant in another way.
import { expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { afterSafeFixes } from "../../../server/src/language/features/safe-fixes.ts";
import { textOf } from "../../../server/src/language/model/source.ts";
import { modelOf } from "../../support/fixture.ts";

/** The text after all that needs no thinking. */
function mended(text: string): string {
  const [{ model }] = afterSafeFixes([check(modelOf(text))], () => true);
  return model.files.map(({ source }) => textOf(source)).join("");
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
