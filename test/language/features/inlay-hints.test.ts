// What a text does not say where one reads it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hintTooltip,
  inlayHints,
  type HintWishes,
  type InlayHint,
} from "../../../server/src/language/features/inlay-hints.ts";
import type { Model } from "../../../server/src/language/model/analyze.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { applyEdits } from "../../../server/src/language/text/edits.ts";
import type { FileId } from "../../../server/src/language/text/place.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";
import { filesOf, MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyFixture, anyDamagedProgram } from "../../support/program-generators.ts";

const ALL: HintWishes = { incoming: true, inherited: true, params: true };

function hintsOf(model: Model, file: FileId, wishes: HintWishes = ALL): readonly InlayHint[] {
  return inlayHints(model, file, { start: 0, end: Infinity }, wishes);
}

/** The text of a file with its hints where they stand, as `‹label›`. */
function checkHints(fixture: string, { file = MAIN, wishes = ALL } = {}) {
  const given = fixture.replace(/^\n/, "");
  const text = filesOf(given).get(file) ?? "";
  const shown = hintsOf(modelOf(given), file, wishes).map(({ offset, label }) => ({
    span: { start: offset, end: offset },
    newText: `‹${label}›`,
  }));
  return expect(`\n${applyEdits(text, shown)}\n`);
}

describe("ways in", () => {
  const SET = `
objectives "S"
objective a { prompt "p" -> b when "x" -> c when "y" -> c otherwise }
objective b { prompt "p" -> c }
objective c { prompt "p" }
`;

  test("are told where there are several", () => {
    checkHints(SET).toMatchInlineSnapshot(`
      "
      objectives "S"
      objective a { prompt "p" -> b when "x" -> c when "y" -> c otherwise }
      objective b { prompt "p" -> c }
      objective c‹← 3› { prompt "p" }

      "
    `);
  });

  test("are told by whom in the tooltip", () => {
    const model = modelOf(SET);
    const [hint] = hintsOf(model, MAIN);
    const { said, places } = hint ? hintTooltip(model, MAIN, hint) : { said: undefined, places: [] };
    expect(said && inWords(said, {})).toBe("Arrows lead here from");
    expect(places.map(({ name }) => name)).toEqual(["a", "a", "b"]);
  });

  test("are not told while a part of the set is missing", () => {
    checkHints(SET.replace('"S"', '"S"\ninclude "./gone.objectives"')).not.toContain("‹");
  });

  test("are told from other files", () => {
    checkHints(
      `objectives "S"\ninclude "./z.objectives"\nobjective a { -> z }\nobjective b { -> z }\n// z.objectives\nobjective z { prompt "p" }\n`,
      {
        file: "/set/z.objectives",
      },
    ).toMatchInlineSnapshot(`
      "
      objective z‹← 2› { prompt "p" }

      "
    `);
  });
});

describe("what defaults give", () => {
  test("is told of objectives that do not say it, but not what is built in", () => {
    checkHints(`
objectives "S"
defaults { confirm manual modality verbal callback "https://example.com/a/very/long/path/that/goes/on/and/on" }
objective a { prompt "p" }
objective b { confirm auto callback "" prompt "p" }
objective c { confirm
`).toMatchInlineSnapshot(`
  "
  objectives "S"
  defaults { confirm manual modality verbal callback "https://example.com/a/very/long/path/that/goes/on/and/on" }
  objective a {‹confirm manual›‹callback "https://example.com/a/very/long/path/that/goes/o…› prompt "p" }
  objective b { confirm auto callback "" prompt "p" }
  objective c {‹callback "https://example.com/a/very/long/path/that/goes/o…› confirm

  "
`);
  });

  test("is a file's own before the set's", () => {
    checkHints(
      `objectives "S"\ninclude "./b.objectives"\ndefaults { confirm manual modality visual }\n// b.objectives\ndefaults { confirm auto }\nobjective b { prompt "p" }\n`,
      { file: "/set/b.objectives" },
    ).toMatchInlineSnapshot(`
      "
      defaults { confirm auto }
      objective b {‹modality visual› prompt "p" }

      "
    `);
  });

  test("is no secret", () => {
    checkHints(`defaults { callback "https://me:hunter2@example.com" }\nobjective a { prompt "p" }`)
      .toMatchInlineSnapshot(`
      "
      defaults { callback "https://me:hunter2@example.com" }
      objective a {‹callback …› prompt "p" }
      "
    `);
  });

  test("is written where it belongs once it is accepted", () => {
    checkAccepted(`
defaults { confirm manual callback "\${h}/x" modality visual }
objective a { prompt "p" -> b }
objective b {
  prompt "p" // why
  -> c
}
objective c { // none
}
`).toMatchInlineSnapshot(`
  "
  defaults { confirm manual callback "\${h}/x" modality visual }
  objective a { modality visual prompt "p" confirm manual callback "\${h}/x" -> b }
  objective b {
    modality visual
    prompt "p" // why
    confirm manual
    callback "\${h}/x"
    -> c
  }
  objective c { // none
    modality visual
    confirm manual
    callback "\${h}/x"
  }
  "
`);
  });

  test("is written with the line ends of the text", () => {
    checkAccepted(`defaults { confirm manual }\r\nobjective a {\r\n\tprompt "p"\r\n}`).toBe(
      `defaults { confirm manual }\r\nobjective a {\r\n\tprompt "p"\r\n  confirm manual\r\n}`,
    );
  });

  /** The text with all that can be accepted, one hint after the other. */
  function checkAccepted(text: string) {
    let now = text;
    for (let left = hintsOf(modelOf(now), MAIN); left.length > 0; left = hintsOf(modelOf(now), MAIN)) {
      const next = left.find(({ edits }) => edits.length > 0);
      if (!next) break;
      now = applyEdits(now, next.edits);
    }
    return expect(now);
  }
});

