// Every code's bad example with carets under what each finding is about, and its sentence: spans.txt, to be read. `npm test -- -u` writes it anew.
import { expect, test } from "vitest";
import { codes } from "../../../server/src/language/diagnostics/codes.ts";
import { annotate } from "../../support/findings.ts";
import { ALL_CODES, findingsOfExample } from "../../support/woken.ts";

test("each finding points at what its sentence is about", async () => {
  const sections = ALL_CODES.map((code) => {
    const { bad } = codes[code];
    return `── ${code} ──\n\n${annotate(bad, [], findingsOfExample(code, bad)).trim()}\n`;
  });
  await expect(sections.join("\n")).toMatchFileSnapshot("spans.txt");
});
