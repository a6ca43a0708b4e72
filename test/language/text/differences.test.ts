// The edits between two texts: between words where these are the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "../../../server/src/language/text/differences.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";

/** What is replaced stands in brackets, with what takes its place. */
function checkDifferences(before: string, after: string, expected: string) {
  const shown = differences(before, after).reduceRight(
    (text, { span: { start, end }, newText }) =>
      `${text.slice(0, start)}[${text.slice(start, end)}|${newText}]${text.slice(end)}`,
    before,
  );
  expect(shown).toBe(expected);
}

test("nothing between equal texts", () => {
  checkDifferences("a\n", "a\n", "a\n");
});

test("blanks between words", () => {
  checkDifferences("a{b,c}", "a { b, c }", "a[| ]{[| ]b,[| ]c[| ]}");
  checkDifferences("  a\n\n\nb", "a\nb\n", "[  |]a\n[\n\n|]b[|\n]");
});

test("all from the first word that is another to the last", () => {
  checkDifferences("a b  c d  e", "a x  c y e", "a [b  c d |x  c y] e");
  checkDifferences("a b", "a", "a[ b|]");
  checkDifferences("", "a", "[|a]");
});

test("whole line ends and characters", () => {
  checkDifferences("a\r\nb", "a\nb", "a[\r\n|\n]b");
  checkDifferences("\u{1f600}", "\u{1f601}", "[\u{1f600}|\u{1f601}]");
});

const anyLines = fc
  .array(fc.constantFrom("a", "b", "aa", '"', "\u{1f600}", "\u{1f601}", "\ud83d", "\n", "\r\n", "\r", " "), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""));

test("carried out, they make the one of the other, and cut nothing", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(
    fc.property(anyLines, anyLines, (before, after) => {
      const edits = differences(before, after);
      const made = edits.reduceRight(
        (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
        before,
      );
      expect(made).toBe(after);
      for (const { span } of edits) {
        for (const offset of [span.start, span.end])
          expect(before.slice(Math.max(0, offset - 1), offset + 1)).not.toMatch(
            /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/,
          );
      }
    }),
    LAW,
  );
});
