// Which files paths, folders and patterns mean.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { describeMissing, findFiles } from "../../server/src/project/find-sets.ts";
import { failingFile, memoryFileSystem, noFileFault } from "./memory-file-system.ts";

const FILES = [
  "/w/intake.objectives",
  "/w/notes.txt",
  "/w/empty/notes.txt",
  "/w/flows/b.objectives",
  "/w/flows/a.objectives",
  "/w/flows/deep/er/c.objectives",
  "/w/node_modules/x/n.objectives",
  "/w/.git/g.objectives",
  "/w/dist/d.objectives",
  "/w/.objectives/e.objectives",
  "/w/odd [1]/f.objectives",
];

async function checkFound(wanted: readonly string[], fault = noFileFault): Promise<readonly string[]> {
  const texts = Object.fromEntries(FILES.map((path) => [path, ""]));
  const { files, missing } = await findFiles(memoryFileSystem(texts, fault), "/w", wanted);
  return [
    ...files.map((path) => path.replace("/w/", "")),
    ...missing.map((it) => inEnglish(describeMissing(it))),
  ];
}

test("without a wish every file of the folder, but not what programs make", async () => {
  expect(await checkFound([])).toEqual([
    "flows/a.objectives",
    "flows/b.objectives",
    "flows/deep/er/c.objectives",
    "intake.objectives",
    "odd [1]/f.objectives",
  ]);
});

test.for([
  [["intake.objectives"], ["intake.objectives"]],
  [["/w/flows/../intake.objectives"], ["intake.objectives"]],
  [["flows"], ["flows/a.objectives", "flows/b.objectives", "flows/deep/er/c.objectives"]],
  [["flows/*.objectives"], ["flows/a.objectives", "flows/b.objectives"]],
  [["flows/*"], ["flows/a.objectives", "flows/b.objectives"]],
  [["**/c.objectives"], ["flows/deep/er/c.objectives"]],
  [
    ["**/*.{objectives,txt}", "flows"],
    [
      "flows/a.objectives",
      "flows/b.objectives",
      "flows/deep/er/c.objectives",
      "intake.objectives",
      "odd [1]/f.objectives",
    ],
  ],
  [["odd [1]"], ["odd [1]/f.objectives"]],
  [["odd [1]/f.objectives"], ["odd [1]/f.objectives"]],
  [["notes.txt"], ["notes.txt"]],
] as const)("%j means %j", async ([wanted, found]) => {
  expect(await checkFound(wanted)).toEqual(found);
});

test("what gives nothing is named, and the rest is found all the same", async () => {
  expect(
    await checkFound(["missing.objectives", "flows/x*", "nope/**", "empty", "flows/a.objectives"]),
  ).toEqual([
    "flows/a.objectives",
    "missing.objectives is not there. Check the path.",
    "No file that ends in .objectives fits the pattern 'flows/x*'. Check it.",
    "No file that ends in .objectives fits the pattern 'nope/**'. Check it.",
    "empty holds no file that ends in .objectives. Name another folder, or write one.",
  ]);
});

test("a folder that cannot be looked into is named", async () => {
  expect(await checkFound(["flows"], failingFile("list", "/deep", "denied"))).toEqual([
    "flows/a.objectives",
    "flows/b.objectives",
    "/w/flows/deep cannot be looked into (denied). Check its permissions.",
  ]);
});
