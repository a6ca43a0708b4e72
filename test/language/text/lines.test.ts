// Lines of a text: where they begin and end, and the blanks on them.
import { expect, test } from "vitest";
import {
  endOfBlanks,
  indentationAt,
  lineAbove,
  lineBreakOf,
  lineEnd,
  linesAbove,
  lineStart,
  nextLine,
  startOfBlanks,
} from "../../../server/src/language/text/lines.ts";
import { marked } from "../../support/marked.ts";

type Answer = (text: string, offset: number) => number | undefined;

/** Holds where an answer about the place `$0` is: at `|`, which may stand before or behind it; nowhere without one. */
function checkPlace(answer: Answer, source: string) {
  const { text, offset } = marked(source.replace("|", ""));
  const wanted = source.replace("$0", "").indexOf("|");
  expect(answer(text, offset)).toBe(wanted < 0 ? undefined : wanted);
}

test("a line begins behind the break before it, or behind a byte order mark", () => {
  checkPlace(lineStart, "a\r\n|b$0c");
  checkPlace(lineStart, "a\r|b$0");
  checkPlace(lineStart, "|a$0\n");
  checkPlace(lineStart, "\uFEFF|a$0");
});

test("it ends before its break, and the next begins behind that", () => {
  checkPlace(lineEnd, "a$0b|\r\nc");
  checkPlace(nextLine, "a$0b\r\n|c");
  checkPlace(nextLine, "a$0b|");
});

test("the line above begins where it does; above the first there is none", () => {
  checkPlace(lineAbove, "|a\r\nb$0");
  checkPlace(lineAbove, "a\n|\nb$0");
  checkPlace(lineAbove, "\uFEFF|a\nb$0");
  checkPlace(lineAbove, "a$0");
  checkPlace(lineAbove, "\uFEFFa$0");
});

test("a run of lines above ends at the first that is not wanted", () => {
  const above: Answer = (text, offset) => linesAbove(text, offset, (line) => line.startsWith("//"));
  checkPlace(above, "// no\n\n|// a\r\n// b\nc$0");
  checkPlace(above, "|// a\nb$0");
  checkPlace(above, "a\n|b$0");
});

test("blanks are no line breaks", () => {
  checkPlace(startOfBlanks, "a\n|\t $0b");
  checkPlace(endOfBlanks, "a$0 \t|\nb");
  expect(indentationAt("a\n \tb", 4)).toBe(" \t");
});

test("new lines end as the first one does", () => {
  expect(lineBreakOf("a\r\nb\n")).toBe("\r\n");
  expect(lineBreakOf("a\rb")).toBe("\r");
  expect(lineBreakOf("a")).toBe("\n");
});
