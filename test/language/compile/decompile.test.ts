// What a document looks like as text.
import { describe, expect, test } from "vitest";
import { decompile } from "../../../server/src/language/compile/decompile.ts";
import type { ObjectiveItem } from "../../../server/src/language/compile/payload.ts";
import type { MetaEntry } from "../../../server/src/language/compile/read-payload.ts";

const PLAIN: ObjectiveItem = {
  name: "a",
  prompt: "Ask.",
  confirmation: "auto",
  variables: [],
  modality: "verbal",
  conditional: [],
  required: [],
  callback: "",
};

function checkText(items: readonly Partial<ObjectiveItem>[], meta: readonly MetaEntry[] = []) {
  const objectives = items.map((it) => ({ ...PLAIN, ...it }));
  return expect(`\n${decompile({ name: "Set", objectives }, [meta])}`);
}

test("a set without objectives, and without a name", () => {
  expect(decompile({ name: "", objectives: [] }, [])).toBe('objectives ""\n');
});

test("everything an objective can say, in the formatter's order", () => {
  const everything = {
    prompt: "Ask.",
    confirmation: "manual",
    variables: ["first", "last name"],
    modality: "visual",
    conditional: [
      ["b", "If so"],
      ["c", "If not"],
    ] as const,
    callback: "https://example.com",
  };
  checkText(
    [everything],
    [
      ["owner", "Ana"],
      ["when", "{}"],
    ],
  ).toMatchInlineSnapshot(`
    "
    objectives "Set"

    objective a {
      modality visual
      prompt "Ask."
      collect first, "last name"
      confirm manual
      callback "https://example.com"
      meta owner "Ana"
      meta "when" "{}"

      -> b when "If so"
      -> c when "If not"
    }
    "
  `);
});

test("one edge stands close, several behind a blank line", () => {
  checkText([{ required: ["b"] }, { name: "b", required: ["c", "c"], conditional: [["d", "If"]] }])
    .toMatchInlineSnapshot(`
    "
    objectives "Set"

    objective a {
      prompt "Ask."
      -> b
    }

    objective b {
      prompt "Ask."

      -> d when "If"
      -> c
      -> c
    }
    "
  `);
});

describe("otherwise", () => {
  const rest = "In any other case";
  test("the last of two conditions, word for word", () => {
    checkText([
      {
        conditional: [
          ["b", "If"],
          ["c", rest],
        ],
      },
    ]).toContain("  -> c otherwise\n");
  });
  test.each<[string, ObjectiveItem["conditional"]]>([
    [
      "not where it is not the last",
      [
        ["c", rest],
        ["b", "If"],
      ],
    ],
    ["not where it is alone", [["c", rest]]],
    [
      "not where it says more",
      [
        ["b", "If"],
        ["c", `${rest}.`],
      ],
    ],
  ])("%s", (_case, conditional) => {
    checkText([{ conditional }]).not.toContain("otherwise");
  });
  test("where two conditions are the catch-all, the last one is", () => {
    checkText([
      {
        conditional: [
          ["b", rest],
          ["c", rest],
        ],
      },
    ]).toContain(`  -> b when "${rest}"\n  -> c otherwise\n`);
  });
});

describe("defaults", () => {
  const hook = "https://example.com";
  test("what most objectives share moves up, the others say what differs", () => {
    checkText([
      { callback: hook, confirmation: "manual", modality: "visual" },
      { name: "b", callback: hook, confirmation: "manual", modality: "visual" },
      { name: "c", callback: hook, confirmation: "manual", modality: "visual" },
      { name: "d" },
      { name: "e", callback: "https://other.example.com" },
    ]).toMatchInlineSnapshot(`
      "
      objectives "Set"

      defaults {
        modality visual
        confirm manual
        callback "https://example.com"
      }

      objective a {
        prompt "Ask."
      }

      objective b {
        prompt "Ask."
      }

      objective c {
        prompt "Ask."
      }

      objective d {
        modality verbal
        prompt "Ask."
        confirm auto
        callback ""
      }

      objective e {
        modality verbal
        prompt "Ask."
        confirm auto
        callback "https://other.example.com"
      }
      "
    `);
  });
  test.each<[string, readonly Partial<ObjectiveItem>[]]>([
    ["two are too few", [{ callback: hook }, { callback: hook }]],
    ["half is too few", [...[1, 2, 3].map(() => ({ callback: hook })), {}, {}, {}]],
    ["the built-in value needs no saying", [{}, {}, {}]],
  ])("%s", (_case, items) => {
    checkText(items).not.toContain("defaults");
  });
  test("a word that the platform does not know may be shared, too", () => {
    checkText([
      { confirmation: "automatic" },
      { confirmation: "automatic" },
      { confirmation: "automatic" },
    ]).toContain('defaults {\n  confirm "automatic"\n}\n');
  });
});

test("words that the platform does not know are kept, quoted", () => {
  checkText([{ confirmation: "automatic", modality: "conversational" }]).toContain(
    '  modality "conversational"\n  prompt "Ask."\n  confirm "automatic"\n',
  );
});

test("names that are odd or reserved are quoted everywhere", () => {
  checkText([
    { name: "prompt", variables: ["when", "a b"], conditional: [["x.y", "If"]], required: ["otherwise"] },
  ]).toMatchInlineSnapshot(`
    "
    objectives "Set"

    objective "prompt" {
      prompt "Ask."
      collect "when", "a b"

      -> "x.y" when "If"
      -> "otherwise"
    }
    "
  `);
});
