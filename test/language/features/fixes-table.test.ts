// What the table of codes says of quick fixes is so: on each bad example there is one, or none but silence.
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { codes, levelOf, type Code, type Level } from "../../../server/src/language/diagnostics/codes.ts";
import type { CodeSpec } from "../../../server/src/language/diagnostics/codes/spec.ts";
import { fixesFor } from "../../../server/src/language/features/fixes.ts";
import { withRuleLevels } from "../../../server/src/project/rule-levels.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { workspaceOf } from "../../support/fixture.ts";
import { ALL_CODES } from "../../support/woken.ts";

const specOf = (code: Code): CodeSpec => codes[code];

/** The titles of what is offered about the code's findings in its bad example, but for silencing them; and of that. */
function offered(code: Code): { readonly fixes: readonly string[]; readonly silence: readonly string[] } {
  const levels = new Map<Code, Level>(levelOf(code) === "off" ? [[code, "hint"]] : []);
  const titles = workspaceOf(specOf(code).bad).flatMap((model) => {
    const checked = check(model);
    const findings = withRuleLevels(checked, levels).filter((finding) => finding.code === code);
    return findings.flatMap((finding) => fixesFor([checked], finding)).map(({ title }) => inEnglish(title));
  });
  const isSilence = (title: string): boolean => title === `Silence '${code}' here`;
  return { fixes: titles.filter((title) => !isSilence(title)), silence: titles.filter(isSilence) };
}

describe("a code whose entry names a fix has one", () => {
  test.each(ALL_CODES.filter((code) => specOf(code).fix !== undefined))("%s", (code) => {
    expect(offered(code).fixes).not.toEqual([]);
    expect(specOf(code).fix).toMatch(/^[A-Z][a-z]+s .*\.$/);
  });
});

describe("a code whose entry names none has none", () => {
  test.each(ALL_CODES.filter((code) => specOf(code).fix === undefined))("%s", (code) => {
    expect(offered(code).fixes).toEqual([]);
  });
});

describe("what is no error can be silenced where it is", () => {
  test.each(ALL_CODES)("%s", (code) => {
    const isError = levelOf(code) === "error" || code === "unused-suppression";
    expect(offered(code).silence.length > 0).toBe(!isError);
  });
});
