// Another severity in objectives.json, and everything else as it was.
import { expect, test } from "vitest";
import { readConfig } from "../../server/src/project/config.ts";
import { withRuleLevel } from "../../server/src/project/rule-edit.ts";

test.each([
  ["a file that is not there yet", undefined],
  ["an empty file", "\n"],
])("%s", (_, text) => {
  expect(withRuleLevel(text, "long-prompt", "off")).toBe(
    '{\n  "version": 1,\n  "rules": {\n    "long-prompt": "off"\n  }\n}\n',
  );
});

test("a code among others, and one that had another level", () => {
  const text = '{\n  "version": 1,\n  "rules": { "long-prompt": "warning" },\n  "targets": {}\n}\n';
  expect(withRuleLevel(text, "long-prompt", "off")).toBe(text.replace('"warning"', '"off"'));
  const more = withRuleLevel(text, "cycle", "hint");
  const config = readConfig(more);
  expect(config.ok && [...config.value.rules]).toEqual([
    ["long-prompt", "warning"],
    ["cycle", "hint"],
  ]);
  expect(more).toContain('"targets": {}\n}\n');
});

test("tabs and line ends stay", () => {
  const text = '{\r\n\t"version": 1\r\n}\r\n';
  expect(withRuleLevel(text, "cycle", "off")).toBe(
    '{\r\n\t"version": 1,\r\n\t"rules": {\r\n\t\t"cycle": "off"\r\n\t}\r\n}\r\n',
  );
});
