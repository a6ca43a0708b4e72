// docs/language.md held against the language: what stands beside its examples is what the tools say. `npm test -- -u` writes it anew.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { guideAnew, untidyTexts } from "./guide.ts";
import { pairTexts } from "./pairs.ts";

const PAGE = path.join(import.meta.dirname, "..", "..", "docs", "language.md");
const page = readFileSync(PAGE, "utf8");

test("shows what is found in its examples, and what they become", async () => {
  await expect(await guideAnew(page)).toMatchFileSnapshot(PAGE);
});

test("lays its examples out as the formatter does", () => {
  expect(untidyTexts(page)).toEqual([]);
});

/** Those that the language's definition names. */
const NAMED_PAIRS = [
  'objective a { -> ⏎ prompt "p" }',
  'objective a { collect x, ⏎ prompt "p" }',
  'objective a { confirm ⏎ callback "u" }',
  'objective a { prompt "p" a->b }',
  "objective a { -> a-b->c-d }",
  'objective "prompt" { prompt "p" }',
  'objective a {⏎  prompt "open⏎⏎objective b { prompt "p" }',
  'objective a {⏎  prompt """⏎    one⏎pasted⏎    """⏎  -> b⏎}',
  'objective a {⏎  prompt """⏎    one """ two⏎    """⏎}',
  'objective a {␍⏎  prompt """>␍⏎    one␍⏎    two␍⏎    """␍⏎}',
  'objective "a${b}" { prompt "p" }',
  "objective a { callback https://x }",
  'objective a { prompt: "x" }',
  "objective a { } objective b { }",
  "  objective a {⏎    -> b⏎  }⏎  objective b { }",
].map((text) => text.replaceAll("␍", "\r").replaceAll("⏎", "\n"));

test("has the pairs that say how exactly a text is read", () => {
  const texts = pairTexts(page);
  expect(texts.length).toBeGreaterThanOrEqual(45);
  expect(texts).toEqual(expect.arrayContaining(NAMED_PAIRS));
  expect(new Set(texts).size).toBe(texts.length);
});
