// Texts as there is room for them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { shortened } from "../../../server/src/language/text/shortened.ts";
import { anyString, LAW } from "../../support/generators.ts";

test("what fits stays, on one line", () => {
  expect(shortened(" one\n  two ", 7)).toBe("one two");
  expect(shortened("one two", 6)).toBe("one t…");
  expect(shortened("😀😀😀", 3)).toBe("😀😀😀");
  expect(shortened("😀😀😀", 2)).toBe("😀…");
});

test("no text has more characters than there is room for, and none is cut in two", () => {
  fc.assert(
    fc.property(anyString, fc.integer({ min: 1, max: 9 }), (text, most) => {
      const short = shortened(text, most);
      expect(Array.from(short).length).toBeLessThanOrEqual(most);
      expect(Array.from(text.trim().replace(/\s+/g, " ")).join("").startsWith(short.replace(/…$/, ""))).toBe(
        true,
      );
    }),
    LAW,
  );
});
