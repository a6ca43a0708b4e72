// What the emulator takes as objectives, and in which shape it gives them back.
import { expect, test } from "vitest";
import type { Form } from "../../server/src/emulator/rules.ts";
import { askLocal, localEmulator } from "./running.ts";

/** Uploads `data` and reads it back: the objectives as stored, or the refusal's message. */
async function checkStored(form: Form, data: unknown): Promise<unknown> {
  const emulator = await localEmulator(form);
  const created = await askLocal(emulator, "POST", "/v2/objectives", { data });
  if (created.status !== 200) return created;
  const { objectives_id } = created.body as { objectives_id: string };
  const shown = await askLocal(emulator, "GET", `/v2/objectives/${objectives_id}`);
  return (shown.body as { data: unknown }).data;
}

const CHAIN = [{ objective_name: "a", next_required_objective: "b" }, { objective_name: "b" }];
const LIST_CHAIN = [{ objective_name: "a", next_required_objectives: ["b"] }, { objective_name: "b" }];

function refused(message: string): unknown {
  return { status: 400, body: { message } };
}

const ONE_ROOT = refused(
  "Objective chain must have exactly one root (an objective not referenced by any other)",
);

test("an objective comes back with all eight keys and no other", async () => {
  expect(await checkStored("both", [{ objective_name: "a", color: "red" }])).toMatchInlineSnapshot(`
    [
      {
        "callback_url": "",
        "confirmation_mode": "",
        "modality": "",
        "next_conditional_objectives": {},
        "next_required_objective": "",
        "objective_name": "a",
        "objective_prompt": "",
        "output_variables": [],
      },
    ]
  `);
});

test("with both forms, an objective comes back with the field it was sent with", async () => {
  const data = [
    { objective_name: "a", next_required_objectives: ["b"] },
    { objective_name: "b", next_required_objective: "c" },
    { objective_name: "c", next_required_objectives: ["d"], next_required_objective: "" },
    { objective_name: "d", next_required_objectives: [], next_required_objective: "e" },
    { objective_name: "e", next_required_objectives: null },
  ];
  const stored = (await checkStored("both", data)) as Record<string, unknown>[];
  expect(stored.map((item) => [item["next_required_objectives"], item["next_required_objective"]])).toEqual([
    [["b"], undefined],
    [undefined, "c"],
    [["d"], undefined],
    [undefined, "e"],
    [[], undefined],
  ]);
});

test("an objective without links gets the field that the others were sent with", async () => {
  for (const chain of [CHAIN, LIST_CHAIN]) {
    const stored = (await checkStored("both", chain)) as object[];
    const fields = stored.map((item) => Object.keys(item).filter((key) => key.startsWith("next_required")));
    expect(fields[1]).toEqual(fields[0]);
  }
});

test.each<[Form, unknown, string]>([
  ["list", LIST_CHAIN, "taken"],
  ["list", CHAIN, "refused"],
  ["single", CHAIN, "taken"],
  ["single", LIST_CHAIN, "refused"],
  ["both", CHAIN, "taken"],
  ["both", LIST_CHAIN, "taken"],
])("a server of the form %s and links %j: %s", async (form, data, end) => {
  const stored = await checkStored(form, data);
  if (end === "refused") expect(stored).toEqual(ONE_ROOT);
  else expect(stored).toMatchObject(data as object[]);
});

test("where a lost link leaves one root, it is lost in silence", async () => {
  const data = [
    { objective_name: "a", next_conditional_objectives: { b: "If so", c: "If not" } },
    { objective_name: "b", next_required_objectives: ["c"] },
    { objective_name: "c" },
  ];
  const stored = (await checkStored("single", data)) as Record<string, unknown>[];
  expect(stored.map((item) => item["next_required_objective"])).toEqual(["", "", ""]);
});

test("branches keep their order", async () => {
  const emulator = await localEmulator("both");
  const body =
    '{"data":[{"objective_name":"a","next_conditional_objectives":{"z":"1","10":"2","__proto__":"3","2":"4"}}]}';
  await askLocal(emulator, "POST", "/v2/objectives", body);
  const response = await emulator.fetch("http://localhost/v2/objectives", { headers: { "x-api-key": "k" } });
  expect(await response.text()).toContain('{"z":"1","10":"2","__proto__":"3","2":"4"}');
});

test.each<[what: string, data: unknown, answer: unknown]>([
  ["no data", undefined, refused("data must be a list of objectives")],
  ["data that is an object", {}, refused("data must be a list of objectives")],
  ["an objective that is none", [1], refused("data/0 must be an object")],
  ["an objective without a name", [{ objective_prompt: "Ask." }], refused("objective_name is required")],
  ["an empty name", [{ objective_name: "" }], refused("objective_name is required")],
  ["a name that is no text", [{ objective_name: 7 }], refused("data/0/objective_name must be a string")],
  [
    "a prompt that is no text",
    [{ objective_name: "a", objective_prompt: [] }],
    refused("data/0/objective_prompt must be a string"),
  ],
  [
    "variables that are no list",
    [{ objective_name: "a", output_variables: "x" }],
    refused("data/0/output_variables must be a list of strings"),
  ],
  [
    "branches that are a list",
    [{ objective_name: "a", next_conditional_objectives: ["b"] }],
    refused("data/0/next_conditional_objectives must be an object of strings"),
  ],
  [
    "a condition that is no text",
    [{ objective_name: "a", next_conditional_objectives: { b: 1 } }],
    refused("data/0/next_conditional_objectives must be an object of strings"),
  ],
  [
    "a list for the single link",
    [{ objective_name: "a", next_required_objective: ["b"] }],
    refused("data/0/next_required_objective must be a string"),
  ],
  ["nothing", [], ONE_ROOT],
  ["two roots", [{ objective_name: "a" }, { objective_name: "b" }], ONE_ROOT],
  ["no root", [{ ...CHAIN[0] }, { objective_name: "b", next_required_objective: "a" }], ONE_ROOT],
])("%s is refused", async (_, data, answer) => {
  expect(await checkStored("both", data)).toEqual(answer);
});

test.each<[what: string, data: readonly unknown[]]>([
  ["a link to nowhere", [{ objective_name: "a", next_required_objective: "nowhere" }]],
  ["an objective that leads to itself", [{ objective_name: "a", next_required_objective: "a" }]],
  [
    "a cycle behind a root",
    [
      { objective_name: "r", next_required_objective: "a" },
      ...CHAIN.slice(0, 1),
      { objective_name: "b", next_required_objective: "a" },
    ],
  ],
  [
    "a name with spaces, and modes that are none",
    [{ objective_name: "a b", confirmation_mode: "automatic", modality: "" }],
  ],
  [
    "branches beside a required link",
    [{ objective_name: "a", next_required_objective: "b", next_conditional_objectives: { c: "If so" } }],
  ],
  [
    "a prompt of many lines",
    [{ objective_name: "a", objective_prompt: "One.\n\nTwo – “three” 🙂".repeat(200) }],
  ],
])("%s is taken", async (_, data) => {
  expect(await checkStored("both", data)).toMatchObject(data);
});
