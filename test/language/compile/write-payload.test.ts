// How a set is written as the API's JSON.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import type { LinkForm, ObjectiveItem } from "../../../server/src/language/compile/payload.ts";
import { writeItems, writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { anyDocument, anySingleFormDocument, LAW } from "../../support/generators.ts";

const GREET: ObjectiveItem = {
  name: "greet",
  prompt: "Greet them.",
  confirmation: "auto",
  variables: [],
  modality: "verbal",
  conditional: [],
  required: [],
  callback: "",
};

function checkWritten(form: LinkForm, ...objectives: readonly Partial<ObjectiveItem>[]) {
  return expect(writePayload({ name: "", objectives: objectives.map((it) => ({ ...GREET, ...it })) }, form));
}

describe("the whole set", () => {
  test("every key in the platform's order", () => {
    const everything = {
      variables: ["first", "last"],
      modality: "visual",
      conditional: [["a", "If so"]] as const,
      required: ["b", "c"],
      callback: "https://example.com",
    };
    checkWritten("list", everything).toMatchInlineSnapshot(`
      "{
        "data": [
          {
            "objective_name": "greet",
            "objective_prompt": "Greet them.",
            "confirmation_mode": "auto",
            "output_variables": [
              "first",
              "last"
            ],
            "modality": "visual",
            "next_conditional_objectives": {
              "a": "If so"
            },
            "next_required_objectives": [
              "b",
              "c"
            ],
            "callback_url": "https://example.com"
          }
        ]
      }
      "
    `);
  });

  test("empty optional keys are left out", () => {
    checkWritten("single", {}).toMatchInlineSnapshot(`
      "{
        "data": [
          {
            "objective_name": "greet",
            "objective_prompt": "Greet them.",
            "confirmation_mode": "auto",
            "modality": "verbal"
          }
        ]
      }
      "
    `);
  });

  test("a set without objectives", () => {
    checkWritten("list").toBe('{\n  "data": []\n}\n');
  });

  test("the set's name comes first", () => {
    expect(writePayload({ name: "Intake", objectives: [] }, "list")).toBe(
      '{\n  "name": "Intake",\n  "data": []\n}\n',
    );
  });

  test("one required objective in the single form", () => {
    checkWritten("single", { required: ["b"] }).toContain('"next_required_objective": "b"');
  });

  test("conditions keep their order and their names, whatever JavaScript thinks of them", () => {
    const conditional = [
      ["b", "1"],
      ["10", "2"],
      ["__proto__", "3"],
      ["9", "4"],
    ] as const;
    checkWritten("list", { conditional }).toMatch(/"b": "1",\s+"10": "2",\s+"__proto__": "3",\s+"9": "4"/);
  });

  test("a lone surrogate is an escape, a pair is a character", () => {
    checkWritten("list", { prompt: "\ud800 \u{1f600}" }).toContain('"\\ud800 \u{1f600}"');
  });
});

describe("what cannot be written is refused", () => {
  const refusals: readonly [string, LinkForm, Partial<ObjectiveItem>, RegExp][] = [
    [
      "several required objectives in the single form",
      "single",
      { required: ["a", "b"] },
      /takes one objective, and 2 follow/,
    ],
    ["the same one twice in the single form", "single", { required: ["a", "a"] }, /takes one objective/],
    ["a link to an empty name in the single form", "single", { required: [""] }, /name is empty/],
    [
      "two conditions for one objective",
      "list",
      {
        conditional: [
          ["a", "x"],
          ["a", "y"],
        ],
      },
      /Two conditions lead to "a"/,
    ],
  ];
  test.each(refusals)("%s", (_case, form, item, reason) => {
    const written = writePayload({ name: "", objectives: [GREET, { ...GREET, ...item }] }, form);
    const refused = typeof written === "string" ? [] : written.refused;
    expect(refused.map((it) => ({ ...it, reason: inEnglish(it.reason) }))).toEqual([
      { index: 1, objective: "greet", reason: expect.stringMatching(reason) as string },
    ]);
  });
});

describe("laws", () => {
  const form = fc.constantFrom<LinkForm>("list", "single");

  test("the text is what JSON.stringify would write, where JavaScript keeps the order", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = String(writePayload(document, "list"));
        const plain = !document.objectives.some((it) =>
          it.conditional.some(([key]) => /^\d+$|^__proto__$/.test(key)),
        );
        fc.pre(plain);
        expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      }),
      LAW,
    );
  });

  test("it is well-formed UTF-16, and the items alone say the same as the whole", () => {
    fc.assert(
      fc.property(anySingleFormDocument, form, (document, chosen) => {
        const whole = String(writePayload(document, chosen));
        expect(whole).not.toMatch(/\p{Surrogate}/u);
        expect(JSON.parse(String(writeItems(document, chosen)))).toEqual(
          (JSON.parse(whole) as { data: unknown }).data,
        );
      }),
      LAW,
    );
  });
});
