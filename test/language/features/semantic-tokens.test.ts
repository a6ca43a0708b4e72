// What each word is: by itself, and in the flow of its set.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  flowPlaces,
  unitTokens,
  type SemanticToken,
  type TokenExtent,
} from "../../../server/src/language/features/semantic-tokens.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyStrayProgram } from "../../support/program-generators.ts";

/** One line a token of all files: its type, its modifiers, its text. */
function checkTokens(fixture: string, extent: TokenExtent = "names") {
  const model = modelOf(fixture.replace(/^\n/, ""));
  const placeOf = flowPlaces(model);
  const units = model.files.flatMap(({ source }) => source.units);
  const lines = units.flatMap((unit) =>
    unitTokens(unit, placeOf, extent).map((token) => inOneLine(unit.text, token)),
  );
  return expect(`\n${lines.join("\n")}\n`);
}

function inOneLine(text: string, { span, type, modifiers }: SemanticToken): string {
  return `${[type, ...modifiers].join(".").padEnd(28)} ${text.slice(span.start, span.end)}`;
}

describe("names and values", () => {
  test("of every declaration, with where the flow has an objective", () => {
    checkTokens(`
objectives "Dental at \${city}"
param city = "Bern"
defaults { confirm manual callback "https://\${city}.example" }
objective greet {
  modality visual
  prompt "Greet them in \${city}."
  collect mood, full_name
  meta owner "desk"
  -> treat when "They are in \${city}"
  -> close otherwise
}
objective treat { prompt "Treat." -> close }
objective close { prompt "Close." }
objective lost { prompt "Lost." -> lost_too }
objective lost_too { prompt "Lost, too." }
scenario "Short" { greet { mood = "good in \${city}" } close end }
`).toMatchInlineSnapshot(`
  "
  param                        city
  param.declaration            city
  enumMember                   manual
  param                        city
  objective.declaration.start  greet
  enumMember                   visual
  param                        city
  variable                     mood
  variable                     full_name
  property                     owner
  objective                    treat
  param                        city
  objective.end                close
  objective.declaration        treat
  objective.end                close
  objective.declaration.end    close
  objective.declaration.unreachable lost
  objective.unreachable        lost_too
  objective.declaration.unreachable lost_too
  objective.start              greet
  variable                     mood
  param                        city
  objective.end                close
  "
`);
  });

  test("quoted ones stand between their quotes and escapes", () => {
    checkTokens(`objective "we\\"ird\\u{1F600}.x" { prompt "p" -> "" -> "a b" collect "\\n" }`)
      .toMatchInlineSnapshot(`
        "
        objective.declaration        we
        objective.declaration        ird
        objective.declaration        .x
        objective                    a b
        "
      `);
  });

  test("what the platform does not know has none", () => {
    checkTokens(`objective a { confirm automatic modality "visual" attempts 3 }`).toMatchInlineSnapshot(`
      "
      objective.declaration        a
      "
    `);
  });

  test("where the flow has them is known over files", () => {
    checkTokens(`
objectives "S"
include "./b.objectives"
objective a { prompt "p" -> b }
// b.objectives
objective b { prompt "p" }
`).toMatchInlineSnapshot(`
  "
  objective.declaration.start  a
  objective.end                b
  objective.declaration.end    b
  "
`);
  });

  test("a fragment by itself, or a set that lacks one, has no flow", () => {
    checkTokens(`objective a { prompt "p" }`).toMatchInlineSnapshot(`
      "
      objective.declaration        a
      "
    `);
    checkTokens(`objectives "S"\ninclude "./gone.objectives"\nobjective a { prompt "p" }`)
      .toMatchInlineSnapshot(`
        "
        objective.declaration        a
        "
      `);
  });
});

describe("every word", () => {
  test("for editors that have no grammar of patterns", () => {
    checkTokens(
      `
objectives "S"
include "./x.objectives"
// plain
/// doc
objective a {
  prompt """>
    Say 😀 to \${them},
\t
    and go.
    """
  -> b when "If" // trails
}
scenario "T" { a end }
`,
      "everything",
    ).toMatchInlineSnapshot(`
      "
      keyword                      objectives
      string                       "S"
      keyword                      include
      string                       "./x.objectives"
      comment                      // plain
      comment.documentation        /// doc
      keyword                      objective
      objective.declaration        a
      keyword                      prompt
      prompt                       """>
      prompt                       Say 😀 to \${
      param                        them
      prompt                       },
      prompt                       and go.
      prompt                       """
      operator                     ->
      objective                    b
      keyword                      when
      condition                    "If"
      comment                      // trails
      keyword                      scenario
      string                       "T"
      objective                    a
      keyword                      end
      "
    `);
  });

  test("with CRLF, and at both ends of a text", () => {
    checkTokens(`objective a {\r\n  prompt """\r\n    One\r\n    two\r\n    """\r\n}\r\n// end`, "everything")
      .toMatchInlineSnapshot(`
        "
        keyword                      objective
        objective.declaration        a
        keyword                      prompt
        prompt                       """
        prompt                       One
        prompt                       two
        prompt                       """
        comment                      // end
        "
      `);
  });

  test("of what is broken, as far as it is read", () => {
    checkTokens(`objektive a {\n  prompt "open\n  -> \n  collect a,\n`, "everything").toMatchInlineSnapshot(`
      "
      objective.declaration        a
      keyword                      prompt
      prompt                       "open
      operator                     ->
      keyword                      collect
      variable                     a
      "
    `);
  });
});

test(
  "of any text: in order, apart, each on one line and of some length",
  () => {
    fc.assert(
      fc.property(
        fc.oneof(anyDamagedProgram, anyStrayProgram),
        fc.constantFrom<TokenExtent>("names", "everything"),
        (text, extent) => {
          for (const unit of parse(text).units) {
            const tokens = unitTokens(unit, () => [], extent);
            const ends = [0, ...tokens.map(({ span }) => span.end)];
            for (const [index, { span }] of tokens.entries()) {
              expect(span.start).toBeGreaterThanOrEqual(ends[index] ?? 0);
              expect(unit.text.slice(span.start, span.end)).toMatch(/^[^\r\n]+$/);
            }
          }
        },
      ),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
