// docs/reference.md and its diagrams are made from the vocabulary and the grammar: `npm test -- -u` writes them anew.
import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findingsOf } from "../support/findings.ts";
import { LAW, LAW_TIMEOUT } from "../support/generators.ts";
import { treeInOneLine } from "../support/one-line.ts";
import { railroad } from "./railroad.ts";
import { referencePage } from "./reference.ts";
import { ebnf, type Shape } from "./shape.ts";
import { words } from "./words.ts";
import { outdated, unaccounted, writtenGrammar, type ShownRule } from "./written-grammar.ts";

const DOCS = path.join(import.meta.dirname, "..", "..", "docs");
const shapes = writtenGrammar();

test("the page says what the tables say", async () => {
  await expect(referencePage(shapes)).toMatchFileSnapshot(path.join(DOCS, "reference.md"));
});

test("every rule has its diagram, and no other diagram is there", async () => {
  const folder = path.join(DOCS, "railroad");
  for (const [name, shape] of shapes)
    await expect(railroad(shape)).toMatchFileSnapshot(path.join(folder, `${name}.svg`));
  expect(readdirSync(folder).sort()).toEqual([...shapes.keys()].map((name) => `${name}.svg`).sort());
});

test("what only takes what does not belong is left out, and no rule is forgotten", () => {
  expect(unaccounted()).toEqual([]);
  expect(outdated()).toEqual([]);
});

test(
  "whatever follows the diagrams is read without a finding about its form",
  () => {
    const law = fc.property(sentences("file"), (sentence) => {
      const text = sentence.join(" ");
      expect(findingsOf(text).filter(({ code }) => code === "syntax")).toEqual([]);
      expect(treeInOneLine(text)).not.toMatch(/[ >=]\?/);
    });
    fc.assert(law, LAW);
  },
  LAW_TIMEOUT,
);

test.each(Object.entries(words))("the example of %s is right", (_, { example }) => {
  const found = findingsOf(`${example}\n// closing.objectives\n`);
  expect(found.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
});

/** The tokens of a sentence that the rule's diagram allows. */
function sentences(name: ShownRule): fc.Arbitrary<readonly string[]> {
  const shape = shapes.get(name);
  return shape ? following(shape) : fc.constant([]);
}

const LEAVES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  name: fc.constantFrom("greet", "follow-up", '"prompt"', "2nd_visit", "naïve"),
  string: fc.constantFrom('""', '"Say hello."'),
  text: fc.constantFrom('"Say hello."', '"""\n  Say\n  hello.\n  """', '""">\n  Say\n  hello.\n  """'),
};

function following(shape: Shape): fc.Arbitrary<readonly string[]> {
  switch (shape.kind) {
    case "word":
      return fc.constant([shape.text]);
    case "rule":
      return LEAVES[shape.name]?.map((leaf) => [leaf]) ?? sentences(shape.name as ShownRule);
    case "sequence":
      return fc.tuple(...shape.items.map(following)).map((parts) => parts.flat());
    case "choice":
      return fc.oneof(...shape.items.map(following));
    case "optional":
      return fc.oneof(fc.constant([]), following(shape.item));
    case "repeated":
      return fc.array(following(shape.item), { maxLength: 4 }).map((parts) => parts.flat());
    case "list":
      return fc
        .array(following(shape.item), { minLength: 1, maxLength: 4 })
        .map((parts) =>
          parts.flatMap((part, index) =>
            index === 0 ? part : [ebnf(shape.separator).slice(1, -1), ...part],
          ),
        );
  }
}
