// The shipped examples are good sets: nothing is said of them but what each of them is there to show.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLES, exampleSets } from "./support/examples.ts";
import { findingsOf } from "./support/findings.ts";

/** Said once for a set, of what it needs around it. */
const NEEDS: readonly string[] = ["manual-needs-client", "visual-needs-perception"];

test.each(exampleSets())("%s", (file) => {
  const found = findingsOf(readFileSync(`${EXAMPLES}/${file}`, "utf8")).map(({ code }) => code);
  const others = found.filter((code) => !NEEDS.includes(code));
  expect(others).toEqual(file.includes("mistake") ? ["unknown-objective"] : []);
  expect(found).toHaveLength(new Set(found).size);
});
