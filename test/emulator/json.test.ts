// JSON with its keys in order.
import fc from "fast-check";
import { expect, test } from "vitest";
import { field, isObject, parseJson, printJson } from "../../server/src/emulator/json.ts";
import { LAW } from "../support/generators.ts";

test.each([
  '{"b":1,"10":2,"2":3,"__proto__":{"x":1},"constructor":null,"":[]}',
  '{"a\\"b:":"c\\":","\\\\":"\\\\","é\\n":{"1":{"0":true}}}',
  '["a",":",{"x":":"}]',
  "0",
  '"\\ud800"',
])("%s comes back as it was", (text) => {
  const value = parseJson(text);
  expect(value !== undefined && printJson(value, 0)).toBe(text);
});

test("white space before a colon, and keys that objects have of themselves", () => {
  const value = parseJson('{"toString" \n\t: 1}');
  expect(
    isObject(value) && [field(value, "toString"), field(value, "valueOf"), field(value, "__proto__")],
  ).toEqual([1, undefined, undefined]);
});

test("any value comes back as JavaScript prints it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const parsed = parseJson(JSON.stringify(value));
      expect(parsed !== undefined && printJson(parsed, indent)).toBe(
        JSON.stringify(value, undefined, indent),
      );
    }),
    LAW,
  );
});

test.each([
  ["nothing", ""],
  ["half", '{"a":'],
  ["comments", "{} // x"],
  ["depth", "[".repeat(101) + "]".repeat(101)],
  ["great depth", "[".repeat(200_000) + "]".repeat(200_000)],
])("%s is refused", (_, text) => {
  expect(parseJson(text)).toBeUndefined();
});

test("takes strings of many megabytes", () => {
  const text = `{"k":"${"\\n\\\\".repeat(1_000_000)}"}`;
  const value = parseJson(text);
  expect(value !== undefined && printJson(value, 0) === text).toBe(true);
});
