// Walks test/corpus: each text with a file for every stage of its way. `npm test -- -u` writes them anew.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../server/src/language/compile/compile.ts";
import { writePayload } from "../server/src/language/compile/write-payload.ts";
import { check } from "../server/src/language/diagnostics/check.ts";
import { format } from "../server/src/language/features/format.ts";
import type { Model } from "../server/src/language/model/analyze.ts";
import { othersOf } from "../server/src/language/model/ways.ts";
import { parse } from "../server/src/language/model/source.ts";
import { annotate } from "./support/findings.ts";
import { inOneLine } from "./support/one-line.ts";
import { modelOf } from "./support/fixture.ts";

const CORPUS = path.resolve("test/corpus");

describe.each(readdirSync(CORPUS))("%s", (name) => {
  const file = (ending: string): string => path.join(CORPUS, name, `main.${ending}`);
  const text = readFileSync(file("objectives"), "utf8");
  const model = modelOf(text);

  test("its tree", async () => {
    await expect(`${inOneLine(text)}\n`).toMatchFileSnapshot(file("tree.txt"));
  });

  test("its flow", async () => {
    await expect(flow(model)).toMatchFileSnapshot(file("flow.txt"));
  });

  test("its findings", async () => {
    await expect(annotate(text)).toMatchFileSnapshot(file("findings.txt"));
  });

  test("its layout", async () => {
    await expect(format(parse(text))).toMatchFileSnapshot(file("formatted.objectives"));
  });

  test("its document", async () => {
    const compiled = compile(check(model));
    if (compiled.kind !== "document") return expect(existsSync(file("json"))).toBe(false);
    const written = writePayload(compiled.document, "single");
    await expect(typeof written === "string" ? written : JSON.stringify(written)).toMatchFileSnapshot(
      file("json"),
    );
  });
});

/** Starts, ends, circles and each objective's ways on, by name. */
function flow({ symbols, flow }: Model): string {
  const names = (indices: Iterable<number>): string =>
    [...indices].map((index) => symbols.objectives[index]?.name).join(" ");
  const ways = [...symbols.objectives.keys()].map(
    (index) => `${names([index])} → ${names(othersOf(flow.next, index))}`,
  );
  const circles = flow.cycles.map((walk) => `circle: ${names(walk)}`);
  const start = flow.start === undefined ? "" : names([flow.start]);
  return (
    [`start: ${start} (of ${names(flow.starts)})`, `ends: ${names(flow.ends)}`, ...circles, ...ways].join(
      "\n",
    ) + "\n"
  );
}
