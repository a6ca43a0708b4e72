// Texts cut to fit, in every script.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { helvetica, measureWith } from "../../../server/src/language/graph/metrics.ts";
import { endingShort, middleShort, wrapped } from "../../../server/src/language/graph/wrap.ts";
import { LAW } from "../../support/generators.ts";

const measure = measureWith(helvetica.regular, 12);

describe("a text of two lines", () => {
  test.each([
    ["", []],
    ["short", ["short"]],
    ["the quick brown fox jumps over the lazy dog", ["the quick brown fox", "jumps over the lazy…"]],
    ["VERIFIED_HAS_APPOINTMENT_TODAY yes", ["VERIFIED_HAS_", "APPOINTMENT_T…"]],
    ["https://example.com/a/very/long/path", ["https://example.com/", "a/very/long/path"]],
    ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ["xxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxx"]],
    ["患者の氏名と来院の理由を聞き取り、復唱して", ["患者の氏名と来院の理", "由を聞き取り、復唱…"]],
    ["e\u0301e\u0301e\u0301", ["e\u0301e\u0301e\u0301"]],
  ])("%s", (text, lines) => {
    expect(wrapped(text, { width: 120, lines: 2 }, measure)).toEqual(lines);
  });

  test("never tears a character apart", () => {
    const [line = ""] = wrapped("👨‍👩‍👧‍👦".repeat(40), { width: 120, lines: 1 }, measure);
    expect(line.replaceAll("👨‍👩‍👧‍👦", "")).toBe("…");
  });
});

describe("a name that is too long", () => {
  test("keeps its beginning and its end", () => {
    expect(middleShort("collect_the_new_patients_insurance_number", 120, measure)).toBe(
      "collect_the_…number",
    );
  });

  test("may be ten thousand characters long", () => {
    expect(middleShort("ab".repeat(5_000), 60, measure)).toBe("abab…bab");
  });
});

describe("whatever the text", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 80 });
  const width = fc.integer({ min: 30, max: 300 });

  test("no line is wider than the frame", () => {
    fc.assert(
      fc.property(text, width, (words, room) => {
        const lines = wrapped(words, { width: room, lines: 3 }, measure);
        expect(lines.length).toBeLessThanOrEqual(3);
        expect(lines.filter((line) => measure(line) > room)).toEqual([]);
        expect(measure(endingShort(words, room, measure))).toBeLessThanOrEqual(room);
        expect(measure(middleShort(words, room, measure))).toBeLessThanOrEqual(room);
      }),
      LAW,
    );
  });

  test("what fits is said in full", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 60 }), (words) => {
        const lines = wrapped(words, { width: 10_000, lines: 1 }, measure);
        expect(lines.join("")).toBe(words.trim());
      }),
      LAW,
    );
  });
});

test.each([
  ["iiii", 4 * 222],
  ["WWWW", 4 * 944],
  ["é", 556],
  ["漢字", 2_000],
  ["👩🏽‍🚀", 1_300],
  ["\u200b\u0301", 0],
])("%s is measured by what is seen of it", (text, thousandths) => {
  expect(measureWith(helvetica.regular, 1000)(text)).toBe(thousandths);
});
