// The platform's interface, call by call.
import fc from "fast-check";
import { expect, test } from "vitest";
import { LAW } from "../support/generators.ts";
import { anyPatch } from "./patch-generators.ts";
import { memoryFiles, noFault } from "./memory-files.ts";
import type { Answer } from "./running.ts";
import { askLocal, localEmulator, STORE } from "./running.ts";

const SET = {
  name: "Intake",
  data: [
    { objective_name: "a", objective_prompt: "Ask.", next_required_objective: "b" },
    { objective_name: "b", objective_prompt: "Say." },
  ],
};

type Step = readonly [method: string, path: string, body?: unknown];

/** Takes steps with a fresh emulator; the answers in order. Ids are o000000000001, … by the test's chance. */
async function checkSteps(...steps: readonly Step[]): Promise<readonly Answer[]> {
  const emulator = await localEmulator("both");
  const answers: Answer[] = [];
  for (const step of steps) answers.push(await askLocal(emulator, ...step));
  return answers;
}

const ID = "o000000000001";
const AT = `/v2/objectives/${ID}`;
const CREATE: Step = ["POST", "/v2/objectives", SET];

test("a set lives: made, shown, listed, changed, deleted", async () => {
  const answers = await checkSteps(
    CREATE,
    ["PATCH", AT, [{ op: "replace", path: "/data/0/objective_prompt", value: "Ask twice." }]],
    ["PATCH", AT, [{ op: "replace", path: "/name", value: "Intake" }]],
    ["GET", AT],
    ["GET", "/v2/objectives"],
    ["DELETE", AT],
    ["GET", AT],
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 304, 200, 200, 204, 404]);
  expect(answers[0]?.body).toMatchInlineSnapshot(`
    {
      "created_at": "2026-03-01T12:00:01.000Z",
      "objectives_id": "o000000000001",
      "objectives_name": "Intake",
      "status": "created",
    }
  `);
  expect(answers[1]?.body).toEqual({ message: "Objective updated successfully" });
  expect(answers[3]?.body).toMatchInlineSnapshot(`
    {
      "created_at": "2026-03-01T12:00:01.000Z",
      "data": [
        {
          "callback_url": "",
          "confirmation_mode": "",
          "modality": "",
          "next_conditional_objectives": {},
          "next_required_objective": "b",
          "objective_name": "a",
          "objective_prompt": "Ask twice.",
          "output_variables": [],
        },
        {
          "callback_url": "",
          "confirmation_mode": "",
          "modality": "",
          "next_conditional_objectives": {},
          "next_required_objective": "",
          "objective_name": "b",
          "objective_prompt": "Say.",
          "output_variables": [],
        },
      ],
      "name": "Intake",
      "updated_at": "2026-03-01T12:00:02.000Z",
      "uuid": "o000000000001",
    }
  `);
  expect(answers[4]?.body).toEqual({ data: [answers[3]?.body], total_count: 1 });
  expect(answers[6]?.body).toEqual({ error: "Objective not found" });
});

test.each<[what: string, patch: unknown, status: number, body: unknown]>([
  ["a test that holds", [{ op: "test", path: "/name", value: "Intake" }], 304, ""],
  ["a field that is dropped", [{ op: "add", path: "/data/0/color", value: "red" }], 304, ""],
  [
    "a test that fails",
    [{ op: "test", path: "/name", value: "x" }],
    400,
    { error: "Invalid patch operation" },
  ],
  [
    "a path that leads nowhere",
    [{ op: "remove", path: "/data/7" }],
    400,
    { error: "Invalid patch operation" },
  ],
  [
    "an id of one's own",
    [{ op: "replace", path: "/uuid", value: "o2" }],
    400,
    { error: "Invalid patch operation" },
  ],
  ["a time of one's own", [{ op: "remove", path: "/created_at" }], 400, { error: "Invalid patch operation" }],
  ["nothing left", [{ op: "remove", path: "" }], 400, { error: "Invalid patch operation" }],
  ["no patch", { name: "x" }, 422, { message: "Invalid JSON patch format" }],
  ["no data left", [{ op: "remove", path: "/data" }], 400, { message: "data must be a list of objectives" }],
  [
    "a name that is none",
    [{ op: "replace", path: "/name", value: 7 }],
    400,
    { message: "name must be a string" },
  ],
  [
    "a nameless objective",
    [{ op: "remove", path: "/data/1/objective_name" }],
    400,
    { message: "objective_name is required" },
  ],
  [
    "a second root",
    [{ op: "remove", path: "/data/0/next_required_objective" }],
    400,
    { message: "Objective chain must have exactly one root (an objective not referenced by any other)" },
  ],
])("a patch with %s", async (_, patch, status, body) => {
  const [, before, answer, after] = await checkSteps(CREATE, ["GET", AT], ["PATCH", AT, patch], ["GET", AT]);
  expect(answer).toEqual({ status, body });
  expect(after).toEqual(before);
});

