// What can be folded away.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folding, outermost } from "../../../server/src/language/features/folding.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** One line a fold: its lines from 1, `+` where the last is hidden, its kind and gist. */
function checkFolds(text: string) {
  const source = text.replace(/^\n/, "");
  const lineOf = (offset: number): number => source.slice(0, offset).split(/\r\n|\r|\n/).length;
  const lines = folding(parse(source)).map(({ span, kind, lastLine, gist, depth }) =>
    `${"  ".repeat(depth)}${lineOf(span.start)}-${lineOf(span.end)}${lastLine === "hidden" ? "+" : ""} ${kind} ${gist}`.trimEnd(),
  );
  return expect(`\n${lines.join("\n")}\n`);
}

describe("folds", () => {
  test("of declarations, texts, names, steps, comments and includes", () => {
    checkFolds(`
objectives "Dental"

include "./a.objectives"
include "./b.objectives"

defaults {
  confirm manual
}

// What comes first:
// a greeting.
objective greet {
  prompt """>
    Greet them, and find out why they call. Then say how long it takes, and ask them.
    """
  collect mood,
    full_name
  // one
  // two
  -> bad when "x" // trails
  -> good otherwise
}

scenario "Short" {
  greet {
    mood = "good"
  }
  good
}
`).toMatchInlineSnapshot(`
  "
  3-4+ imports
  6-8 block
  10-11+ comment What comes first:
  12-22 block → bad, good
    13-15+ text Greet them, and find out why they call. Then say how long i…
    16-17+ block mood, full_name
    18-19+ comment one
  24-29 block greet → good
    25-27 block mood
  "
`);
  });

  test("of nothing that has one line", () => {
    checkFolds(`objectives "S"\n// one\nobjective a { prompt "p" }\ninclude "./a.objectives"`).toBe("\n\n");
  });

  test("end before what else stands on their last line", () => {
    checkFolds('objective a { prompt """\n  x\n  """ -> b }\nobjective c { prompt """\n  y\n  """ // c\n}')
      .toMatchInlineSnapshot(`
      "
      1-3 block → b
        1-3 text x
      4-7 block
        4-6 text y
      "
    `);
  });

  test("of what is half-written go as far as it is read", () => {
    checkFolds(`objective a {\n  prompt "p"\n  collect x,\n    y\n`).toMatchInlineSnapshot(`
      "
      1-4+ block
        3-4+ block x, y
      "
    `);
  });

  test("with CRLF, tabs and emoji", () => {
    checkFolds('objective 😀 {\r\n\tprompt """\r\n\t\t😀😀\r\n\t\t"""\r\n}\r\n').toMatchInlineSnapshot(`
      "
      1-5 block
        2-4+ text 😀😀
      "
    `);
  });
});

describe("regions", () => {
  test("pair like braces, and one without its other is none", () => {
    checkFolds(`
//#endregion
//#region Opening
objective a { prompt "p" }
// #region inner
objective b { prompt "p" }
// #endregion
//#endregion Opening
//#region never closed
`).toMatchInlineSnapshot(`
  "
  2-7+ region Opening
  4-6+ region inner
  "
`);
  });

  test("are no part of the comments around them", () => {
    checkFolds("// a\n// b\n//#region R\n// c\n// d\n//#endregion\n").toMatchInlineSnapshot(`
      "
      1-2+ comment a
      3-6+ region R
      4-5+ comment c
      "
    `);
  });
});

test("the outermost stay where not all are wanted", () => {
  const folds = folding(parse('objective a {\n  prompt """\n    x\n    """\n}\nobjective b {\n}\n'));
  expect(folds.length).toBe(3);
  expect(outermost(folds, 2).map(({ depth }) => depth)).toEqual([0, 0]);
  expect(outermost(folds, 3)).toBe(folds);
});

test(
  "of any text: in order, on several lines, and no two but regions overlap",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, (text) => {
        const folds = folding(parse(text));
        expect(folds).toEqual(folds.toSorted((one, other) => one.span.start - other.span.start));
        for (const { span } of folds) {
          expect(text.slice(span.start, span.end)).toMatch(/[\r\n]/);
          const crossing = folds.filter(
            (it) => it.span.start < span.start && span.start < it.span.end && it.span.end < span.end,
          );
          expect(crossing).toEqual([]);
        }
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
