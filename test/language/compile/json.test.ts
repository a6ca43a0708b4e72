// JSON text laid out, held against the layout that JavaScript has.
import fc from "fast-check";
import { expect, test } from "vitest";
import { laidOutJson } from "../../../server/src/language/compile/json.ts";
import { LAW } from "../../support/generators.ts";

test("any text is laid out with two spaces, whatever its blanks were", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 3, "\t"), (value, blanks) => {
      expect(laidOutJson(JSON.stringify(value, undefined, blanks))).toBe(JSON.stringify(value, undefined, 2));
    }),
    LAW,
  );
});

test("keys keep their order, numbers their digits, strings their escapes", () => {
  expect(laidOutJson('{ "10": 1.0e2, "9": "\\u0041\\\\\\"{", "__proto__": [ ] }')).toBe(
    '{\n  "10": 1.0e2,\n  "9": "\\u0041\\\\\\"{",\n  "__proto__": []\n}',
  );
});

test("a large text takes no time", () => {
  const value = Array.from({ length: 100_000 }, (_, index) => ({ index, '\\"': "\n".repeat(100) }));
  expect(laidOutJson(JSON.stringify(value))).toBe(JSON.stringify(value, undefined, 2));
});
