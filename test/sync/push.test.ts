// The whole way of an upload, against the emulator in process, with a fault at every step.
import { expect, test } from "vitest";
import type { Plan } from "../../server/src/sync/plan.ts";
import { PLAIN, pushLines } from "../../server/src/sync/report.ts";
import type { FileFault } from "../project/memory-file-system.ts";
import { failingFile, memoryFileSystem } from "../project/memory-file-system.ts";
import type { Intercept } from "./stage.ts";
import {
  answer,
  FILE,
  GREETING,
  isCall,
  lostAfter,
  lostBefore,
  LOCK_PATH,
  makeRemote,
  objective,
  once,
  set,
  stage,
  WARMER,
} from "./stage.ts";

const isPost = isCall("POST", /objectives$/);
const isPatch = isCall("PATCH", /objectives\//);
const isGet = isCall("GET", /objectives\//);

/** A lock that remembers how the platform is, after a first upload. */
async function uploadedStage(intercept?: Intercept) {
  const first = await stage();
  await first.push(GREETING);
  const { emulator, files } = first;
  const id = (await first.kept()).id ?? "none";
  return { id, ...(await stage({ emulator, files, ...(intercept && { intercept }) })) };
}

test("a new set is made, read back, and kept", async () => {
  const it = await stage();
  expect(await it.push(GREETING)).toMatchInlineSnapshot(
    `"greeting.objectives: made as o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus), read back and the same."`,
  );
  const kept = await it.kept();
  expect(kept).toMatchObject({ id: (await it.sets())[0]?.uuid, pending: undefined, requiredField: "single" });
  expect(kept.base?.document.objectives[0]?.required).toEqual(["wrap_up"]);
  expect(it.calls).toEqual(["GET objectives", "POST objectives", `GET objectives/${kept.id}`]);
});

test("a second upload has nothing to do and sends nothing", async () => {
  const it = await uploadedStage();
  expect(await it.push(GREETING)).toBe(
    `greeting.objectives: nothing to do, ${it.id} on local (http://127.0.0.1:4180, emulator, not Tavus) says the same.`,
  );
  expect(it.calls).toEqual([`GET objectives/${it.id}`]);
});

test("a change is one guarded patch, read back", async () => {
  const it = await uploadedStage();
  expect(await it.push(WARMER)).toMatchInlineSnapshot(`
    "greeting.objectives: o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus) changed, read back and the same.
      The platform itself made sure that no edit made in between was lost."
  `);
  expect(it.calls).toEqual([
    `GET objectives/${it.id}`,
    `PATCH objectives/${it.id}`,
    `GET objectives/${it.id}`,
  ]);
  const kept = await it.kept();
  expect(kept.testOp).toBe(true);
  expect(kept.history.map(({ document }) => document.objectives[0]?.prompt)).toEqual(["Do greet."]);
  expect((await it.sets())[0]?.data[0]?.["objective_prompt"]).toBe("Greet warmly.");
});

test("another name is patched with the rest", async () => {
  const it = await uploadedStage();
  await it.push({ ...GREETING, name: "Welcome" });
  expect((await it.sets()).map(({ name }) => name)).toEqual(["Welcome"]);
  await it.push({ ...GREETING, name: "" });
  expect((await it.sets()).map(({ name }) => name)).toEqual([""]);
  await it.push({ ...GREETING, name: "Back" });
  expect((await it.sets()).map(({ name }) => name)).toEqual(["Back"]);
});

test("a set that was deleted there is made anew", async () => {
  const it = await uploadedStage();
  await it.client.deleteSet(it.id);
  expect(await it.plan(GREETING)).toContain("was deleted on the platform and will be made anew");
  expect(await it.push(GREETING)).toContain("made as");
  expect((await it.kept()).id).not.toBe(it.id);
  expect(await it.sets()).toHaveLength(1);
});

test("what differs only in the order of conditions needs no upload", async () => {
  const it = await stage();
  const branches = [
    ["b", "one"],
    ["c", "two"],
  ] as const;
  const flow = (conditional: typeof branches | readonly (readonly [string, string])[]) =>
    set("x", objective("a", { conditional }), objective("b"), objective("c"));
  await it.push(flow(branches));
  expect(await it.push(flow(branches.toReversed()))).toContain("nothing to do");
});

test("a change made alike on both sides is only written down", async () => {
  const it = await uploadedStage();
  await it.edit(it.id, WARMER);
  expect(await it.push(WARMER)).toContain("nothing to do");
  expect(it.calls).toEqual([`GET objectives/${it.id}`]);
  expect((await it.kept()).base?.document.objectives[0]?.prompt).toBe("Greet warmly.");
});

test("nothing is sent where the answer is no, and nothing is asked where there is nothing to send", async () => {
  const it = await stage();
  expect(await it.push(GREETING, async () => "no")).toBe("Nothing was sent.");
  expect(await it.sets()).toEqual([]);
  expect(it.files.texts.size).toBe(0);
  await it.push(GREETING);
  const asked: Plan[] = [];
  await it.push(GREETING, async (plan) => {
    asked.push(plan);
    return "no";
  });
  expect(asked).toEqual([]);
});

test("a plan writes nothing, not even the lock", async () => {
  const it = await stage();
  expect(await it.plan(GREETING)).toContain("is new and will be made");
  expect(it.files.texts.size).toBe(0);
  expect(it.calls).toEqual(["GET objectives"]);
});

test("each step is told before it is done", async () => {
  const it = await stage();
  await it.pushed([
    { file: "a.objectives", document: set("a", objective("a")) },
    { file: "b.objectives", document: set("b", objective("b")) },
  ]);
  expect(it.progress.map(({ file, step, number, count }) => `${file} ${step} ${number}/${count}`)).toEqual([
    "a.objectives looking 1/2",
    "b.objectives looking 2/2",
    "a.objectives creating 1/2",
    "a.objectives reading back 1/2",
    "b.objectives creating 2/2",
    "b.objectives reading back 2/2",
  ]);
  expect(it.calls.filter((call) => call === "GET objectives")).toHaveLength(1);
});

// What needs somebody to choose.

test("a change there alone is not overwritten", async () => {
  const it = await uploadedStage();
  await it.edit(it.id, WARMER);
  expect((await it.push(GREETING)).replaceAll(it.id, "o1")).toMatchInlineSnapshot(
    `"greeting.objectives: the set o1 was changed on the platform since the last upload, and the text was not. Nothing was sent. To take it over into the text: \`objectives pull greeting.objectives --target local\`."`,
  );
  expect(it.calls).toEqual([`GET objectives/${it.id}`]);
});

test("changes on both sides are not merged blindly", async () => {
  const it = await uploadedStage();
  await it.edit(it.id, WARMER);
  const cooler = set(
    "Greeting",
    objective("greet", { prompt: "Nod.", required: ["wrap_up"] }),
    objective("wrap_up"),
  );
  expect((await it.push(cooler)).replaceAll(it.id, "o1")).toMatchInlineSnapshot(
    `"greeting.objectives: both the text and the set o1 on the platform were changed since the last upload, each in its own way. Nothing was sent. To take the platform's version where the two differ: \`objectives pull greeting.objectives --target local --replace\`; keep a copy of the file first, put your own changes in again, and push."`,
  );
});

test("a namesake is not taken over, and no second set of its name is made", async () => {
  const it = await stage();
  const other = await makeRemote(it.emulator, WARMER);
  expect((await it.push(GREETING)).replaceAll(other, "o1")).toMatchInlineSnapshot(
    `"greeting.objectives: a set of this name that did not come from this file is there already: o1. Nothing was sent. To make it the set of this file: \`objectives pull o1 -o greeting.objectives --target local\`. Or give this set another name in its first line, or delete the other with \`objectives delete o1 --target local\`, and push again."`,
  );
  expect(await it.sets()).toHaveLength(1);
});

test("a namesake on the last page of the list is found", async () => {
  const it = await stage();
  for (let number = 0; number < 60; number += 1) {
    await makeRemote(it.emulator, set(`other ${number}`, objective("a")));
  }
  await makeRemote(it.emulator, WARMER);
  expect(await it.plan(GREETING)).toContain("a set of this name");
});

test("a set without a name is no namesake of another, unless both say the same", async () => {
  const it = await stage();
  await makeRemote(it.emulator, set("", objective("else")));
  expect(await it.plan(set("", objective("a")))).toContain("is new and will be made");
  await makeRemote(it.emulator, set("", objective("a")));
  expect(await it.plan(set("", objective("a")))).toContain("namesake");
});

test("one set that needs a decision keeps the others from being sent", async () => {
  const it = await stage();
  await makeRemote(it.emulator, WARMER);
  const result = await it.pushed([
    { file: "new.objectives", document: set("new", objective("a")) },
    { file: FILE, document: GREETING },
  ]);
  expect(result.kind).toBe("undecided");
  expect(await it.sets()).toHaveLength(1);
});

// Which form.

test.for(["list", "single"] as const)("the form that a first upload finds out is kept: %s", async (form) => {
  const it = await stage({ form });
  expect(await it.push(GREETING)).toContain("read back and the same");
  expect((await it.kept()).requiredField).toBe(form);
  expect(await it.sets()).toHaveLength(1);
});

test("a wrong first guess that the platform refuses costs one more POST", async () => {
  const it = await stage({ form: "list" });
  await it.push(GREETING);
  expect(it.calls.filter((call) => call.startsWith("POST"))).toHaveLength(2);
  const others = [{ file: "b.objectives", document: { ...GREETING, name: "b" } }];
  await it.pushed(others);
  expect(it.calls.filter((call) => call.startsWith("POST"))).toHaveLength(3);
});

/** Its one start stays the one start where the link from b to c is dropped. */
const DIAMOND = set(
  "Diamond",
  objective("a", {
    conditional: [
      ["b", "one"],
      ["c", "two"],
    ],
  }),
  objective("b", { required: ["c"] }),
  objective("c"),
);

test("links that were dropped in silence are sent in the other form, once", async () => {
  const it = await stage({ form: "list" });
  expect(await it.push(DIAMOND)).toContain("read back and the same");
  expect(it.calls.map((call) => call.split(" ")[0])).toEqual(["GET", "POST", "GET", "PATCH", "GET"]);
  const kept = await it.kept();
  expect(kept.requiredField).toBe("list");
  expect(kept.history).toEqual([]);
});

test("a kill before the other form was sent is mended by the next push", async () => {
  const killed = await stage({
    form: "list",
    intercept: once(isPatch, () => {
      throw new Error("killed");
    }),
  });
  await killed.push(DIAMOND);
  const again = await stage({ files: killed.files, emulator: killed.emulator });
  expect(await again.plan(DIAMOND)).toContain("will be changed");
  expect(await again.push(DIAMOND)).toContain("read back and the same");
});

test("links that are lost in either form are reported, not tried for ever", async () => {
  const intercept: Intercept = async (sent, forward) => {
    if (!isGet(sent)) return forward();
    const reply = JSON.parse(await (await forward()).text()) as { data: Record<string, unknown>[] };
    for (const item of reply.data) {
      delete item["next_required_objective"];
      delete item["next_required_objectives"];
    }
    return answer(200, reply);
  };
  const it = await stage({ intercept });
  expect((await it.push(GREETING)).replaceAll(/o[0-9a-f]{12}/g, "o1")).toMatchInlineSnapshot(`
    "greeting.objectives: made as o1 on local (http://127.0.0.1:4180, emulator, not Tavus), read back.
      This platform cannot compare by itself, so the set was read again just before.
    What the platform holds differs from what was sent (-):
      ~ greet
          - -> wrap_up"
  `);
  expect(it.calls.filter((call) => call.startsWith("PATCH"))).toHaveLength(2);
});

test("what a set of the account shows decides before anything is sent", async () => {
  const it = await stage({ form: "list" });
  await it.client.createSet(`{"name": "other", "data": [{"objective_name": "a", "objective_prompt": "p"}]}`);
  await it.push(GREETING);
  expect(it.calls.filter((call) => call.startsWith("POST"))).toHaveLength(2);
});

test("a wished form is used as it is", async () => {
  const it = await stage({ form: "list", requiredField: "single" });
  expect(await it.push(GREETING)).toMatchInlineSnapshot(
    `"greeting.objectives: The platform sees several starts, though the set has one: it does not see the required links in this form. Nothing was changed. Try the other form, with --required list or --required single."`,
  );
  expect(await it.sets()).toEqual([]);
});

test("several required links where the platform takes one are refused before anything is sent", async () => {
  const it = await stage({ form: "single" });
  await makeRemote(it.emulator, set("other", objective("a")));
  const several = set("x", objective("a", { required: ["b", "c"] }), objective("b"), objective("c"));
  expect(await it.push(several)).toMatchInlineSnapshot(
    `"greeting.objectives: It cannot be written in the form that the platform takes. a: "next_required_objective" takes one objective, and 2 follow. Keep one, or use the list form. Nothing was sent."`,
  );
  expect(await it.sets()).toHaveLength(1);
});

// Faults while a set is made.

test("a broken connection after the POST is answered by looking, never by a second POST", async () => {
  const it = await stage({ intercept: once(isPost, (_, forward) => lostAfter(forward)) });
  expect(await it.push(GREETING)).toContain("read back and the same");
  expect(await it.sets()).toHaveLength(1);
  expect(await it.kept()).toMatchObject({ id: (await it.sets())[0]?.uuid, pending: undefined });
});

test("a POST that never arrived is said to be so, and may be pushed again", async () => {
  const it = await stage({ intercept: once(isPost, lostBefore) });
  expect(await it.push(GREETING)).toContain("All sets were looked through, and it is not there. Push again.");
  expect((await it.kept()).pending).toBeDefined();
  expect(await it.push(GREETING)).toContain("read back and the same");
  expect(await it.sets()).toHaveLength(1);
  expect((await it.kept()).pending).toBeUndefined();
});

test("a POST that arrives late is found by the next push", async () => {
  let late: (() => Promise<Response>) | undefined;
  const intercept = once(isPost, (_, forward) => {
    late = forward;
    return lostBefore();
  });
  const it = await stage({ intercept });
  await it.push(GREETING);
  await late?.();
  expect(await it.push(GREETING)).toContain("nothing to do");
  expect(await it.sets()).toHaveLength(1);
  expect(await it.kept()).toMatchObject({ pending: undefined, id: (await it.sets())[0]?.uuid });
});

test("where a set with other content has that name meanwhile, it stops and names it", async () => {
  let other = "";
  const it = await stage({
    intercept: once(isPost, async () => {
      other = await makeRemote(it.emulator, WARMER);
      return lostBefore();
    }),
  });
  expect((await it.push(GREETING)).replaceAll(other, "o1")).toMatchInlineSnapshot(
    `"greeting.objectives: It was sent to be made, no answer came, and now there is a set called "Greeting" with other content: o1. Nothing further was sent. Look at each with \`objectives show ID\`, delete what is not wanted with \`objectives delete ID\`, and push again."`,
  );
  expect((await it.push(GREETING)).replaceAll(other, "o1")).toContain(
    'called "Greeting" with other content: o1',
  );
  expect(await it.sets()).toHaveLength(1);
});

test("where two sets could be the one, it stops and names both", async () => {
  const it = await stage({
    intercept: once(isPost, async (_, forward) => {
      await makeRemote(it.emulator, GREETING);
      return lostAfter(forward);
    }),
  });
  const words = await it.push(GREETING);
  for (const { uuid } of await it.sets()) expect(words).toContain(uuid);
});

/** The process ends where a write would follow. */
function killedAtWrite(number: number): FileFault {
  let writes = 0;
  return (action, path) => {
    if (action !== "writeFileAtomic" || path !== LOCK_PATH) return undefined;
    writes += 1;
    if (writes === number) throw new Error("killed");
    return undefined;
  };
}

test.for([
  ["before the intent", 1, 0],
  ["between the POST and the id", 2, 1],
  ["between the id and the base", 3, 1],
] as const)("killed %s: the next push makes no second set", async ([, number, setsBefore]) => {
  const files = memoryFileSystem({}, killedAtWrite(number));
  const killed = await stage({ files });
  await expect(killed.push(GREETING)).rejects.toThrow("killed");
  expect(await killed.sets()).toHaveLength(setsBefore);
  const again = await stage({
    files: memoryFileSystem(Object.fromEntries(files.texts)),
    emulator: killed.emulator,
  });
  await again.push(GREETING);
  expect(await again.sets()).toHaveLength(1);
  expect(await again.kept()).toMatchObject({ id: (await again.sets())[0]?.uuid, pending: undefined });
  expect((await again.kept()).base).toBeDefined();
});

test("a set that was made before the kill and edited since is changed, not made twice", async () => {
  const files = memoryFileSystem({}, killedAtWrite(2));
  const killed = await stage({ files });
  await expect(killed.push(GREETING)).rejects.toThrow("killed");
  const again = await stage({
    files: memoryFileSystem(Object.fromEntries(files.texts)),
    emulator: killed.emulator,
  });
  expect(await again.push(WARMER)).toContain("changed, read back and the same");
  expect(await again.sets()).toHaveLength(1);
});

test("a kill while the found set is changed leaves nothing unclear", async () => {
  const files = memoryFileSystem({}, killedAtWrite(2));
  const killed = await stage({ files });
  await expect(killed.push(GREETING)).rejects.toThrow("killed");
  const half = memoryFileSystem(Object.fromEntries(files.texts), killedAtWrite(2));
  const second = await stage({ files: half, emulator: killed.emulator });
  await expect(second.push(WARMER)).rejects.toThrow("killed");
  const third = await stage({
    files: memoryFileSystem(Object.fromEntries(half.texts)),
    emulator: killed.emulator,
  });
  expect(await third.push(WARMER)).toContain("nothing to do");
  expect(await third.sets()).toHaveLength(1);
});

test.for([
  [400, { message: "objective_name is required" }, "was refused with 400: objective_name is required."],
  [401, { message: "Invalid access token" }, "The key was refused for http://127.0.0.1:4180"],
] as const)("a POST refused with %i leaves nothing pending", async ([status, body, words]) => {
  const it = await stage({ intercept: once(isPost, async () => answer(status, body)) });
  expect(await it.push(GREETING)).toContain(words);
  expect((await it.kept()).pending).toBeUndefined();
});

test("a set that has several starts is refused in the platform's words, without trying the other form", async () => {
  const it = await stage();
  expect(await it.push(set("x", objective("a"), objective("b")))).toContain("exactly one root");
  expect(it.calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
});

test("a POST answered with 500 may have worked: it is looked for", async () => {
  const intercept = once(isPost, async (_, forward) => {
    await forward();
    return answer(500, { error: "oops" });
  });
  const it = await stage({ intercept });
  expect(await it.push(GREETING)).toContain("read back and the same");
  expect(await it.sets()).toHaveLength(1);
});

test("where reading back fails, the id is kept and the next push looks again", async () => {
  const it = await stage({ intercept: once(isGet, async () => answer(403, { error: "Forbidden" })) });
  expect(await it.push(GREETING)).toContain("but it could not be read back. Push again to look at it.");
  expect((await it.kept()).id).toBe((await it.sets())[0]?.uuid);
  expect(await it.push(GREETING)).toContain("nothing to do");
  expect((await it.kept()).base).toBeDefined();
});

test("what the platform made of it is reported field by field", async () => {
  const intercept = once(isPost, async (_, forward) => {
    const reply = await forward();
    const id = (JSON.parse(await reply.clone().text()) as { objectives_id: string }).objectives_id;
    await it.edit(
      id,
      set("Greeting", objective("greet", { prompt: "Do", required: ["wrap_up"] }), objective("wrap_up")),
    );
    return reply;
  });
  const it = await stage({ intercept });
  expect((await it.push(GREETING)).replaceAll(/o[0-9a-f]{12}/g, "o1")).toMatchInlineSnapshot(`
    "greeting.objectives: made as o1 on local (http://127.0.0.1:4180, emulator, not Tavus), read back.
    What the platform holds differs from what was sent (-):
      ~ greet
          - prompt "Do greet."
          + prompt "Do"
          - collect mood"
  `);
});

// Faults while a set is changed.

/** A server that does not know `test` in a patch. */
const refusesTest: Intercept = async (sent, forward) =>
  isPatch(sent) && sent.body.includes(`"op":"test"`)
    ? answer(400, { error: "Invalid patch operation" })
    : forward();

test("a platform that cannot test is read again and patched without, and this is remembered", async () => {
  const it = await uploadedStage(refusesTest);
  expect((await it.push(WARMER)).replaceAll(it.id, "o1")).toMatchInlineSnapshot(`
    "greeting.objectives: o1 on local (http://127.0.0.1:4180, emulator, not Tavus) changed, read back and the same.
      This platform cannot compare by itself, so the set was read again just before."
  `);
  expect((await it.kept()).testOp).toBe(false);
  expect(it.calls.map((call) => call.split(" ")[0])).toEqual(["GET", "PATCH", "GET", "PATCH", "GET"]);
  const before = it.calls.length;
  expect(await it.push(GREETING)).toContain("read back and the same");
  expect(it.calls.slice(before).map((call) => call.split(" ")[0])).toEqual(["GET", "GET", "PATCH", "GET"]);
});

test("a platform that cannot test answers with 422 just as well", async () => {
  const it = await uploadedStage(
    once(isPatch, async () => answer(422, { message: "Invalid JSON patch format" })),
  );
  expect(await it.push(WARMER)).toContain("read back and the same");
  expect((await it.kept()).testOp).toBe(false);
});

const ELSE = set(
  "Greeting",
  objective("greet", { prompt: "Nod.", required: ["wrap_up"] }),
  objective("wrap_up"),
);

test("an edit made in between is not lost", async () => {
  const it = await uploadedStage(
    once(isPatch, async (_, forward) => {
      await it.edit(it.id, ELSE);
      return forward();
    }),
  );
  expect((await it.push(WARMER)).replaceAll(it.id, "o1")).toMatchInlineSnapshot(
    `"greeting.objectives: The set o1 was changed by someone else since it was read. It was left as it is. Run \`objectives plan\` to see what is there now."`,
  );
  expect((await it.sets())[0]?.data[0]?.["objective_prompt"]).toBe("Nod.");
  expect((await it.kept()).testOp).not.toBe(false);
});

test("an edit made in between is seen without `test`, too", async () => {
  const it = await uploadedStage(async (sent, forward) => {
    if (isPatch(sent) && sent.body.includes(`"op":"test"`)) await it.edit(it.id, ELSE);
    return refusesTest(sent, forward);
  });
  expect(await it.push(WARMER)).toContain("was changed by someone else");
  expect((await it.sets())[0]?.data[0]?.["objective_prompt"]).toBe("Nod.");
});

test("a patch refused for what it says is refused, whatever the guard", async () => {
  const it = await uploadedStage(async (sent, forward) =>
    isPatch(sent) ? answer(400, { message: "data/0/objective_prompt is too long" }) : forward(),
  );
  expect(await it.push(WARMER)).toContain("was refused with 400: data/0/objective_prompt is too long");
  expect((await it.kept()).testOp).not.toBe(false);
  expect((await it.sets())[0]?.data[0]?.["objective_prompt"]).toBe("Do greet.");
});

test("a set that is deleted in between is said to be gone", async () => {
  const it = await uploadedStage(
    once(isPatch, async (_, forward) => {
      await it.client.deleteSet(it.id);
      return forward();
    }),
  );
  expect(await it.push(WARMER)).toContain("was deleted since it was read");
});

test.for([
  ["was carried out", lostAfter, "read back and the same"],
  ["never arrived", lostBefore, "It was looked at: the set is as it was. Push again."],
] as const)("a patch without an answer that %s", async ([, fault, words]) => {
  const it = await uploadedStage(once(isPatch, async (_, forward) => fault(forward)));
  expect(await it.push(WARMER)).toContain(words);
  expect(await it.push(WARMER)).toContain(
    words.startsWith("read") ? "nothing to do" : "read back and the same",
  );
});

test("a patch without an answer, and something else there, is somebody else's", async () => {
  const it = await uploadedStage(
    once(isPatch, async () => {
      await it.edit(it.id, ELSE);
      return lostBefore();
    }),
  );
  expect(await it.push(WARMER)).toContain("was changed by someone else");
});

test("304 is success", async () => {
  const it = await uploadedStage(
    once(isPatch, async (_, forward) => {
      await forward();
      return new Response(null, { status: 304 });
    }),
  );
  expect(await it.push(WARMER)).toContain("read back and the same");
});

// Files and the network.

test("where the intent cannot be written, nothing is sent", async () => {
  const it = await stage({
    files: memoryFileSystem({}, failingFile("writeFileAtomic", "lock.json", "full")),
  });
  expect(await it.push(GREETING)).toMatchInlineSnapshot(
    `"greeting.objectives: /w/.objectives/lock.json could not be written: the disk is full. Make room and try again. Nothing was sent."`,
  );
  expect(await it.sets()).toEqual([]);
});

test("where the id cannot be written, it is named, and found by the next push", async () => {
  let writes = 0;
  const isSecond: FileFault = (action, path) => {
    if (action !== "writeFileAtomic" || path !== LOCK_PATH) return undefined;
    writes += 1;
    return writes === 2 ? "full" : undefined;
  };
  const it = await stage({ files: memoryFileSystem({}, isSecond) });
  const words = await it.push(GREETING);
  expect(words).toContain(
    `The set was made as ${(await it.sets())[0]?.uuid}, and this could not be written down.`,
  );
  expect(await it.push(GREETING)).toContain("nothing to do");
  expect(await it.sets()).toHaveLength(1);
});

test("a corrupt lock stops everything before anything is sent", async () => {
  const it = await stage({ files: memoryFileSystem({ [LOCK_PATH]: "{ half" }) });
  expect(await it.push(GREETING)).toMatchInlineSnapshot(
    `"/w/.objectives/lock.json:1:3 This is not JSON: this word is none of its values. The file was not touched. Delete it to start anew: it holds nothing but what is on this machine. Nothing was sent."`,
  );
  expect(it.calls).toEqual([]);
  expect(it.files.texts.get(LOCK_PATH)).toBe("{ half");
});

test("where nobody can be reached, nothing was changed", async () => {
  const it = await stage({ intercept: () => lostBefore() });
  expect(await it.push(GREETING)).toContain("nothing was changed");
  expect(it.files.texts.size).toBe(0);
});

test("after one set that stopped the others are not reached, and said not to be", async () => {
  const it = await stage({ intercept: once(isPost, async () => answer(400, { error: "no" })) });
  const result = await it.pushed(
    ["a", "b"].map((name) => ({ file: `${name}.objectives`, document: set(name, objective(name)) })),
  );
  expect(result).toMatchObject({
    kind: "applied",
    outcomes: [{ kind: "stopped" }, { kind: "not reached", file: "b.objectives" }],
  });
  expect(await it.sets()).toEqual([]);
});

test("cancelled before anything was sent, nothing was", async () => {
  const user = new AbortController();
  const it = await stage({ signal: user.signal });
  const result = await it.pushed([{ file: FILE, document: GREETING }], async () => {
    user.abort();
    return "yes";
  });
  expect(result).toMatchObject({
    kind: "applied",
    outcomes: [{ kind: "stopped", stop: { kind: "cancelled" } }],
  });
  expect(await it.sets()).toEqual([]);
  expect((await it.kept()).pending).toBeUndefined();
});

test("cancelled while the POST is on its way: the next push looks for it", async () => {
  const user = new AbortController();
  const intercept = once(isPost, async (_, forward) => {
    await forward();
    user.abort();
    return new Promise(() => undefined);
  });
  const it = await stage({ signal: user.signal, intercept });
  expect(await it.push(GREETING)).toContain("The next push looks for it first.");
  const again = await stage({ emulator: it.emulator, files: it.files });
  expect(await again.push(GREETING)).toContain("nothing to do");
  expect(await again.sets()).toHaveLength(1);
});

// Two sets of one name in one push.

const FIRST = { file: "a.objectives", document: set("Intake", objective("a")) };
const SECOND = { file: "b.objectives", document: set("Intake", objective("b")) };

test("two new sets of one name are not both made, and one is to be named differently", async () => {
  const it = await stage();
  const result = await it.pushed([FIRST, SECOND]);
  expect(pushLines(result, PLAIN).join("\n")).toMatchInlineSnapshot(
    `"b.objectives is to be made, and a.objectives of the same push has the same name, "Intake": if no answer came, nobody could tell which of them was made. Nothing was sent. Give one of them another name in its first line, and push again."`,
  );
  expect(result).toMatchObject({ kind: "stopped", stop: { kind: "decision" } });
  expect(await it.sets()).toEqual([]);
  expect(it.files.texts.size).toBe(0);
});

test("a set that is renamed to the name of one made in the same push is refused, too", async () => {
  const it = await stage();
  await it.pushed([{ ...FIRST, document: set("Old", objective("a")) }]);
  const result = await it.pushed([FIRST, SECOND]);
  expect(pushLines(result, PLAIN).join("\n")).toContain("b.objectives is to be made");
  expect((await it.sets()).map(({ name }) => name)).toEqual(["Old"]);
});

test("sets without a name are one only where they say the same", async () => {
  const nameless = (file: string, name: string) => ({ file, document: set("", objective(name)) });
  const alike = await stage();
  const refused = await alike.pushed([nameless("a.objectives", "a"), nameless("b.objectives", "a")]);
  expect(pushLines(refused, PLAIN).join("\n")).toMatchInlineSnapshot(
    `"b.objectives is to be made, and a.objectives of the same push has no name either, and says the same: if no answer came, nobody could tell which of them was made. Nothing was sent. Give one of them another name in its first line, and push again."`,
  );
  expect(await alike.sets()).toEqual([]);
  const different = await stage();
  expect(
    await different.pushed([nameless("a.objectives", "a"), nameless("b.objectives", "b")]),
  ).toMatchObject({
    outcomes: [{ kind: "created" }, { kind: "created" }],
  });
});

test("sets that are there already may share a name", async () => {
  const it = await stage();
  await it.pushed([FIRST]);
  await it.pushed([{ ...SECOND, document: set("Other", objective("b")) }]);
  expect(await it.pushed([FIRST, SECOND])).toMatchObject({
    outcomes: [{ kind: "unchanged" }, { kind: "updated" }],
  });
});
