// JSON Patch, by the examples of RFC 6902 and by what may not happen.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson, printJson } from "../../server/src/emulator/json.ts";
import { applyPatch } from "../../server/src/emulator/patch.ts";
import { LAW } from "../support/generators.ts";
import { anyPatch } from "./patch-generators.ts";

/** Applies a patch to a document; the result is text, or the fault. The document must stay as it was. */
function checkPatch(document: string, patch: string): string {
  const before = parseJson(document);
  const operations = parseJson(patch);
  if (before === undefined || operations === undefined) throw new Error("the test's own JSON is broken");
  const patching = applyPatch(before, operations);
  expect(printJson(before, 0)).toBe(printJson(parseJson(document) ?? null, 0));
  return patching.ok ? printJson(patching.document, 0) : patching.fault;
}

test.each([
  [
    "adds a member",
    '{"foo":"bar"}',
    '[{"op":"add","path":"/baz","value":"qux"}]',
    '{"foo":"bar","baz":"qux"}',
  ],
  [
    "adds an element",
    '{"foo":["bar","baz"]}',
    '[{"op":"add","path":"/foo/1","value":"qux"}]',
    '{"foo":["bar","qux","baz"]}',
  ],
  [
    "adds at the end",
    '{"foo":["bar"]}',
    '[{"op":"add","path":"/foo/-","value":["x"]}]',
    '{"foo":["bar",["x"]]}',
  ],
  ["adds at the length", "[1]", '[{"op":"add","path":"/1","value":2}]', "[1,2]"],
  ["add replaces", '{"a":1}', '[{"op":"add","path":"/a","value":null}]', '{"a":null}'],
  [
    "adds into what it added",
    "{}",
    '[{"op":"add","path":"/a","value":{}},{"op":"add","path":"/a/b","value":1}]',
    '{"a":{"b":1}}',
  ],
  ["removes a member", '{"baz":"qux","foo":"bar"}', '[{"op":"remove","path":"/baz"}]', '{"foo":"bar"}'],
  ["removes an element", '{"foo":[1,2,3]}', '[{"op":"remove","path":"/foo/1"}]', '{"foo":[1,3]}'],
  [
    "replaces",
    '{"baz":"qux","foo":"bar"}',
    '[{"op":"replace","path":"/baz","value":"boo"}]',
    '{"baz":"boo","foo":"bar"}',
  ],
  ["replaces all", '{"a":1}', '[{"op":"replace","path":"","value":{"10":1,"2":2}}]', '{"10":1,"2":2}'],
  [
    "moves a member",
    '{"foo":{"bar":"x"},"qux":{}}',
    '[{"op":"move","from":"/foo/bar","path":"/qux/y"}]',
    '{"foo":{},"qux":{"y":"x"}}',
  ],
  ["moves an element", "[1,2,3,4]", '[{"op":"move","from":"/1","path":"/3"}]', "[1,3,4,2]"],
  ["moves to where it is", '{"a":1,"b":2}', '[{"op":"move","from":"/a","path":"/a"}]', '{"a":1,"b":2}'],
  [
    "copies",
    '{"a":{"b":1}}',
    '[{"op":"copy","from":"/a","path":"/c"},{"op":"add","path":"/c/b","value":2}]',
    '{"a":{"b":1},"c":{"b":2}}',
  ],
  ["copies all into a part", '{"a":1}', '[{"op":"copy","from":"","path":"/b"}]', '{"a":1,"b":{"a":1}}'],
  [
    "tests",
    '{"a":{"x":1,"y":[2]}}',
    '[{"op":"test","path":"/a","value":{"y":[2],"x":1}}]',
    '{"a":{"x":1,"y":[2]}}',
  ],
  [
    "unescapes paths",
    '{"a/b":1,"m~n":2,"~1":3}',
    '[{"op":"remove","path":"/a~1b"},{"op":"remove","path":"/m~0n"},{"op":"test","path":"/~01","value":3}]',
    '{"~1":3}',
  ],
  ["knows the empty key", '{"":1}', '[{"op":"replace","path":"/","value":2}]', '{"":2}'],
  [
    "keeps the order of keys like numbers",
    '{"b":1,"10":2}',
    '[{"op":"add","path":"/2","value":3}]',
    '{"b":1,"10":2,"2":3}',
  ],
  [
    "takes __proto__ for a plain key",
    "{}",
    '[{"op":"add","path":"/__proto__","value":{"polluted":1}}]',
    '{"__proto__":{"polluted":1}}',
  ],
  ["an empty patch", '{"a":1}', "[]", '{"a":1}'],
])("%s", (_, document, patch, result) => {
  expect(checkPatch(document, patch)).toBe(result);
});

