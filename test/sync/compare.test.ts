// What changes between two states of a set.
import fc from "fast-check";
import { expect, test } from "vitest";
import { exactlySameDocument, normalise, sameDocument } from "../../server/src/language/compile/normalise.ts";
import type { ObjectiveItem, SetDocument } from "../../server/src/language/compile/payload.ts";
import type { ObjectiveChange } from "../../server/src/sync/compare.ts";
import { compareSets } from "../../server/src/sync/compare.ts";
import { anyDocument, anyObjective, LAW } from "../support/generators.ts";
import { objective, set } from "./stage.ts";

const names = (...list: readonly string[]): SetDocument => set("x", ...list.map((name) => objective(name)));

function checkChanges(from: SetDocument, to: SetDocument): readonly string[] {
  const { name, objectives } = compareSets(from, to);
  return [
    ...(name === undefined ? [] : [`name ${name.old} → ${name.new}`]),
    ...objectives.map((it) =>
      [
        it.name,
        it.change,
        ...(it.order === "moved" ? ["(moved)"] : []),
        ...it.fields.map((f) => f.field),
      ].join(" "),
    ),
  ];
}

test.for([
  [names("a", "b"), names("a", "b"), ["a same", "b same"]],
  [names("a"), names("a", "b"), ["a same", "b added prompt"]],
  [names("a", "b"), names("b"), ["b same", "a removed prompt"]],
  [names("a", "b", "c"), names("b", "c", "a"), ["b same", "c same", "a moved (moved)"]],
  [names("a", "b", "c"), names("c", "a", "b"), ["c moved (moved)", "a same", "b same"]],
  [names("a", "c"), names("a", "b", "c"), ["a same", "b added prompt", "c same"]],
  [names("a", "a"), names("a"), ["a same", "a removed prompt"]],
  [names(), names(), []],
] as const)("%j → %j", ([from, to, changes]) => {
  expect(checkChanges(from, to)).toEqual(changes);
});

test("every field that says something else is named, and no other", () => {
  const before = objective("a", { conditional: [["b", "one"]], required: ["c"] });
  const after: ObjectiveItem = {
    name: "a",
    prompt: "Else.",
    confirmation: "manual",
    variables: ["v"],
    modality: "visual",
    conditional: [["b", "two"]],
    required: ["d"],
    callback: "https://example.com",
  };
  expect(checkChanges(set("x", before), set("x", after))).toEqual([
    "a changed modality prompt variables confirmation callback conditional required",
  ]);
  expect(checkChanges(set("x", before), set("x", { ...before, prompt: "Else." }))).toEqual([
    "a changed prompt",
  ]);
});

test("the order of conditions, and defaults that are left out, are no difference", () => {
  const one = objective("a", {
    conditional: [
      ["b", "1"],
      ["c", "2"],
    ],
  });
  const other = objective("a", {
    conditional: [
      ["c", "2"],
      ["b", "1"],
    ],
    confirmation: "",
    modality: "",
  });
  expect(checkChanges(set("x", one), set("x", other))).toEqual(["a same"]);
});

test("what has changed may have moved as well", () => {
  const changed = set("x", objective("c", { prompt: "Else." }), objective("a"), objective("b"));
  expect(checkChanges(names("a", "b", "c"), changed)[0]).toBe("c changed (moved) prompt");
});

test("the set's own name is a change of its own", () => {
  expect(checkChanges(set("old"), set("new"))).toEqual(["name old → new"]);
});

test("nothing changes from a set to itself", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { name, objectives } = compareSets(document, document);
      expect(name).toBeUndefined();
      expect(objectives.every(({ change }) => change === "same")).toBe(true);
    }),
    LAW,
  );
});

test("carrying the changes out on the old state gives the new one", () => {
  fc.assert(
    fc.property(twoStates, ([from, to]) => {
      const result = carryOut(normalise(from), compareSets(from, to));
      expect(sameDocument(result, to)).toBe(true);
    }),
    LAW,
  );
});

test("as few objectives as possible count as moved", () => {
  const order = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f"], { minLength: 6 });
  fc.assert(
    fc.property(order, (shuffled) => {
      const { objectives } = compareSets(names("a", "b", "c", "d", "e", "f"), names(...shuffled));
      const moved = objectives.filter(({ change }) => change === "moved").length;
      expect(moved).toBe(6 - longestSorted(shuffled));
    }),
    LAW,
  );
});

/** Two states that share some of their objectives, as two versions of one set do. */
const twoStates = fc
  .tuple(anyDocument, anyDocument, fc.array(anyObjective, { maxLength: 4 }))
  .chain(([from, to, shared]) =>
    fc
      .tuple(fc.shuffledSubarray(shared), fc.shuffledSubarray(shared))
      .map(([some, others]): [SetDocument, SetDocument] => [
        { ...from, objectives: [...some, ...from.objectives] },
        { ...to, objectives: [...to.objectives, ...others] },
      ]),
  );

function carryOut(from: SetDocument, { name, objectives }: ReturnType<typeof compareSets>): SetDocument {
  const rest = [...from.objectives];
  const take = (wanted: string): ObjectiveItem => {
    const index = rest.findIndex((it) => it.name === wanted);
    return rest.splice(index, 1)[0] ?? objective("lost");
  };
  const present = objectives
    .filter(({ change }) => change !== "removed")
    .map((it) => withFields(it.change === "added" ? blank(it.name) : take(it.name), it));
  const removed = objectives.filter(({ change }) => change === "removed").map((it) => it.name);
  expect(rest.map((it) => it.name).toSorted()).toEqual(removed.toSorted());
  return { name: name?.new ?? from.name, objectives: present };
}

function withFields(item: ObjectiveItem, { fields }: ObjectiveChange): ObjectiveItem {
  for (const { field, old } of fields) {
    const before = set("", { ...objective(""), [field]: item[field] });
    expect(exactlySameDocument(before, set("", { ...objective(""), [field]: old }))).toBe(true);
  }
  return { ...item, ...Object.fromEntries(fields.map((it) => [it.field, it.new])) };
}

function blank(name: string): ObjectiveItem {
  return { ...objective(name), prompt: "" };
}

function longestSorted(list: readonly string[]): number {
  const lengths: number[] = [];
  for (const [index, item] of list.entries()) {
    const before = lengths.filter((_, other) => (list[other] ?? "") < item && other < index);
    lengths.push(1 + Math.max(0, ...before));
  }
  return Math.max(...lengths);
}
