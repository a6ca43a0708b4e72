// Every code's bad example with carets under what each finding is about, and its sentence: spans.txt, to be read. `npm test -- -u` writes it anew.
import { expect, test } from "vitest";
import { codes } from "../../../server/src/language/diagnostics/codes.ts";
import { annotate, workspaceFindings } from "../../support/findings.ts";

test("each finding points at what its sentence is about", async () => {
  const sections = Object.entries(codes).map(
    ([code, { bad }]) => `── ${code} ──\n\n${annotate(bad, [], workspaceFindings(bad)).trim()}\n`,
  );
  await expect(sections.join("\n")).toMatchFileSnapshot("spans.txt");
});
