// When two documents count as the same.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonical,
  exactlySameDocument,
  normalise,
  sameDocument,
} from "../../../server/src/language/compile/normalise.ts";
import type { ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import { anyDocument, anyObjective, LAW } from "../../support/generators.ts";

const ASK: ObjectiveItem = {
  name: "ask",
  prompt: "Ask.",
  confirmation: "auto",
  variables: ["x", "y"],
  modality: "verbal",
  conditional: [
    ["b", "If so"],
    ["c", "If not"],
  ],
  required: ["d", "e"],
  callback: "https://example.com",
};

type Sameness = "exactly the same" | "the same" | "different";

function checkSameness(one: Partial<ObjectiveItem>, other: Partial<ObjectiveItem>, expected: Sameness) {
  const [a, b] = [one, other].map((it): SetDocument => ({ name: "", objectives: [{ ...ASK, ...it }] }));
  if (a === undefined || b === undefined) return;
  const found = exactlySameDocument(a, b)
    ? "exactly the same"
    : sameDocument(a, b)
      ? "the same"
      : "different";
  expect(found).toBe(expected);
}

describe("two documents", () => {
  test.each<[string, Partial<ObjectiveItem>, Sameness]>([
    ["nothing", {}, "exactly the same"],
    ["the order of conditions", { conditional: ASK.conditional.toReversed() }, "the same"],
    ["the order of variables", { variables: ["y", "x"] }, "different"],
    ["the order of required objectives", { required: ["e", "d"] }, "different"],
    ["a required objective named again", { required: ["d", "e", "e"] }, "different"],
    [
      "a condition's words",
      {
        conditional: [
          ["b", "If so"],
          ["c", "if not"],
        ],
      },
      "different",
    ],
    ["the callback", { callback: "" }, "different"],
    ["a built-in value said with no word", { confirmation: "", modality: "" }, "exactly the same"],
  ])("differ in %s", (_case, change, sameness) => checkSameness({}, change, sameness));

  test("differ in the order of objectives", () => {
    const objectives = [ASK, { ...ASK, name: "b" }];
    expect(sameDocument({ name: "", objectives }, { name: "", objectives: objectives.toReversed() })).toBe(
      false,
    );
  });

  test("differ in the set's name", () => {
    expect(sameDocument({ name: "a", objectives: [] }, { name: "b", objectives: [] })).toBe(false);
  });
});

describe("laws", () => {
  test("a document is the same as itself with its conditions in any order, and as itself normalised", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const objectives = document.objectives.map((it) => ({
          ...it,
          conditional: it.conditional.toReversed(),
        }));
        expect(sameDocument(document, { ...document, objectives })).toBe(true);
        expect(exactlySameDocument(document, normalise(document))).toBe(true);
        expect(canonical(normalise(document))).toBe(canonical(document));
      }),
      LAW,
    );
  });

  test("a change of any field is a difference", () => {
    fc.assert(
      fc.property(anyObjective, anyObjective, (one, other) => {
        for (const field of ["name", "prompt", "variables", "required", "callback"] as const) {
          const changed = { ...one, [field]: other[field] };
          const equal = JSON.stringify(one[field]) === JSON.stringify(other[field]);
          expect(sameDocument({ name: "", objectives: [one] }, { name: "", objectives: [changed] })).toBe(
            equal,
          );
        }
      }),
      LAW,
    );
  });
});
