// Quick fixes on fixtures: what is offered about a finding, and what the files are afterwards.
import { expect } from "vitest";
import { check } from "../../server/src/language/diagnostics/check.ts";
import type { Code } from "../../server/src/language/diagnostics/codes.ts";
import { fixesFor } from "../../server/src/language/features/fixes.ts";
import type { Fix } from "../../server/src/language/features/fixes/fix.ts";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { edited, fixtureOf } from "./edited.ts";
import { filesOf, modelOf } from "./fixture.ts";

/** What is offered about the first finding of the code in the fixture. */
export function fixesIn(fixture: string, code: Code): readonly Fix[] {
  const checked = check(modelOf(fixture.replace(/^\n/, "")));
  const finding = checked.findings.find((it) => it.code === code);
  if (!finding) throw new Error(`The fixture has no finding '${code}'.`);
  return fixesFor([checked], finding);
}

/** Holds the fixture after the fix of that title for the first finding of the code. */
export function checkFix(code: Code, title: string, before: string, after: string): void {
  const fixes = fixesIn(before, code);
  const fix = fixes.find((it) => inEnglish(it.title) === title);
  expect(fixes.map((it) => inEnglish(it.title))).toContain(title);
  const files = edited(filesOf(before.replace(/^\n/, "")), fix?.edits ?? []);
  expect(fixtureOf(files)).toBe(after.replace(/^\n/, ""));
}

/** Holds the titles of what is offered about the first finding of the code. */
export function checkOffered(code: Code, fixture: string, titles: readonly string[]): void {
  expect(fixesIn(fixture, code).map(({ title }) => inEnglish(title))).toEqual(titles);
}
