// How the API's JSON is read: every shape, and every refusal with its place.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Refusal } from "../../../server/src/language/compile/parse-json.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { exactlySameDocument, normalise } from "../../../server/src/language/compile/normalise.ts";
import type { ObjectiveItem } from "../../../server/src/language/compile/payload.ts";
import { readPayload } from "../../../server/src/language/compile/read-payload.ts";
import type { ReadSet } from "../../../server/src/language/compile/read-payload.ts";
import { writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { anyDocument, anySingleFormDocument, LAW } from "../../support/generators.ts";

const ITEM = `{"objective_name": "a", "objective_prompt": "Ask."}`;

function read(text: string): ReadSet {
  const result = readPayload(text);
  if ("refused" in result) throw new Error(JSON.stringify(result.refused));
  return result;
}

function checkItem(members: string, expected: Partial<ObjectiveItem>) {
  const item = read(`[{"objective_name": "a", "objective_prompt": "Ask.", ${members}}]`).document
    .objectives[0];
  expect(item).toMatchObject(expected);
}

/** `place` is what the refused part begins with: it stands in the text once. */
function checkRefused(text: string, pointer: string, place: string, reason: RegExp) {
  const before = text.replace(/^\uFEFF/, "").split(place)[0] ?? "";
  const lines = before.split(/\r\n|\r|\n/);
  const found = readPayload(text);
  expect("refused" in found && found.refused.map(said)).toEqual([
    {
      pointer,
      line: lines.length,
      column: (lines.at(-1) ?? "").length + 1,
      reason: expect.stringMatching(reason) as string,
    },
  ]);
}

function said(it: Refusal): object {
  return { ...it, reason: inEnglish(it.reason) };
}

describe("shapes", () => {
  const reply = `"uuid": "o1", "created_at": "2026-01-01", "updated_at": null, "status": "ok", "name": "N"`;
  test.each([
    ["a set", `{"name": "N", "data": [${ITEM}]}`, "N"],
    ["a set without a name", `{"data": [${ITEM}]}`, ""],
    ["a set whose name is null", `{"name": null, "data": [${ITEM}]}`, ""],
    ["a bare list", `[${ITEM}]`, ""],
    ["a list under another key", `{"objectives": [${ITEM}]}`, ""],
    ["a server's reply", `{${reply}, "data": [${ITEM}]}`, "N"],
    ["a reply whose data is one objective", `{${reply}, "data": ${ITEM}}`, "N"],
    ["a text with a byte order mark", `\uFEFF[${ITEM}]`, ""],
  ])("%s", (_case, text, name) => {
    const { document, notes } = read(text);
    expect(document).toMatchObject({ name, objectives: [{ name: "a", prompt: "Ask." }] });
    expect(notes).toEqual([]);
  });

  test("no objectives at all", () => {
    expect(read("[]").document).toEqual({ name: "", objectives: [] });
  });
});

describe("fields", () => {
  const absent = {
    confirmation: "auto",
    variables: [],
    modality: "verbal",
    conditional: [],
    required: [],
    callback: "",
  };
  const optional = [
    ...["confirmation_mode", "output_variables", "modality", "next_conditional_objectives"],
    ...["next_required_objectives", "next_required_objective", "callback_url"],
  ];
  test.each(["null", "{}", "[]", `""`])("an optional field that is %s is absent", (empty) => {
    for (const field of optional) checkItem(`"${field}": ${empty}`, absent);
  });

  test("unknown words of confirm and modality are kept", () => {
    checkItem(`"confirmation_mode": "automatic", "modality": "both"`, {
      confirmation: "automatic",
      modality: "both",
    });
  });

  test("required objectives in either form, or in both where they agree", () => {
    checkItem(`"next_required_objectives": ["b", "b"]`, { required: ["b", "b"] });
    checkItem(`"next_required_objective": "b"`, { required: ["b"] });
    checkItem(`"next_required_objectives": ["b"], "next_required_objective": "b"`, { required: ["b"] });
    checkItem(`"next_required_objectives": [], "next_required_objective": "b"`, { required: ["b"] });
    checkItem(`"next_required_objectives": ["b", "c"], "next_required_objective": ""`, {
      required: ["b", "c"],
    });
  });

  test("conditions keep their order", () => {
    const conditional = [
      ["b", "1"],
      ["10", "2"],
      ["__proto__", "3"],
      ["9", "4"],
    ];
    checkItem(`"next_conditional_objectives": {"b": "1", "10": "2", "__proto__": "3", "9": "4"}`, {
      conditional: conditional as unknown as ObjectiveItem["conditional"],
    });
  });

  test.each([
    [`[]`, undefined],
    [`[{"objective_name": "a", "objective_prompt": "", "next_required_objectives": []}]`, "list"],
    [`[{"objective_name": "a", "objective_prompt": "", "next_required_objective": ""}]`, "single"],
    [
      `[{"objective_name": "a", "objective_prompt": "", "next_required_objective": "", "next_required_objectives": []}]`,
      "both",
    ],
  ])("the fields for links that are there are seen: %s", (text, form) => {
    expect(read(text).form).toBe(form);
  });
});

describe("what the platform does not have", () => {
  test("an objective's own keys become meta: strings as they are, the rest as JSON text", () => {
    const { extras } = read(
      `[${ITEM}, {"objective_name": "b", "objective_prompt": "", "owner": "Ana", "cost": 1.50e400, "tags": [ "x" , {"y" : null} ]}]`,
    );
    expect(extras).toEqual([
      [],
      [
        ["owner", "Ana"],
        ["cost", "1.50e400"],
        ["tags", '["x",{"y":null}]'],
      ],
    ]);
  });

  test("a set's own keys are named in a note", () => {
    expect(read(`{\n  "version": 3,\n  "data": []\n}`).notes.map(said)).toEqual([
      { pointer: "/version", line: 2, column: 3, reason: expect.stringMatching(/left out/) as string },
    ]);
  });
});

describe("refusals", () => {
  const named = `"objective_name": "a", "objective_prompt": "p"`;
  test.each<[string, string, string, string, RegExp]>([
    ["nothing", "", "", "", /the text is empty/],
    ["blanks", " \n ", "", " \n ", /the text is empty/],
    ["a word", "hello", "", "hello", /not JSON/],
    ["a trailing comma", `[${ITEM},]`, "", "]", /a value is missing/],
    ["a comment", `[\n// no\n]`, "", "//", /no comments/],
    ["a bracket that does not fit", `{"data": [}`, "", "}", /no open bracket fits this }/],
    ["an unclosed list", `[${ITEM}`, "", "\0", /closing bracket is missing/],
    ["single quotes", `['a']`, "", "'a'", /not JSON/],
    ["a raw line end in a string", `["a\nb"]`, "", `"a`, /not closed/],
    ["text behind the end", "[] 7", "", "7", /more text after its end/],
    ["a string", `"data"`, "", `"data"`, /A set is an object or a list, and this is a string/],
    ["a set without a list", `{"name": "x"}`, "", "{", /has no "data"/],
    ["one objective", ITEM, "", "{", /one objective, not a set/],
    ["two lists", `{"data": [], "objectives": [ ]}`, "/objectives", "[ ]", /Keep one of the two/],
    ["a list that is text", `{"data": "x"}`, "/data", `"x"`, /A list of objectives belongs here/],
    [
      "a set's name that is a number",
      `{"name": 5, "data": []}`,
      "/name",
      "5",
      /takes a string, and this is a number/,
    ],
    ["a list of sets", `{"data": [{"uuid": "o1", "data": []}]}`, "/data/0", `{"uuid`, /lists sets/],
    [
      "an item that is text",
      `[${ITEM}, "x"]`,
      "/1",
      `"x"`,
      /An objective is an object, and this is a string/,
    ],
    ["a missing name", `[{"objective_prompt": "p"}]`, "/0", "{", /has no "objective_name"/],
    [
      "a name that is null",
      `[{"objective_name": null, "objective_prompt": "p"}]`,
      "/0/objective_name",
      "null",
      /takes a string/,
    ],
    [
      "a missing prompt",
      `{"data": [${ITEM}, {"objective_name": "b"}]}`,
      "/data/1",
      `{"objective_name": "b"`,
      /has no "objective_prompt"/,
    ],
    [
      "variables that are a string",
      `[{${named}, "output_variables": "x"}]`,
      "/0/output_variables",
      `"x"`,
      /takes a list of strings/,
    ],
    [
      "a variable that is a number",
      `[{${named}, "output_variables": ["x", 7]}]`,
      "/0/output_variables/1",
      "7",
      /takes strings/,
    ],
    [
      "conditions that are a list",
      `[{${named}, "next_conditional_objectives": ["x"]}]`,
      "/0/next_conditional_objectives",
      `["x"]`,
      /object of conditions/,
    ],
    [
      "a condition that is null",
      `[{${named}, "next_conditional_objectives": {"b/c~": null}}]`,
      "/0/next_conditional_objectives/b~1c~0",
      "null",
      /conditions that are strings/,
    ],
    [
      "both forms, different",
      `[{${named}, "next_required_objectives": ["b"], "next_required_objective": "c"}]`,
      "/0/next_required_objective",
      `"c"`,
      /name different objectives/,
    ],
    [
      "a key twice",
      `[{${named},\r\n "objective_prompt": "q"}]`,
      "/0/objective_prompt",
      `"objective_prompt": "q"`,
      /a second time/,
    ],
    [
      "a key twice where we would not look",
      `{"data": [], "x": [{"y": 1,\r "y": 2}]}`,
      "/x/0/y",
      `"y": 2`,
      /a second time/,
    ],
    ["a mistake behind a byte order mark", `\uFEFF[7]`, "/0", "7", /An objective is an object/],
  ])("%s", (_case, text, pointer, place, reason) => {
    checkRefused(text, pointer, place, reason);
  });

  test("every wrong place is named, not only the first", () => {
    const result = readPayload(`[{"objective_name": 1, "objective_prompt": 2, "modality": 3}, 4]`);
    expect("refused" in result && result.refused.map((it) => it.pointer)).toEqual([
      "/0/objective_name",
      "/0/objective_prompt",
      "/0/modality",
      "/1",
    ]);
  });

  test("a text that is far too deep, or far too long", () => {
    expect(refusalReasons("[".repeat(200_000))).toEqual([expect.stringMatching(/more than 100 levels/)]);
    expect(refusalReasons(" ".repeat(17 * 1024 * 1024))).toEqual([
      expect.stringMatching(/longer than 16 Mi/),
    ]);
  });
});

