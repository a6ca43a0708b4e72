// Every code's own examples: the bad one has the finding, the good one has none.
import { expect, test } from "vitest";
import { codes, isCode, messageOf } from "../../../server/src/language/diagnostics/codes.ts";
import { findingsOf, workspaceFindings } from "../../support/findings.ts";

test.each(Object.entries(codes))("%s: the bad example has it, and nothing worse", (code, { bad }) => {
  const found = workspaceFindings(bad).map((finding) => finding.code);
  expect([...new Set(found)].filter((it) => it !== "unreachable" || code === "unreachable")).toContain(code);
  const others = workspaceFindings(bad).filter(
    (finding) => finding.code !== code && finding.severity === "error",
  );
  expect(others.map((finding) => finding.code)).toEqual(code === "unreachable" ? ["several-starts"] : []);
});

test.each(Object.entries(codes))("%s: the good example has no finding", (_, { good }) => {
  expect(workspaceFindings(good)).toEqual([]);
});

test.each(Object.entries(codes))("%s: its words are whole", (code, { doc }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(isCode(code)).toBe(true);
  expect(doc).toMatch(/\.$|`$|"\.$/);
});

test("an arrow from an objective to itself is no circle of several", () => {
  const found = findingsOf('objectives "A"\n\nobjective a { prompt "p" -> a when "c" }\n');
  const circle = found.find(({ code }) => code === "cycle");
  expect(circle && messageOf("cycle", circle.arguments)).toMatchInlineSnapshot(
    `"'a' leads to itself. The platform takes this, and then every conversation dies at its start: remove this arrow."`,
  );
});