test("the guard of an update: test what was read, replace it", async () => {
  const [, shown] = await checkSteps(CREATE, ["GET", AT]);
  const { data } = shown?.body as typeof SET;
  const guarded = [
    { op: "test", path: "/data", value: data },
    { op: "replace", path: "/data", value: data.slice(1) },
  ];
  const answers = await checkSteps(CREATE, ["PATCH", AT, guarded], ["PATCH", AT, guarded]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 400]);
});

test("an objective that a patch leaves alone stays as it is, whatever form the server knows", async () => {
  const files = memoryFiles(noFault);
  const first = await localEmulator("list", files);
  await askLocal(first, "POST", "/v2/objectives", {
    data: [{ objective_name: "a", next_required_objectives: ["b"] }, { objective_name: "b" }],
  });
  await first.close();
  const second = await localEmulator("single", files);
  const patched = await askLocal(second, "PATCH", AT, [{ op: "replace", path: "/name", value: "New" }]);
  const shown = await askLocal(second, "GET", AT);
  expect(patched.status).toBe(200);
  expect(shown.body).toMatchObject({ name: "New", data: [{ next_required_objectives: ["b"] }, {}] });
});

test("what comes at once is carried out one after the other, and nothing is lost", async () => {
  const files = memoryFiles(noFault);
  const emulator = await localEmulator("both", files);
  await Promise.all(Array.from({ length: 30 }, () => askLocal(emulator, ...CREATE)));
  await emulator.close();
  const reopened = await localEmulator("both", files);
  expect((await askLocal(reopened, "GET", "/v2/objectives")).body).toMatchObject({ total_count: 30 });
});

test("a list comes in pages of ten, from 1", async () => {
  const sets = Array.from({ length: 23 }, (_, index): Step => [
    "POST",
    "/v2/objectives",
    { ...SET, name: `${index}` },
  ]);
  const pages = await checkSteps(
    ...sets,
    ["GET", "/v2/objectives"],
    ["GET", "/v2/objectives?page=3"],
    ["GET", "/v2/objectives?limit=4&page=2"],
    ["GET", "/v2/objectives?page=4"],
    ["GET", "/v2/objectives/?limit=100&verbose=true"],
  );
  const names = pages
    .slice(23)
    .map(({ body }) => (body as { data: { name: string }[] }).data.map(({ name }) => name));
  expect(names.map((it) => `${it[0] ?? ""}…${it.at(-1) ?? ""}`)).toEqual([
    "0…9",
    "20…22",
    "4…7",
    "…",
    "0…22",
  ]);
  expect(pages.slice(23).map(({ body }) => (body as { total_count: number }).total_count)).toEqual([
    23, 23, 23, 23, 23,
  ]);
});

test.each(["limit=0", "page=0", "limit=-1", "page=x", "limit=1.5", "limit="])(
  "a page by %s is refused",
  async (query) => {
    const [answer] = await checkSteps(["GET", `/v2/objectives?${query}`]);
    expect(answer).toEqual({ status: 400, body: { message: "limit and page must be whole numbers from 1" } });
  },
);

test("a persona lives: made, attached, shown, listed, published, detached", async () => {
  const at = "/v2/personas/p000000000001";
  const attach = [{ op: "add", path: "/objectives_id", value: "o12345" }];
  const answers = await checkSteps(
    [
      "POST",
      "/v2/personas",
      { persona_name: "Ana", system_prompt: "Be kind.", layers: { llm: { model: "x" } } },
    ],
    ["GET", at],
    ["PATCH", at, attach],
    ["PATCH", at, attach],
    ["GET", "/v2/pals/p000000000001"],
    ["GET", "/v2/personas"],
    ["POST", `${at}/publish?force=true`],
    ["PATCH", at, [{ op: "remove", path: "/objectives_id" }]],
    ["GET", `${at}/`],
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 304, 200, 200, 200, 200, 200]);
  expect(answers[0]?.body).toMatchInlineSnapshot(`
    {
      "created_at": "2026-03-01T12:00:01.000Z",
      "persona_id": "p000000000001",
      "persona_name": "Ana",
    }
  `);
  expect(answers[4]?.body).toMatchInlineSnapshot(`
    {
      "created_at": "2026-03-01T12:00:01.000Z",
      "layers": {
        "llm": {
          "model": "x",
        },
      },
      "objectives_id": "o12345",
      "persona_id": "p000000000001",
      "persona_name": "Ana",
      "system_prompt": "Be kind.",
      "updated_at": "2026-03-01T12:00:03.000Z",
    }
  `);
  expect(answers[5]?.body).toEqual({ data: [answers[4]?.body], total_count: 1 });
  expect(answers.map(({ body }) => (body as { objectives_id?: unknown }).objectives_id)).toMatchObject([
    undefined,
    null,
    undefined,
    undefined,
    "o12345",
    undefined,
    undefined,
    undefined,
    null,
  ]);
});

