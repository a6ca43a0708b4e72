// The file at a glance.
import fc from "fast-check";
import { expect, test } from "vitest";
import { outline, type OutlineItem } from "../../../server/src/language/features/outline.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

function outlineOf(text: string): readonly OutlineItem[] {
  return outline(parse(text));
}

/** One line an item: its kind, its name, its detail. */
function checkOutline(text: string) {
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name} ${detail}`.trimEnd(),
      ...lines(children, `${indent}  `),
    ]);
  return expect(`\n${lines(outlineOf(text), "").join("\n")}\n`);
}

test("every declaration, with variables and ways on", () => {
  checkOutline(`
objectives "Dental"
include "./closing.objectives"
param hooks = "https://example.com"
defaults { confirm manual }
objective greet { prompt "p" collect mood, full_name -> bad when "x" -> good otherwise -> bad }
objective good { prompt "p" }
scenario "Short" { greet good end }
`).toMatchInlineSnapshot(`
  "
  set Dental
  include ./closing.objectives
  param hooks https://example.com
  defaults defaults
  objective greet → bad, good
    variable mood
    variable full_name
  objective good
  scenario Short greet → good
    step greet
    step good
  "
`);
});

test("params stand as they are written: the file that gives them values may be another", () => {
  checkOutline(
    'objectives "Support triage for ${company}"\nscenario "At ${company}" { greet { mood = "${mood} ☀️" } }',
  ).toMatchInlineSnapshot(`
    "
    set Support triage for \${company}
    scenario At \${company} greet
      step greet mood = \${mood} ☀️
    "
  `);
});

test("what is half-written is shown by its keyword", () => {
  checkOutline(`objectives " "\nparam\nobjective {\n  -> \n}\nobjective " "\n`).toMatchInlineSnapshot(`
    "
    set objectives
    param param
    objective objective
    objective objective
    "
  `);
});

test(
  "of any damaged text: every name is in its item, every item in its parent, none without a name",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, (text) => {
        const inside = (items: readonly OutlineItem[], start: number, end: number): boolean =>
          items.every(
            ({ name, span, selection, children }) =>
              name.trim() !== "" &&
              start <= span.start &&
              span.end <= end &&
              span.start <= selection.start &&
              selection.end <= span.end &&
              inside(children, span.start, span.end),
          );
        expect(inside(outlineOf(text), 0, text.length)).toBe(true);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
