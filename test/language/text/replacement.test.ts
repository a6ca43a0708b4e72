// The smallest run of whole lines between two texts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { replacement } from "../../../server/src/language/text/replacement.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";

function checkReplacement(before: string, after: string, replaced: string, newText: string) {
  const edit = replacement(before, after);
  expect(edit && [before.slice(edit.span.start, edit.span.end), edit.newText]).toEqual([replaced, newText]);
}

test("only the lines that differ", () => {
  checkReplacement("a\nb\nc\n", "a\nB\nc\n", "b\n", "B\n");
  checkReplacement("a\nb\nc\n", "a\nc\n", "b\n", "");
  checkReplacement("a\nc\n", "a\nb\nc\n", "", "b\n");
  checkReplacement("a", "a\n", "a", "a\n");
  checkReplacement("a\r\nb\r\n", "a\r\n\r\nb\r\n", "", "\r\n");
});

test("nothing between equal texts", () => {
  expect(replacement("a\n", "a\n")).toBeUndefined();
});

const anyLines = fc
  .array(fc.constantFrom("a", "b", "aa", "", "\u{1f600}", "\n", "\r\n", "\r", " "), { maxLength: 12 })
  .map((pieces) => pieces.join(""));

test(
  "carried out, it makes the one of the other, and it cuts no line end",
  () => {
    fc.assert(
      fc.property(anyLines, anyLines, (before, after) => {
        const edit = replacement(before, after) ?? { span: { start: 0, end: 0 }, newText: "" };
        const { span, newText } = edit;
        expect(before.slice(0, span.start) + newText + before.slice(span.end)).toBe(after);
        const isCut = (offset: number): boolean => before[offset - 1] === "\r" && before[offset] === "\n";
        expect(isCut(span.start) || isCut(span.end)).toBe(false);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