test.each<[what: string, Step, status: number, body: unknown]>([
  [
    "objectives inside a persona",
    ["POST", "/v2/personas", { objectives: [] }],
    400,
    { message: "objectives: Unknown field" },
  ],
  [
    "a set's id that is no text",
    ["POST", "/v2/personas", { objectives_id: 7 }],
    400,
    { message: "objectives_id must be a string" },
  ],
  ["a persona that is a list", ["POST", "/v2/personas", []], 400, { message: "a persona must be an object" }],
  [
    "a set that is a list",
    ["POST", "/v2/objectives", []],
    400,
    { message: "a set must be an object with data" },
  ],
  ["a persona that is not there", ["GET", "/v2/personas/p1"], 404, { error: "Persona not found" }],
  ["publishing what is not there", ["POST", "/v2/personas/p1/publish"], 404, { error: "Persona not found" }],
  ["patching what is not there", ["PATCH", "/v2/objectives/o1", []], 404, { error: "Objective not found" }],
  ["deleting what is not there", ["DELETE", "/v2/objectives/o1"], 404, { error: "Objective not found" }],
  ["broken JSON", ["POST", "/v2/objectives", '{"data":'], 400, { message: "The body is not valid JSON" }],
  ["no body", ["POST", "/v2/objectives", ""], 400, { message: "The body is not valid JSON" }],
  ["an unknown address", ["GET", "/v2/replicas"], 404, { message: "There is no such address" }],
  ["an address of version 1", ["GET", "/v1/objectives"], 404, { message: "There is no such address" }],
  ["an address below a set", ["GET", "/v2/objectives/o1/data"], 404, { message: "There is no such address" }],
  ["a malformed address", ["GET", "/v2/objectives/%ff"], 404, { error: "Objective not found" }],
  [
    "a method that is not there",
    ["PUT", "/v2/objectives/o1", {}],
    405,
    { message: "Only GET, PATCH, DELETE can be done here" },
  ],
  ["deleting all", ["DELETE", "/v2/objectives/"], 405, { message: "Only GET, POST can be done here" }],
])("%s", async (_, step, status, body) => {
  expect(await checkSteps(step)).toEqual([{ status, body }]);
});

test.each([undefined, "", "  "])("no key (%j) is refused, with nothing done", async (key) => {
  const emulator = await localEmulator("both");
  const headers = { "content-type": "application/json", ...(key === undefined ? {} : { "x-api-key": key }) };
  const response = await emulator.fetch("http://127.0.0.1/v2/objectives", {
    method: "POST",
    headers,
    body: JSON.stringify(SET),
  });
  expect([response.status, await response.json()]).toEqual([401, { message: "Invalid access token" }]);
  expect((await askLocal(emulator, "GET", "/v2/objectives")).body).toMatchObject({ total_count: 0 });
});

test.each<[type: string, status: number]>([
  ["application/json; charset=utf-8", 200],
  ["Application/JSON", 200],
  ["application/json-patch+json", 200],
  ["text/plain", 415],
  ["application/x-www-form-urlencoded", 415],
])("a body of type %s: %i", async (type, status) => {
  const emulator = await localEmulator("both");
  const headers = { "x-api-key": "k", "content-type": type };
  const response = await emulator.fetch("http://127.0.0.1/v2/objectives", {
    method: "POST",
    headers,
    body: JSON.stringify(SET),
  });
  expect(response.status).toBe(status);
});

test("in process, it answers for this machine alone, and heeds a signal", async () => {
  const emulator = await localEmulator("both");
  await expect(emulator.fetch("https://tavusapi.com/v2/objectives")).rejects.toThrow(TypeError);
  const signal = AbortSignal.abort();
  await expect(emulator.fetch("http://127.0.0.1/v2/objectives", { signal })).rejects.toThrow("aborted");
});

test("whatever patches come, the store stays valid, and a failing one changes nothing", async () => {
  const patches = fc.array(anyPatch, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(patches, async (sequence) => {
      const files = memoryFiles(noFault);
      const emulator = await localEmulator("both", files);
      await askLocal(emulator, ...CREATE);
      for (const patch of sequence) await checkPatched(emulator, patch);
      await emulator.close();
      const kept = files.contents.get(STORE);
      const reopened = await localEmulator("both", files);
      expect((await askLocal(reopened, "GET", "/v2/objectives")).body).toMatchObject({ total_count: 1 });
      expect(files.contents.get(STORE)).toEqual(kept);
    }),
    { ...LAW, numRuns: Math.ceil(LAW.numRuns / 2) },
  );
});

async function checkPatched(
  emulator: Awaited<ReturnType<typeof localEmulator>>,
  patch: unknown,
): Promise<void> {
  const before = await askLocal(emulator, "GET", AT);
  const { status } = await askLocal(emulator, "PATCH", AT, patch);
  const after = await askLocal(emulator, "GET", AT);
  expect([200, 304, 400, 422]).toContain(status);
  if (status === 200) expect(after).not.toEqual(before);
  else expect(after).toEqual(before);
  const set = after.body as { uuid: string; name: unknown; data: Record<string, unknown>[] };
  expect([set.uuid, typeof set.name]).toEqual([ID, "string"]);
  expect(set.data.map((item) => Object.keys(item).length)).toEqual(set.data.map(() => 8));
  expect("polluted" in {}).toBe(false);
}
