// What is kept from one keystroke to the next: what holds, and nothing of what was before it.
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { check, type Check } from "../../../server/src/language/diagnostics/check.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import { edit, parse } from "../../../server/src/language/model/source.ts";

const TEXT = 'objectives "S"\nobjective a {\n  prompt "one"\n  -> b\n}\nobjective b { prompt "two" }\n';

test.each([
  ["a prompt", "one"],
  ["a name", "a {"],
  ["an arrow", "b\n"],
])("letters in %s: checks, models and texts before them are forgotten", async (_, place) => {
  let current = check(analyze(onlyFile(parse(TEXT))));
  const before = [partsOf(current)];
  for (let letters = 0; letters < 3; letters++) {
    current = typed(current, TEXT.indexOf(place));
    before.push(partsOf(current));
  }
  await setImmediate(); // a WeakRef holds what it was made of to the end of the turn
  collectGarbage();
  const kept = before.slice(0, -1).map((parts) => parts.filter((part) => part.deref() !== undefined).length);
  expect(kept).toEqual([0, 0, 0]);
});

/** The check after a letter; its findings are asked for, as an editor does. */
function typed(before: Check, offset: number): Check {
  const [file] = before.model.files;
  const source = edit(file?.source ?? parse(""), { span: { start: offset, end: offset }, newText: "x" });
  const after = check(analyze(onlyFile(source), before.model), before);
  expect(after.findings).toBeDefined();
  return after;
}

function partsOf(it: Check): readonly WeakRef<object>[] {
  return [it, it.model, ...it.model.files.map(({ source }) => source)].map((part) => new WeakRef(part));
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
}
