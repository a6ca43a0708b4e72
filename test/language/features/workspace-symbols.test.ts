// What a file declares by name.
import { expect, test } from "vitest";
import { symbolsIn } from "../../../server/src/language/features/workspace-symbols.ts";
import { parse } from "../../../server/src/language/model/source.ts";

/** The kind of each, with the text of its name. */
function checkSymbols(text: string, expected: readonly string[]) {
  const found = symbolsIn(parse(text)).map(
    ({ kind, name, span }) => `${kind} ${name} ${text.slice(span.start, span.end)}`,
  );
  expect(found).toEqual(expected);
}

test("sets, params, objectives and scenarios, but no names that are only used", () => {
  checkSymbols(
    `objectives "Dental 👩‍👧"\r\ninclude "./x.objectives"\r\nparam p = "1"\r\nobjective "a b" { collect v -> c }\r\nscenario "s" { c }`,
    ['set Dental 👩‍👧 "Dental 👩‍👧"', "param p p", 'objective a b "a b"', 'scenario s "s"'],
  );
});

test("params stand as they are written", () => {
  checkSymbols('objectives "Triage for ${company}"', ['set Triage for ${company} "Triage for ${company}"']);
});

test("nothing that has no name yet", () => {
  checkSymbols('objectives ""\nparam\nobjective {\n}\nscenario " " {', []);
  checkSymbols('objectives """', []);
  checkSymbols("", []);
  checkSymbols("objective a", ["objective a a"]);
});