describe("params", () => {
  test("are told with their values, as these would be written", () => {
    checkHints(`
objectives "S of \${city}"
param city = "Bern"
param empty = ""
param odd = "a \\"b\\"\\n\\u{202E}c"
param long = "https://example.com/and/so/on/and/so/on/and/so/on"
param target
objective a { prompt "\${city} \${empty} \${odd} \${long} \${target} \${unknown}" }
`).toMatchInlineSnapshot(`
  "
  objectives "S of \${city}‹= Bern›"
  param city = "Bern"
  param empty = ""
  param odd = "a \\"b\\"\\n\\u{202E}c"
  param long = "https://example.com/and/so/on/and/so/on/and/so/on"
  param target
  objective a { prompt "\${city}‹= Bern› \${empty}‹= ""› \${odd}‹= a \\"b\\" \\u{202E}c› \${long}‹= https://example.com/and/so/on/and/so/on…› \${target} \${unknown}" }

  "
`);
  });

  test("are told once in a declaration", () => {
    checkHints(`
param city = "Bern"
objective a { prompt "\${city} \${city}" -> b when "\${city}" }
objective b { prompt "\${city}" }
`).toMatchInlineSnapshot(`
  "
  param city = "Bern"
  objective a { prompt "\${city}‹= Bern› \${city}" -> b when "\${city}" }
  objective b { prompt "\${city}‹= Bern›" }

  "
`);
  });

  test("are no secrets, by their look or their name", () => {
    checkHints(`
param api_key = "abc"
param hooks = "https://me:hunter2@example.com"
objective a { prompt "\${api_key} \${hooks}" }
`).not.toContain("‹");
  });

  test("lead to where they are declared", () => {
    const model = modelOf(`param city = "Bern"\nobjective a { prompt "\${city}" }`);
    const [hint] = hintsOf(model, MAIN);
    expect(hint?.source).toEqual({ file: MAIN, span: { start: 6, end: 10 } });
  });
});

test("of a part of the text alone", () => {
  const text = `param a = "1"\nobjective x { prompt "\${a}" }\nobjective y { prompt "\${a}" }\n`;
  const end = text.indexOf("y");
  expect(inlayHints(modelOf(text), MAIN, { start: end, end }, ALL).length).toBe(1);
});

test("only those that are wanted", () => {
  const text = `param a = "1"\ndefaults { confirm manual }\nobjective x { prompt "\${a}" }\n`;
  checkHints(text, { wishes: { ...ALL, params: false } }).toContain("{‹confirm manual› prompt");
  checkHints(text, { wishes: { ...ALL, inherited: false } }).toContain("${a}‹= 1›");
});

test(
  "of any text stand in it, in order",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, (text) => {
        const offsets = hintsOf(modelOf(text), MAIN).map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
        expect(offsets.every((offset) => 0 < offset && offset <= text.length)).toBe(true);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

test(
  "what is accepted is then said, and breaks nothing",
  () => {
    fc.assert(
      fc.property(anyFixture, (fixture) => {
        const model = modelOf(fixture);
        for (const { id, source } of model.files) {
          const inherited = hintsOf(model, id).filter(({ edits }) => edits.length > 0);
          for (const { edits } of inherited) {
            const after = parse(applyEdits(source.text, edits));
            expect(after.units.flatMap(({ issues }) => issues)).toEqual([]);
          }
        }
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

test("a param's value is explained by the name of the param, which may be another file's", () => {
  const model = modelOf(
    `objectives "S"\ninclude "./p.objectives"\nobjective a { prompt "\${city}" }\n// p.objectives\nparam city = "Bern"\n`,
  );
  const [hint] = inlayHints(model, MAIN, { start: 0, end: 100 }, ALL);
  expect(hint?.label).toBe("= Bern");
  expect(hint && hintTooltip(model, MAIN, hint).places.map(({ name }) => name)).toEqual(["city"]);
});
