// Real sets of other people, where they stand beside the repository: what their index says is wrong is found, no more.
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { decompile } from "../../server/src/language/compile/decompile.ts";
import { readPayload } from "../../server/src/language/compile/read-payload.ts";
import type { Code } from "../../server/src/language/diagnostics/codes.ts";
import { findingsOf } from "../support/findings.ts";

const FOLDER = path.resolve("../shared/corpus");
const INDEX = path.join(FOLDER, "INDEX.md");

/** What the index says of a set, and the finding that says the same. */
const FLAGS: readonly (readonly [flag: RegExp, code: Code])[] = [
  [/\b[2-9]\d* roots/, "several-starts"],
  [/\bdangling:/, "unknown-objective"],
  [/\bcycle:/, "cycle"],
  [/\bboth-cond-and-req/, "mixed-edges"],
  [/\bname with space/, "name-with-spaces"],
  [/\bbad enum/, "unknown-value"],
];

describe.runIf(existsSync(INDEX))("real sets", () => {
  const rows = existsSync(INDEX)
    ? readFileSync(INDEX, "utf8").matchAll(/^\| (\S+\.json).*?\|[^|]*\|[^|]*\| ([^|]*)\|/gm)
    : [];
  const sets = [...rows].map(([, file = "", flags = ""]) => ({ file, flags }));

  test("the index names them all", () => {
    expect(sets.length).toBeGreaterThan(30);
  });

  test.each(sets)("$file: $flags", ({ file, flags }) => {
    const expected = FLAGS.filter(([flag]) => flag.test(flags)).map(([, code]) => code);
    const found = findingsOf(textOf(file));
    const codes = new Set(found.map(({ code }) => code));
    const errors = new Set(found.filter(({ severity }) => severity === "error").map(({ code }) => code));
    expect([...codes]).toEqual(expect.arrayContaining(expected));
    expect([...errors].filter((code) => !expected.includes(code))).toEqual([]);
  });

  test.each(sets.filter(({ flags }) => flags.includes("dangling:")))(
    "$file: exactly the missing names",
    ({ file, flags }) => {
      const missing = /dangling: ([^;|]*)/.exec(flags)?.[1]?.trim().split(", ").toSorted();
      const unknown = findingsOf(textOf(file)).filter(({ code }) => code === "unknown-objective");
      expect(unknown.map(({ arguments: [name] }) => name).toSorted()).toEqual(missing);
    },
  );
});

function textOf(file: string): string {
  const read = readPayload(readFileSync(path.join(FOLDER, file), "utf8"));
  if ("refused" in read)
    throw new Error(file + read.refused.map(({ reason }) => `: ${inEnglish(reason)}`).join(""));
  return decompile(read.document, read.extras);
}