describe("laws", () => {
  test("what was written is read back", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = String(writePayload(document, "list"));
        expect(read(text).document).toEqual(normalise(document));
      }),
      LAW,
    );
    fc.assert(
      fc.property(anySingleFormDocument, (document) => {
        expect(exactlySameDocument(read(String(writePayload(document, "single"))).document, document)).toBe(
          true,
        );
      }),
      LAW,
    );
  });

  test("it is strict: what JSON.parse refuses is refused as not JSON, and nothing else is", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"a"',
      '"a',
      "1",
      "-",
      "01",
      "1.",
      "1e5",
      "true",
      "nul",
      "null",
      "//",
      "/*",
      "*/",
      " ",
      "\n",
      "\\",
      "'",
      "\u00a0",
      "\u2028",
      "\x01",
      '"\\x"',
      '"\\u12"',
      "\uFEFF",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const refusedAsJson = refusalReasons(text).some((it) => it.startsWith("This is not JSON"));
        expect(refusedAsJson).toBe(!isJson(text.replace(/^\uFEFF/, "")));
      }),
      { ...LAW, numRuns: LAW.numRuns * 10 },
    );
  });

  test.each(['["\n', '/*"*/', '//"\n', '["\\\n"', '{"a":"\r', '["a" ', "]", "[}", '"\\"'])(
    "no beginning hides too many levels: %j",
    (beginning) => {
      for (const level of ["[", '{"a":', "[{", '["\n'])
        expect(refusalReasons(beginning + level.repeat(50_000))).not.toEqual([]);
    },
  );

  test("brackets in any number and order never overflow the stack", () => {
    const pieces = fc.constantFrom("[", "{", "]", "}", '"', '":', "/*", "//", "\n", "\\", ",");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 4 }), pieces, (parts, repeated) => {
        expect(refusalReasons(parts.join("") + repeated.repeat(50_000))).not.toEqual([]);
        expect(refusalReasons((parts.join("") + repeated).repeat(20_000))).not.toEqual([]);
      }),
      { ...LAW, numRuns: 60 },
    );
  });
});

function refusalReasons(text: string): readonly string[] {
  const result = readPayload(text);
  return "refused" in result ? result.refused.map((it) => inEnglish(it.reason)) : [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