test.each([
  ["no list", "{}"],
  ["no object in it", "[1]"],
  ["no op", '[{"path":"/a","value":1}]'],
  ["an unknown op", '[{"op":"spam","path":"/a","value":1}]'],
  ["an op of the library's own", '[{"op":"_get","path":"/a"}]'],
  ["an op that every object has", '[{"op":"toString","path":"/a"}]'],
  ["no path", '[{"op":"remove"}]'],
  ["a path that is no text", '[{"op":"remove","path":1}]'],
  ["a path without a slash", '[{"op":"remove","path":"a"}]'],
  ["a path with a stray ~", '[{"op":"remove","path":"/a~2"}]'],
  ["no value", '[{"op":"add","path":"/a"}]'],
  ["no from", '[{"op":"move","path":"/a"}]'],
  ["a good one before a bad one", '[{"op":"add","path":"/z","value":1},{"op":"?"}]'],
])("%s is no patch", (_, patch) => {
  expect(checkPatch('{"a":1}', patch)).toBe("format");
});

test.each([
  ["a missing member", '[{"op":"remove","path":"/nope"}]'],
  ["a missing member to replace", '[{"op":"replace","path":"/nope","value":1}]'],
  ["a missing parent", '[{"op":"add","path":"/nope/x","value":1}]'],
  ["a missing parent of a missing parent", '[{"op":"add","path":"/nope/x/y","value":1}]'],
  ["a text for a parent", '[{"op":"add","path":"/text/x","value":1}]'],
  ["a text for a copy's parent", '[{"op":"copy","from":"/text","path":"/text/x"}]'],
  ["an index past the end", '[{"op":"add","path":"/list/3","value":1}]'],
  ["an index past the end for a copy", '[{"op":"copy","from":"/text","path":"/list/3"}]'],
  ["an index with a zero before it", '[{"op":"remove","path":"/list/01"}]'],
  ["an index below zero", '[{"op":"remove","path":"/list/-1"}]'],
  ["an index that wraps around", '[{"op":"remove","path":"/list/4294967296"}]'],
  ["an index to add at that wraps around", '[{"op":"add","path":"/list/4294967296","value":1}]'],
  ["an index with an exponent", '[{"op":"remove","path":"/list/1e0"}]'],
  ["a list's length", '[{"op":"replace","path":"/list/length","value":0}]'],
  ["the end of a list to remove", '[{"op":"remove","path":"/list/-"}]'],
  ["a key that every object has", '[{"op":"remove","path":"/constructor"}]'],
  ["a way through what every object has", '[{"op":"add","path":"/constructor/prototype/x","value":1}]'],
  ["a way through __proto__", '[{"op":"add","path":"/__proto__/x","value":1}]'],
  ["a test of another value", '[{"op":"test","path":"/text","value":"other"}]'],
  ["a test of what is missing", '[{"op":"test","path":"/nope","value":null}]'],
  ["a move from nowhere", '[{"op":"move","from":"/nope","path":"/x"}]'],
  ["a move into itself", '[{"op":"move","from":"/list/0","path":"/list/0/x"}]'],
  ["a move whose place is gone with it", '[{"op":"move","from":"/list/0","path":"/list/1/x"}]'],
  ["a copy from nowhere", '[{"op":"copy","from":"/nope","path":"/x"}]'],
  ["a step after the root is gone", '[{"op":"remove","path":""},{"op":"add","path":"/a","value":1}]'],
  [
    "a failure after steps that worked",
    '[{"op":"add","path":"/z","value":1},{"op":"remove","path":"/list"},{"op":"test","path":"/z","value":2}]',
  ],
])("%s cannot be applied", (_, patch) => {
  expect(checkPatch('{"text":"x","list":[{},{}]}', patch)).toBe("operation");
});

test("copies of copies of copies end", () => {
  const doubling = Array.from({ length: 60 }, (_, index) => ({ op: "copy", from: "", path: `/${index}` }));
  expect(checkPatch('{"a":1}', JSON.stringify(doubling))).toBe("operation");
});

test("whatever the patch, the result is JSON and nothing but the result changes", () => {
  fc.assert(
    fc.property(fc.jsonValue(), anyPatch, (document, patch) => {
      const result = checkPatch(JSON.stringify(document), JSON.stringify(patch));
      if (result !== "format" && result !== "operation") expect(parseJson(result)).toBeDefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect("polluted" in {}).toBe(false);
    }),
    LAW,
  );
});
