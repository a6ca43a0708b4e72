// Personas and the sets that they follow.
import { expect, test } from "vitest";
import type { AttachOutcome, Attachment } from "../../server/src/sync/attach.ts";
import { attachNewPersona, attachPersona } from "../../server/src/sync/attach.ts";
import { attachLines, PLAIN } from "../../server/src/sync/report.ts";
import { failingFile, memoryFileSystem } from "../project/memory-file-system.ts";
import type { Stage, StageOptions } from "./stage.ts";
import { answer, ask, FILE, isCall, lostAfter, lostBefore, makePersona, once, stage } from "./stage.ts";

const SET = "o12345";
const isPatch = isCall("PATCH", /personas\//);
const isPost = isCall("POST", /personas$/);
const isGet = isCall("GET", /personas\//);

interface AttachStage extends Stage {
  readonly persona: string;
  attach(): Promise<string>;
  attachNew(text: string): Promise<string>;
  followed(id: string): Promise<unknown>;
}

async function attachStage(options: StageOptions = {}, persona: object = {}): Promise<AttachStage> {
  const it = await stage(options);
  const id = await makePersona(it.emulator, { system_prompt: "You help.", ...persona });
  const place = { origin: it.target.origin, target: it.target.name, file: FILE };
  const attachment: Attachment = { client: it.client, setId: SET, locks: it.locks, place };
  const words = (outcome: AttachOutcome): string =>
    attachLines(outcome, SET, PLAIN)
      .join("\n")
      .replaceAll(/p[0-9a-f]{12}/g, "p…");
  return {
    ...it,
    persona: id,
    attach: async () => words(await attachPersona(attachment, id, "keep")),
    attachNew: async (text) => words(await attachNewPersona(attachment, text)),
    followed: async (personaId) =>
      (JSON.parse(await ask(it.emulator, "GET", `/v2/personas/${personaId}`)) as Record<string, unknown>)[
        "objectives_id"
      ],
  };
}

test("a persona that follows nothing follows the set", async () => {
  const it = await attachStage();
  expect(await it.attach()).toBe("Persona p… now follows o12345.");
  expect(await it.followed(it.persona)).toBe(SET);
  expect((await it.kept()).personas).toEqual([it.persona]);
});

test("what it followed before is said", async () => {
  const it = await attachStage({}, { objectives_id: "o999" });
  expect(await it.attach()).toBe("Persona p… now follows o12345 (before: o999).");
});

test("a persona that follows the set already is left alone", async () => {
  const it = await attachStage({}, { objectives_id: SET });
  expect(await it.attach()).toBe("Persona p… follows o12345 already. Nothing was sent.");
  expect(it.calls).toEqual([`GET personas/${it.persona}`]);
  expect((await it.kept()).personas).toEqual([it.persona]);
});

test("the patch is the platform's own, word for word", async () => {
  let body = "";
  const it = await attachStage({
    intercept: async (sent, forward) => {
      if (isPatch(sent)) body = sent.body;
      return forward();
    },
  });
  await it.attach();
  expect(JSON.parse(body)).toEqual([{ op: "add", path: "/objectives_id", value: "o12345" }]);
});

test("edits in the dashboard stop it", async () => {
  const conflict = { message: "Unpublished edits", conflict: "maker_changes" };
  const it = await attachStage({ intercept: once(isPatch, async () => answer(409, conflict)) });
  expect(await it.attach()).toMatchInlineSnapshot(
    `"The persona p… has edits in the dashboard that are not published. Nothing was changed. Publish or discard them there, then attach again."`,
  );
  expect(await it.followed(it.persona)).toBe(null);
  expect((await it.kept()).personas).toEqual([]);
});

test("a draft that is not live yet is said to be one", async () => {
  const it = await attachStage({ intercept: once(isPatch, async () => answer(200, { message: "draft" })) });
  expect(await it.attach()).toContain("it may be a draft that has to be published");
});

test("no persona of that id", async () => {
  const it = await attachStage({
    intercept: once(isGet, async () => answer(404, { error: "Persona not found" })),
  });
  expect(await it.attach()).toContain("Persona not found");
});

test.for([
  ["was carried out", lostAfter, "now follows o12345"],
  ["never arrived", lostBefore, "It was looked at: the persona is as it was. Try again."],
] as const)("a patch without an answer that %s", async ([, fault, words]) => {
  const it = await attachStage({ intercept: once(isPatch, async (_, forward) => fault(forward)) });
  expect(await it.attach()).toContain(words);
});

test("where the lock cannot be written, the persona is named all the same", async () => {
  const files = memoryFileSystem({}, failingFile("writeFileAtomic", "lock.json", "full"));
  const it = await attachStage({ files });
  expect(await it.attach()).toContain("The persona p… follows o12345, and this could not be written down.");
});

test("a new persona is made with its set in one step", async () => {
  let body = "";
  const it = await attachStage({
    intercept: async (sent, forward) => {
      if (isPost(sent)) body = sent.body;
      return forward();
    },
  });
  const words = await it.attachNew(`{\n  "system_prompt": "You are a lead qualification assistant."\n}`);
  expect(words).toBe("Persona p… was made; it follows o12345.");
  expect(JSON.parse(body)).toEqual({
    system_prompt: "You are a lead qualification assistant.",
    objectives_id: "o12345",
  });
  const [made] = (await it.kept()).personas;
  expect(await it.followed(made ?? "none")).toBe(SET);
});

test("all that the persona's file says is sent as it stands", async () => {
  let body = "";
  const it = await attachStage({
    intercept: async (sent, forward) => {
      if (isPost(sent)) body = sent.body;
      return forward();
    },
  });
  await it.attachNew(`{"layers": {"10": 1.50, "9": 12345678901234567890}, "objectives_id": null}`);
  expect(body).toBe(`{"layers": {"10": 1.50, "9": 12345678901234567890}, "objectives_id": "o12345"}`);
});

test.for([
  ["{", "line 1, column 2: This is not JSON"],
  ["[]", "a persona is a JSON object."],
  [`{"objectives_id": "o9"}`, `its "objectives_id" names o9, and it is to follow o12345.`],
  [`{"a": 1, "a": 2}`, "stands here a second time"],
] as const)("a persona's file that says %s is refused before anything is sent", async ([text, words]) => {
  const it = await attachStage();
  expect(await it.attachNew(text)).toContain(words);
  expect(it.calls).toEqual([]);
});

test("a refused persona is refused in the platform's words", async () => {
  const it = await attachStage();
  expect(await it.attachNew(`{"objectives": []}`)).toContain("Unknown field");
});

test("a new persona without an answer is never sent twice; those that could be it are named", async () => {
  const it = await attachStage({ intercept: once(isPost, (_, forward) => lostAfter(forward)) });
  expect(await it.attachNew(`{"system_prompt": "x"}`)).toContain("Now this persona follows o12345: p….");
  expect(it.calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
  const lost = await attachStage({ intercept: once(isPost, lostBefore) });
  expect(await lost.attachNew(`{"system_prompt": "x"}`)).toContain("none follows o12345. Try again.");
});
