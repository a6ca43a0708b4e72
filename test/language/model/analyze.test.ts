// What a model takes over from the one before, and what it computes anew.
import { expect, test } from "vitest";
import {
  analyze,
  isSet,
  mentionAt,
  objectiveNode,
  sourceOf,
  spanAt,
  withParams,
  type Model,
} from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import type { Flow } from "../../../server/src/language/model/flow.ts";
import { edit, parse, reparse } from "../../../server/src/language/model/source.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";

const TEXT = 'objectives "S"\nobjective a {\n  prompt "one"\n  -> b\n}\nobjective b { prompt "two" }\n';

/** The model after the first `old` was replaced: by an edit, and by reading the whole text again. */
function changed(
  before: Model,
  old: string,
  by: string,
): readonly { readonly model: Model; readonly text: string }[] {
  const start = TEXT.indexOf(old);
  const text = TEXT.replace(old, () => by);
  const source = sourceOf(before, MAIN) ?? parse("");
  const sources = [
    edit(source, { span: { start, end: start + old.length }, newText: by }),
    reparse(text, source),
    parse(text),
  ];
  return sources.map((it) => ({ model: analyze(onlyFile(it, MAIN), before), text }));
}

test.each([
  ["a prompt's words", '"one"', '"another"'],
  ["blanks", "  -> b", "      -> b"],
  ["a comment", "  -> b", "  // why\n  -> b"],
  ["a property that names nothing", "  -> b", "  confirm auto\n  -> b"],
])("%s: names and flow stand, and places move", (_, old, by) => {
  const before = modelOf(TEXT);
  expect(before.flow.start).toBe(0);
  for (const { model, text } of changed(before, old, by)) {
    expect(model.symbols).toBe(before.symbols);
    expect(model.flow).toBe(before.flow);
    const places = model.symbols.objectives.map(({ at }) => spanAt(model, at));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(["a", "b"]);
    expect(places.map(({ start }) => text.lastIndexOf("objective", start) + "objective ".length)).toEqual(
      places.map(({ start }) => start),
    );
  }
});

/** With what is computed only when it is asked for. */
function wholeFlow({ flow }: Model): Flow {
  const { next, previous, starts, start, ends, reached, groups, forward, cycles, collectors } = flow;
  return { next, previous, starts, start, ends, reached, groups, forward, cycles, collectors };
}

test.each([
  ["an arrow's target", "-> b", "-> c", [undefined]],
  ["an arrow's kind", "-> b", '-> b when "c"', [1]],
  ["one more arrow", "-> b", "-> b\n  -> a", [1, 0]],
  ["no arrow", "-> b", "", []],
  ["an objective's name", "objective b", "objective c", [undefined]],
  ["one more objective", "objective b", 'objective z { prompt "z" }\nobjective b', [2]],
  ["no header", 'objectives "S"\n', "", [1]],
])("%s: names and flow are anew", (_, old, by, arrows) => {
  const before = modelOf(TEXT);
  for (const { model, text } of changed(before, old, by)) {
    const anew = modelOf(text);
    expect(model.symbols).not.toBe(before.symbols);
    expect(model.symbols).toEqual(anew.symbols);
    expect(wholeFlow(model)).toEqual(wholeFlow(anew));
    const { objectives, byName } = model.symbols;
    expect(objectives[0]?.edges.map(({ name }) => byName.get(name))).toEqual(arrows);
  }
});

test("given values stay with the models that follow, and change no names", () => {
  const before = withParams(modelOf(TEXT), new Map([["company", "Acme"]]));
  for (const { model } of changed(before, '"one"', '"1"')) expect(model.given).toBe(before.given);
  for (const { model } of changed(before, "-> b", "-> c")) expect(model.given).toBe(before.given);
  expect(withParams(before, new Map()).symbols).toBe(before.symbols);
});

test("a symbol leads to its tree and its mention", () => {
  const model = modelOf(TEXT);
  expect(model.symbols.objectives.map((it) => objectiveNode(model, it)?.name?.text)).toEqual(["a", "b"]);
  expect(mentionAt(model, { file: 0, unit: 9, mention: 0 })).toBeUndefined();
});

test.each([
  ['objectives "S"', true],
  ["objectives", true],
  ['objective a { prompt "p" }', false],
  ["", false],
])("whether a file is a set: %j", (text, expected) => {
  expect(isSet(modelOf(text))).toBe(expected);
});
