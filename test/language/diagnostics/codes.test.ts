// The table of codes: every code's own examples run, and its words are whole.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codes, isCode, type Code } from "../../../server/src/language/diagnostics/codes.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { messageOf } from "../../support/sentences.ts";
import { findingsOf } from "../../support/findings.ts";
import { ALL_CODES, findingsOfExample, SLEEPING, wokenFindings } from "../../support/woken.ts";

const RULES = "server/src/language/diagnostics/rules";
const YIELDS = /\b(?:unitFinding|setFinding|reportIssues)\(\s*"([^"]+)"/g;

/** What a bad example cannot be without. */
const COMPANIONS: Partial<Record<Code, readonly Code[]>> = { unreachable: ["several-starts"] };

test.each(ALL_CODES)("%s: the bad example has it, and nothing else", (code) => {
  const found = new Set(findingsOfExample(code, codes[code].bad).map((finding) => finding.code));
  expect([...found].toSorted()).toEqual([code, ...(COMPANIONS[code] ?? [])].toSorted());
});

test.each(ALL_CODES)("%s: the good example has no finding", (code) => {
  expect(findingsOfExample(code, codes[code].good)).toEqual([]);
});

test.each(ALL_CODES)("%s: its words are whole", (code) => {
  const { doc, bad } = codes[code];
  const found = findingsOfExample(code, bad).find((finding) => finding.code === code);
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(isCode(code)).toBe(true);
  expect(inEnglish(doc)).toMatch(/\.$|`$|"\.$/);
  expect(found && messageOf(code, found.arguments)).toMatch(/^.*[.?…]$/);
});

test("a code is off unless it is switched on, and only then", () => {
  const { bad } = codes["no-collect"];
  expect(SLEEPING).toEqual(["no-collect"]);
  expect(findingsOf(bad)).toEqual([]);
  expect(wokenFindings(bad, ["long-prompt"])).toEqual([]);
  expect(wokenFindings(bad).map(({ code, severity }) => [code, severity])).toEqual([["no-collect", "hint"]]);
});

test("a rule stands in a file that is named by its code", () => {
  const files = readdirSync(RULES).map((file) => file.replace(/\.ts$/, ""));
  const yields = files.flatMap((file) =>
    [...readFileSync(`${RULES}/${file}.ts`, "utf8").matchAll(YIELDS)].map(([, code = ""]) => ({
      file,
      code,
    })),
  );
  expect(files.filter((file) => !isCode(file))).toEqual([]);
  expect(yields.filter(({ file, code }) => code !== file && files.includes(code))).toEqual([]);
  const found = new Set(yields.map(({ code }) => code));
  expect(ALL_CODES.filter((code) => !found.has(code))).toEqual(["unused-suppression"]);
});

test("an arrow from an objective to itself is no circle of several", () => {
  const found = findingsOf('objectives "A"\n\nobjective a { prompt "p" -> a when "c" }\n');
  const circle = found.find(({ code }) => code === "cycle");
  expect(circle && messageOf("cycle", circle.arguments)).toMatchInlineSnapshot(
    `"'a' leads to itself. The platform takes this, and then every conversation dies at its start: remove this arrow."`,
  );
});
