// objectives.json: what it may say, and what is said of what it may not.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { describeConfigFailure, openConfig, readConfig } from "../../server/src/project/config.ts";
import { failingFile, memoryFileSystem } from "./memory-file-system.ts";

const PATH = "/flows/objectives.json";

async function checkProblems(source: string): Promise<string> {
  const reading = await openConfig(memoryFileSystem({ [PATH]: source }), PATH);
  return reading.ok ? "nothing is wrong" : inEnglish(describeConfigFailure(reading.failure));
}

test("everything that may be said is read", () => {
  const source = `{
    "$schema": "./objectives.schema.json",
    "version": 1,
    "defaultTarget": "staging",
    "targets": {
      "staging": {
        "url": "https://tavusapi.com",
        "params": { "hooks": "https://staging.example.com" },
        "personas": { "intake.objectives": ["p1234"] },
        "sets": ["flows/**"],
        "confirm": "changes"
      }
    },
    "rules": { "long-prompt": "off", "vague-prompt": "warning" }
  }`;
  expect(readConfig(source)).toEqual({
    ok: true,
    value: {
      defaultTarget: "staging",
      targets: new Map([
        [
          "staging",
          {
            url: "https://tavusapi.com",
            params: new Map([["hooks", "https://staging.example.com"]]),
            personas: new Map([["intake.objectives", ["p1234"]]]),
            sets: ["flows/**"],
            confirm: "changes",
          },
        ],
      ]),
      rules: new Map([
        ["long-prompt", "off"],
        ["vague-prompt", "warning"],
      ]),
    },
  });
});

test("a version is all that it must say", () => {
  expect(readConfig(`{"version": 1}`)).toMatchObject({ ok: true, value: { defaultTarget: undefined } });
});

test("all that is wrong is named at once, each with its place", async () => {
  const problems = await checkProblems(`{
  "version": 1,
  "defaultTraget": "tavus",
  "targets": {
    "staging": { "adress": "x", "params": { "hooks": 1 }, "confirm": "sometimes" },
    "other": "https://example.com"
  },
  "rules": { "long-promt": "off", "a/b~c": "loud" }
}`);
  expect(problems).toMatchInlineSnapshot(`
    "/flows/objectives.json:3:3 /defaultTraget "defaultTraget" is not known here. Did you mean "defaultTarget"?
    /flows/objectives.json:5:18 /targets/staging/adress "adress" is not known here. Known here: "url", "params", "personas", "sets", "confirm".
    /flows/objectives.json:5:54 /targets/staging/params/hooks A string belongs here, and this is a number.
    /flows/objectives.json:5:70 /targets/staging/confirm One of "changes", "never" belongs here.
    /flows/objectives.json:6:14 /targets/other An object belongs here, and this is a string.
    /flows/objectives.json:8:14 /rules/long-promt No code is called 'long-promt'. Did you mean 'long-prompt'?
    /flows/objectives.json:8:35 /rules/a~1b~0c No code is called 'a/b~c': write one of those that are shown with the findings.
    /flows/objectives.json:8:44 /rules/a~1b~0c One of "error", "warning", "information", "hint", "off" belongs here."
  `);
});

test.for([
  ["", "/flows/objectives.json:1:1 This is not JSON: the text is empty."],
  ["[]", "/flows/objectives.json:1:1 An object belongs here, and this is a list."],
  ["{}", `/flows/objectives.json:1:1 "version" is missing: write "version": 1.`],
  [`{"version": "1"}`, "/flows/objectives.json:1:13 /version The version must be 1."],
  [
    `{"rules": 1}`,
    `/flows/objectives.json:1:1 "version" is missing: write "version": 1.\n/flows/objectives.json:1:11 /rules An`,
  ],
  [
    `{"version": 0, "x": 1}`,
    `/flows/objectives.json:1:13 /version The version must be 1.\n/flows/objectives.json:1:16 /x "x" is`,
  ],
  [`{"version": 1,}`, "/flows/objectives.json:1:15 This is not JSON"],
  [`{"version": 1, "version": 1}`, "stands here a second time"],
] as const)("%s is refused", async ([source, words]) => {
  expect(await checkProblems(source)).toContain(words);
});

test("of a newer file nothing but its version is judged", async () => {
  expect(await checkProblems(`{"version": 2, "somethingNew": true}`)).toMatchInlineSnapshot(
    `"/flows/objectives.json:1:13 /version This file was written for a newer version than this program knows (1). Update the program."`,
  );
});

test("a file that cannot be read is said to be so", async () => {
  const files = memoryFileSystem({ [PATH]: "{}" }, failingFile("readFile", PATH, "denied"));
  const reading = await openConfig(files, PATH);
  expect(!reading.ok && inEnglish(describeConfigFailure(reading.failure))).toBe(
    "/flows/objectives.json may not be used by this user. Check its permissions.",
  );
});
