// What a selection grows to.
import fc from "fast-check";
import { expect, test } from "vitest";
import { selectionRanges } from "../../../server/src/language/features/selection-ranges.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** One line a step, with `⏎` for line ends, up to the declaration: the steps beyond it are always those. */
function checkSelection(source: string) {
  const { text, offset } = marked(source);
  const steps = selectionRanges(parse(text), offset).map(({ start, end }) => text.slice(start, end));
  return expect(`\n${steps.map((step) => step.replaceAll(/\r\n|[\r\n]/g, "⏎")).join("\n")}\n`);
}

test("from a word of a prompt to the file", () => {
  checkSelection(`
objectives "S"

// about greeting
objective greet { collect mood prompt "Greet th$0em in \${city}." -> a }
`).toMatchInlineSnapshot(`
  "
  them
  Greet them in \${city}.
  "Greet them in \${city}."
  prompt "Greet them in \${city}."
  collect mood prompt "Greet them in \${city}."
   collect mood prompt "Greet them in \${city}." -> a 
  { collect mood prompt "Greet them in \${city}." -> a }
  objective greet { collect mood prompt "Greet them in \${city}." -> a }
  // about greeting⏎objective greet { collect mood prompt "Greet them in \${city}." -> a }
  objectives "S"⏎⏎// about greeting⏎objective greet { collect mood prompt "Greet them in \${city}." -> a }⏎
  "
`);
});

test("from a param in a text", () => {
  checkSelection(`defaults { callback "https://\${ho$0st}/x" }`).toMatchInlineSnapshot(`
    "
    host
    \${host}
    https://\${host}/x
    "https://\${host}/x"
    callback "https://\${host}/x"
     callback "https://\${host}/x" 
    { callback "https://\${host}/x" }
    defaults { callback "https://\${host}/x" }
    "
  `);
});

test("from a word of a block string", () => {
  checkSelection('objective a {\n  prompt """>\n    One li$0ne,\n    😀 two.\n    """\n}\n')
    .toMatchInlineSnapshot(`
    "
    line
    One line,
    One line,⏎    😀 two.
    """>⏎    One line,⏎    😀 two.⏎    """
    prompt """>⏎    One line,⏎    😀 two.⏎    """
    ⏎  prompt """>⏎    One line,⏎    😀 two.⏎    """⏎
    {⏎  prompt """>⏎    One line,⏎    😀 two.⏎    """⏎}
    objective a {⏎  prompt """>⏎    One line,⏎    😀 two.⏎    """⏎}
    objective a {⏎  prompt """>⏎    One line,⏎    😀 two.⏎    """⏎}⏎
    "
  `);
});

test("from a condition, and from a target", () => {
  checkSelection(`objective a { -> b when "They $0agree" -> c }`).toMatchInlineSnapshot(`
    "
    agree
    They agree
    "They agree"
    when "They agree"
    -> b when "They agree"
    -> b when "They agree" -> c
     -> b when "They agree" -> c 
    { -> b when "They agree" -> c }
    objective a { -> b when "They agree" -> c }
    "
  `);
  checkSelection(`objective a { -> b$0 when "They agree" -> c }`).toMatchInlineSnapshot(`
    "
    b
    -> b
    -> b when "They agree"
    -> b when "They agree" -> c
     -> b when "They agree" -> c 
    { -> b when "They agree" -> c }
    objective a { -> b when "They agree" -> c }
    "
  `);
});

test("from one of several names, also a quoted one", () => {
  checkSelection(`objective a { collect one, "tw$0o b", three confirm manual }`).toMatchInlineSnapshot(`
    "
    two
    two b
    "two b"
    one, "two b", three
    collect one, "two b", three
    collect one, "two b", three confirm manual
     collect one, "two b", three confirm manual 
    { collect one, "two b", three confirm manual }
    objective a { collect one, "two b", three confirm manual }
    "
  `);
});

test("from a step's value", () => {
  checkSelection(`scenario "T" { a { x = "yes$0" y = "no" } end }`).toMatchInlineSnapshot(`
    "
    yes
    "yes"
    x = "yes"
    x = "yes" y = "no"
     x = "yes" y = "no" 
    { x = "yes" y = "no" }
    a { x = "yes" y = "no" }
     a { x = "yes" y = "no" } end 
    { a { x = "yes" y = "no" } end }
    scenario "T" { a { x = "yes" y = "no" } end }
    "
  `);
});

test("from a comment", () => {
  checkSelection(`objective a {\n  // wh$0y\n}`).toMatchInlineSnapshot(`
    "
    why
    // why
    ⏎  // why⏎
    {⏎  // why⏎}
    objective a {⏎  // why⏎}
    "
  `);
});

test("between declarations, at the beginning and at the end", () => {
  checkSelection(`objective a {}\n$0\nobjective b {}\n`).toMatchInlineSnapshot(`
    "
    objective a {}⏎⏎objective b {}⏎
    "
  `);
  checkSelection(`$0objective a {}\n`).toMatchInlineSnapshot(`
    "
    objective
    objective a {}
    objective a {}⏎
    "
  `);
  checkSelection(`objective a {}\n$0`).toMatchInlineSnapshot(`
    "
    objective a {}⏎
    "
  `);
  checkSelection(`$0`).toBe("\n\n");
});

test("in what is half-written", () => {
  checkSelection(`objective a {\n  prompt "op$0en\n  -> b\n}`).toMatchInlineSnapshot(`
    "
    open
    "open
    prompt "open
    ⏎  prompt "open⏎  -> b⏎
    {⏎  prompt "open⏎  -> b⏎}
    objective a {⏎  prompt "open⏎  -> b⏎}
    "
  `);
});

test(
  "of any place of any text: each covers the place and the one before, is larger, and the last is the file",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, fc.nat(), (text, place) => {
        const offset = place % (text.length + 1);
        const spans = selectionRanges(parse(text), offset);
        expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
        for (const [index, { start, end }] of spans.entries()) {
          const inner = spans[index - 1];
          expect(start <= offset && offset <= end).toBe(true);
          if (inner)
            expect(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start).toBe(
              true,
            );
        }
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
