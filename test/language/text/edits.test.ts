// Several edits of one text become the smallest ones that do the same.
import { expect, test } from "vitest";
import { applyEdits, tidyEdits } from "../../../server/src/language/text/edits.ts";
import type { TextEdit } from "../../../server/src/language/text/span.ts";

/** An edit says what it replaces; a text that is put in stands before `place`. */
interface Change {
  readonly old?: string;
  readonly place?: string;
  readonly newText: string;
}

/** Holds the edits that are left, each as `old > new`, and the text after them. */
function checkEdits(text: string, changes: readonly Change[], expected: readonly string[], after: string) {
  const edits = changes.map(({ old = "", place = old, newText }): TextEdit => {
    const start = text.indexOf(place);
    return { span: { start, end: start + old.length }, newText };
  });
  const tidy = tidyEdits(text, edits);
  expect(tidy.map(({ span, newText }) => `${text.slice(span.start, span.end)} > ${newText}`)).toEqual(
    expected,
  );
  expect(applyEdits(text, tidy)).toBe(after);
}

test("are put in order, those that touch become one", () => {
  checkEdits(
    "one two three",
    [
      { old: "three", newText: "3" },
      { old: "one", newText: "1" },
      { place: " two", newText: "!" },
    ],
    ["one > 1!", "three > 3"],
    "1! two 3",
  );
});

test("what is put in at a place comes before what changes there", () => {
  checkEdits(
    "two",
    [
      { old: "two", newText: "2" },
      { place: "two", newText: "1 " },
    ],
    ["two > 1 2"],
    "1 2",
  );
});

test("leave out what they would write as it is", () => {
  checkEdits("one two three", [{ old: "one two three", newText: "one 2 three" }], ["two > 2"], "one 2 three");
  checkEdits("one", [{ old: "one", newText: "one" }], [], "one");
  checkEdits("aa", [{ old: "aa", newText: "aaa" }], [" > a"], "aaa");
});

test("cut neither a character nor a line end in two", () => {
  checkEdits(
    "\u{1F600}",
    [{ old: "\u{1F600}", newText: "\u{1F601}" }],
    ["\u{1F600} > \u{1F601}"],
    "\u{1F601}",
  );
  checkEdits(
    "\u{1F600}",
    [{ old: "\u{1F600}", newText: "\u{1FA00}" }],
    ["\u{1F600} > \u{1FA00}"],
    "\u{1FA00}",
  );
  checkEdits("a\r\nb", [{ old: "\r\n", newText: "\n" }], ["\r\n > \n"], "a\nb");
  checkEdits("a\r\nb", [{ old: "\r\n", newText: "\r" }], ["\r\n > \r"], "a\rb");
});
