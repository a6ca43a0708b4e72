// The law of quick fixes: every one, carried out, removes its finding and adds no error.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, type Check } from "../../../server/src/language/diagnostics/check.ts";
import type { Finding } from "../../../server/src/language/diagnostics/finding.ts";
import { fixesFor } from "../../../server/src/language/features/fixes.ts";
import type { Fix } from "../../../server/src/language/features/fixes/fix.ts";
import { afterSafeFixes } from "../../../server/src/language/features/safe-fixes.ts";
import { isSet } from "../../../server/src/language/model/analyze.ts";
import type { FileId } from "../../../server/src/language/text/place.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { commented, expectCommentsKept } from "../../support/commented.ts";
import { anyDraft, anyWriting, fixtureFrom, type Draft, type Writing } from "../../support/drafts.ts";
import { edited, fixtureOf } from "../../support/edited.ts";
import { filesOf, modelOf, workspaceOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { MISTAKES } from "../../support/mistakes.ts";
import { anyDamagedProgram, anyProgram } from "../../support/program-generators.ts";

describe("every fix removes its finding and adds no error", () => {
  test(
    "of any program",
    () => {
      fc.assert(
        fc.property(anyProgram, (program) => void checkFixes(program)),
        LAW,
      );
    },
    LAW_TIMEOUT * 4,
  );

  test(
    "of any damaged program",
    () => {
      fc.assert(
        fc.property(anyDamagedProgram, (program) => void checkFixes(program)),
        LAW,
      );
    },
    LAW_TIMEOUT * 4,
  );

  test.each(MISTAKES)(
    "$code: $name",
    ({ code, make }) => {
      const seen = { programs: 0, found: 0, mended: 0 };
      const runs = Math.max(20, Math.ceil(LAW.numRuns / MISTAKES.length));
      fc.assert(
        fc.property(anyDraft, anyWriting, fc.nat(11), (draft, writing, at) => {
          const fixture = fixtureFrom(make(draft, at), writing);
          const offered = checkFixes(fixture).filter(({ finding }) => finding.code === code);
          seen.programs += 1;
          seen.found += offered.length > 0 ? 1 : 0;
          seen.mended += offered.some(({ fixes }) => fixes.some((fix) => !isSilencing(fix))) ? 1 : 0;
        }),
        { ...LAW, numRuns: runs },
      );
      expect(seen.found).toBeGreaterThanOrEqual(seen.programs * 0.5);
      expect(seen.mended).toBeGreaterThanOrEqual(seen.found * 0.5);
    },
    LAW_TIMEOUT,
  );

  test(
    "of several mistakes at once",
    () => {
      const several = fc.array(fc.tuple(fc.constantFrom(...MISTAKES), fc.nat(11)), {
        minLength: 2,
        maxLength: 4,
      });
      const property = fc.property(anyDraft, anyWriting, several, (draft, writing, made) => {
        checkFixes(
          fixtureFrom(
            made.reduce((it, [{ make }, at]) => make(it, at), draft),
            writing,
          ),
        );
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT * 4,
  );
});

test(
  "no fix brings an error to another set that includes the same fragment, and names change in both",
  () => {
    const seen = { shared: 0, renamed: 0 };
    const property = fc.property(
      anyDraft,
      anyWriting,
      fc.constantFrom(...MISTAKES),
      fc.nat(11),
      (draft, writing, { make }, at) => {
        const fixture = withNeighbour(make(draft, at), writing);
        const before = setsOf(fixture);
        for (const finding of before[0].findings)
          for (const fix of fixesFor(before, finding)) {
            const [after, neighbour] = setsOf(fixtureOf(edited(filesOf(fixture), fix.edits)));
            expectNoNewError(before[0], after);
            if (!before[1] || !neighbour) throw new Error("The neighbour is no set any more.");
            expectNoNewError(before[1], neighbour);
            seen.shared += fix.edits.some(({ file }) => file === PART) ? 1 : 0;
            seen.renamed += fix.edits.some(({ file }) => file === NEIGHBOUR) ? 1 : 0;
          }
      },
    );
    fc.assert(property, LAW);
    expect(seen.shared).toBeGreaterThan(LAW.numRuns / 20);
    expect(seen.renamed).toBeGreaterThan(0);
  },
  LAW_TIMEOUT * 4,
);

const PART = "/set/part.objectives";
const NEIGHBOUR = "/set/neighbour.objectives";

/** The draft with its last objectives in a fragment, to all of which another set leads too. */
function withNeighbour(draft: Draft, writing: Writing): string {
  const arrows = draft.objectives.slice(2).map(({ name }, index) => `  -> ${name} when "It is ${index}"`);
  return `${fixtureFrom(draft, { ...writing, lineBreak: "\n", fragment: 2, end: "\n" })}// neighbour.objectives
objectives "Neighbour"
include "./part.objectives"
param brand = "Acme"
objective first {
  prompt "Ask what it is."
${arrows.join("\n")}
}
`;
}

function setsOf(fixture: string): readonly [Check, ...Check[]] {
  const [first, ...others] = workspaceOf(fixture)
    .filter(isSet)
    .map((model) => check(model));
  if (!first) throw new Error("The fixture has no set.");
  return [first, ...others];
}

test("a draft without a mistake has no error, however it is written down", () => {
  const property = fc.property(anyDraft, anyWriting, (draft, writing) => {
    const { findings } = check(modelOf(fixtureFrom(draft, writing)));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
  fc.assert(property, LAW);
});

test(
  "after the safe fixes none is left, and the set is as if it were read afresh",
  () => {
    const several = fc.array(fc.tuple(fc.constantFrom(...MISTAKES), fc.nat(11)), {
      minLength: 1,
      maxLength: 5,
    });
    const property = fc.property(anyDraft, anyWriting, several, (draft, writing, made) => {
      const fixture = fixtureFrom(
        made.reduce((it, [{ make }, at]) => make(it, at), draft),
        writing,
      );
      const before = check(modelOf(fixture));
      const [after] = afterSafeFixes([before], () => true);
      const left = after.findings.flatMap((finding) => fixesFor([after], finding));
      expect(left.filter(({ kind }) => kind === "safe")).toEqual([]);
      const texts = new Map(after.model.files.map(({ id, source }) => [id, source.text]));
      expect(after.findings).toEqual(check(modelOf(fixtureOf(texts))).findings);
      expectNoNewError(before, after);
    });
    fc.assert(property, LAW);
  },
  LAW_TIMEOUT * 4,
);

describe("no safe fix loses a comment, or puts it to something else", () => {
  const anyChoices = fc.array(fc.nat(8), { minLength: 1, maxLength: 40 });

  const checkComments = (fixture: string): void => {
    const files = filesOf(fixture);
    const before = check(modelOf(fixture));
    const fixes = before.findings.flatMap((finding) => fixesFor([before], finding));
    for (const { kind, edits } of fixes) if (kind === "safe") expectCommentsKept(files, edits);
    const [{ model }] = afterSafeFixes([before], () => true);
    const after = model.files.map(({ source }) => source.text).join("\n");
    for (const note of fixture.match(/note n\d+x/g) ?? []) expect(after).toContain(note);
  };

  test.each(MISTAKES)(
    "$code: $name",
    ({ make }) => {
      const numRuns = Math.max(20, Math.ceil(LAW.numRuns / MISTAKES.length));
      const property = fc.property(
        anyDraft,
        anyWriting,
        fc.nat(11),
        anyChoices,
        (draft, writing, at, choices) => {
          checkComments(commented(fixtureFrom(make(draft, at), writing), choices));
        },
      );
      fc.assert(property, { ...LAW, numRuns });
    },
    LAW_TIMEOUT,
  );

  test(
    "of any damaged program",
    () => {
      const property = fc.property(anyDamagedProgram, anyChoices, (program, choices) => {
        checkComments(commented(program, choices));
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT * 4,
  );
});

interface Offered {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

/** Carries out every fix of every finding by itself, and reads the files afresh. */
function checkFixes(fixture: string): readonly Offered[] {
  const files = filesOf(fixture);
  const before = check(modelOf(fixture));
  return before.findings.map((finding) => {
    const fixes = fixesFor([before], finding);
    for (const fix of fixes) checkFix(before, files, finding, fix);
    expect(fixes.filter((it) => !isSilencing(it)).length).toBeLessThanOrEqual(3);
    return { finding, fixes };
  });
}

function checkFix(before: Check, files: ReadonlyMap<FileId, string>, finding: Finding, fix: Fix): void {
  const after = check(modelOf(fixtureOf(edited(files, fix.edits))));
  expect(countOf(finding, after.findings), inEnglish(fix.title)).toBeLessThan(
    countOf(finding, before.findings),
  );
  expectNoNewError(before, after);
  expect(inEnglish(fix.title)).toMatch(/^[A-Z][a-z]+ /);
  if (isSilencing(fix))
    expect(countOf(finding, after.silenced)).toBeGreaterThan(countOf(finding, before.silenced));
}

function countOf({ code, file, arguments: args }: Finding, findings: readonly Finding[]): number {
  const says = JSON.stringify([code, file, args]);
  return findings.filter((it) => JSON.stringify([it.code, it.file, it.arguments]) === says).length;
}

/** Errors are told apart by their code, and those of the form of a text by their problem: names may change. */
function expectNoNewError(before: Check, after: Check): void {
  const errors = (findings: readonly Finding[]): readonly string[] =>
    findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, arguments: [first = ""] }) => (code === "syntax" ? `syntax ${first}` : code));
  const known = errors([...before.findings, ...before.explained]);
  const now = errors(after.findings);
  const added = [...new Set(now)].filter(
    (kind) => now.filter((it) => it === kind).length > known.filter((it) => it === kind).length,
  );
  expect(added).toEqual([]);
}

function isSilencing({ title }: Fix): boolean {
  return inEnglish(title).startsWith("Silence ");
}
