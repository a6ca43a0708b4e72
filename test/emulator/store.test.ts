// The state's file: whole after every fault, in one emulator's hands, untouched where it cannot be read.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { openEmulator } from "../../server/src/emulator/emulator.ts";
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import type { Processes } from "../../server/src/project/file-lock.ts";
import type { StoreOpening } from "../../server/src/emulator/store.ts";
import { openStore } from "../../server/src/emulator/store.ts";
import type { Fault, MemoryFiles } from "./memory-files.ts";
import { failing, memoryFiles, noFault, processes } from "./memory-files.ts";
import { askLocal, localEmulator, STORE } from "./running.ts";

const SET = { name: "A", data: [{ objective_name: "a" }] };
const LOCK = `${STORE}.lock`;

function textAt({ contents }: MemoryFiles, path: string): string | undefined {
  const bytes = contents.get(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** Files that hold one text as state. */
function holding(text: string | Uint8Array, fault: Fault = noFault): MemoryFiles {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return memoryFiles(fault, new Map([[STORE, bytes]]));
}

function outcome(opening: StoreOpening): string {
  return opening.ok ? "opened" : inEnglish(opening.problem.message);
}

test("what was uploaded is there after a restart", async () => {
  const files = memoryFiles(noFault);
  const first = await localEmulator("both", files);
  await askLocal(first, "POST", "/v2/objectives", SET);
  await askLocal(first, "POST", "/v2/personas", { objectives_id: "o000000000001", "10": 1, a: 2 });
  const before = [
    await askLocal(first, "GET", "/v2/objectives"),
    await askLocal(first, "GET", "/v2/personas"),
  ];
  await first.close();
  const second = await localEmulator("both", files);
  expect([
    await askLocal(second, "GET", "/v2/objectives"),
    await askLocal(second, "GET", "/v2/personas"),
  ]).toEqual(before);
  expect(textAt(files, STORE)).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "sets": [
        {
          "uuid": "o000000000001",
          "name": "A",
          "data": [
            {
              "objective_name": "a",
              "objective_prompt": "",
              "confirmation_mode": "",
              "output_variables": [],
              "modality": "",
              "next_conditional_objectives": {},
              "next_required_objective": "",
              "callback_url": ""
            }
          ],
          "created_at": "2026-03-01T12:00:01.000Z",
          "updated_at": "2026-03-01T12:00:01.000Z"
        }
      ],
      "personas": [
        {
          "persona_id": "p000000000002",
          "10": 1,
          "a": 2,
          "objectives_id": "o000000000001",
          "created_at": "2026-03-01T12:00:02.000Z",
          "updated_at": "2026-03-01T12:00:02.000Z"
        }
      ]
    }
    "
  `);
});

test("an id that chance gives again is not given again", async () => {
  const files = memoryFiles(noFault);
  const first = await localEmulator("both", files);
  await askLocal(first, "POST", "/v2/objectives", SET);
  await first.close();
  const second = await localEmulator("both", files);
  expect((await askLocal(second, "POST", "/v2/objectives", SET)).body).toMatchObject({
    objectives_id: "o000000000002",
  });
});

test.each<[action: "write" | "rename", code: string, words: string]>([
  ["write", "ENOSPC", "the disk is full"],
  ["write", "EACCES", "this user may not"],
  ["rename", "EPERM", "this user may not"],
  ["rename", "EIO", "the system says EIO"],
])("a %s that fails with %s fails the request and changes nothing", async (action, code, words) => {
  let broken = false;
  const files = memoryFiles((it, path) => broken && failing(action, code)(it, path));
  const emulator = await localEmulator("both", files);
  await askLocal(emulator, "POST", "/v2/objectives", SET);
  const before = textAt(files, STORE);
  broken = true;
  const refused = await askLocal(emulator, "POST", "/v2/objectives", { ...SET, name: "B" });
  expect(refused).toEqual({
    status: 507,
    body: { message: `The emulator could not save ${STORE}: ${words}. Nothing was changed.` },
  });
  expect((await askLocal(emulator, "GET", "/v2/objectives")).body).toMatchObject({ total_count: 1 });
  expect([textAt(files, STORE), [...files.contents.keys()]]).toEqual([before, [LOCK, STORE]]);
  broken = false;
  expect((await askLocal(emulator, "POST", "/v2/objectives", { ...SET, name: "C" })).status).toBe(200);
});

test("a process killed between writing and renaming leaves the state before, and the next one goes on", async () => {
  let killed = false;
  const dying: Fault = (action) => {
    if (action === "rename") killed = true;
    if (killed) throw new Error("killed");
  };
  const contents = new Map<string, Uint8Array>();
  const first = await localEmulator("both", memoryFiles(noFault, contents));
  await askLocal(first, "POST", "/v2/objectives", SET);
  await first.close();

  const dead = await openStore(STORE, memoryFiles(dying, contents), processes(7, [7]));
  if (!dead.ok) throw new Error(inEnglish(dead.problem.message));
  await dead.store.save({ sets: [], personas: [] });
  const files = memoryFiles(noFault, contents);
  expect([...contents.keys()]).toEqual([STORE, LOCK, `${STORE}.new`]);

  const next = await openStore(STORE, files, processes(8, [8]));
  expect(next.ok && next.store.state.sets.map(({ name }) => name)).toEqual(["A"]);
});

const STATE = '{"version":1,"sets":[],"personas":[]}';

test.each<[what: string, text: string | Uint8Array, words: string]>([
  ["nothing in it", "", "is damaged"],
  ["half of it", STATE.slice(0, 20), "is damaged"],
  ["another kind of JSON", "[]", "is damaged"],
  ["no version", '{"sets":[],"personas":[]}', "is damaged"],
  ["a version that is none", STATE.replace("1", '"1"'), "is damaged"],
  ["no personas", '{"version":1,"sets":[]}', "is damaged"],
  ["a set that is none", STATE.replace('"sets":[]', '"sets":[{}]'), "is damaged"],
  [
    "a nameless objective",
    STATE.replace(
      '"sets":[]',
      '"sets":[{"uuid":"o1","name":"","data":[{}],"created_at":"","updated_at":""}]',
    ),
    "is damaged",
  ],
  ["a persona that is none", STATE.replace('"personas":[]', '"personas":[7]'), "is damaged"],
  [
    "a persona with a wrong id",
    STATE.replace(
      '"personas":[]',
      '"personas":[{"persona_id":"p","objectives_id":1,"created_at":"","updated_at":""}]',
    ),
    "is damaged",
  ],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00]), "is damaged"],
  ["a newer version", STATE.replace("1", "2"), "was written by a newer version"],
])("a file with %s is not touched", async (_, text, words) => {
  const files = holding(text);
  const before = files.contents.get(STORE);
  const opening = await openStore(STORE, files, processes(1, [1]));
  expect(outcome(opening)).toContain(`The emulator's state ${STORE} ${words}`);
  expect([...files.contents]).toEqual([[STORE, before]]);
});

test.each<[what: string, Fault, words: string]>([
  ["a folder for a file", failing("read", "EISDIR"), "it is a folder"],
  ["a file that may not be read", failing("read", "EACCES"), "this user may not"],
  ["a folder that may not be made", failing("makeFolder", "EROFS"), "the disk is read-only"],
  ["a lock that may not be made", failing("create", "ENOSPC"), "the disk is full"],
])("%s is said", async (_, fault, words) => {
  const files = holding(STATE, fault);
  expect(outcome(await openStore(STORE, files, processes(1, [1])))).toBe(
    `The emulator cannot keep its state in ${STORE}: ${words}. Choose another place for it.`,
  );
  expect([...files.contents.keys()]).toEqual([STORE]);
});

/** Opens a store beside a lock; whether it was taken over. */
async function checkLock(lock: string, own: Processes): Promise<string> {
  const files = holding(STATE);
  files.contents.set(LOCK, new TextEncoder().encode(lock));
  const opening = await openStore(STORE, files, own);
  if (!opening.ok) expect(textAt(files, LOCK)).toBe(lock);
  else expect(textAt(files, LOCK)).toContain(`"pid":${own.own.pid}`);
  expect([...files.contents.keys()].sort()).toEqual([STORE, LOCK]);
  return outcome(opening);
}

test.each<[what: string, lock: string, own: Processes]>([
  ["a dead process", '{"pid":5,"host":"here","startedAt":1}', processes(6, [6])],
  ["an earlier process with our number", '{"pid":6,"host":"here","startedAt":1}', processes(6, [6], 2)],
])("the lock of %s is taken over", async (_, lock, own) => {
  expect(await checkLock(lock, own)).toBe("opened");
});

test.each<[what: string, lock: string, own: Processes, who: string]>([
  ["a living process", '{"pid":5,"host":"here","startedAt":1}', processes(6, [5, 6]), "process 5 on here"],
  ["this process", '{"pid":6,"host":"here","startedAt":1}', processes(6, [6]), "process 6 on here"],
  [
    "another machine's process",
    '{"pid":5,"host":"there","startedAt":1}',
    processes(6, [6]),
    "process 5 on there",
  ],
  ["a process just taking it", "", processes(6, [6]), "another process"],
  ["something else", '{"pid":"x"}', processes(6, [6]), "another process"],
])("the lock of %s holds", async (_, lock, own, who) => {
  expect(await checkLock(lock, own)).toBe(
    `The emulator's state ${STORE} is in use by ${who}. Stop that emulator or choose another place for the state; if no emulator is running, delete ${LOCK}.`,
  );
});

test("of two that find a dead one's lock, one gets the state", async () => {
  const contents = holding(STATE).contents;
  const dead = '{"pid":5,"host":"here","startedAt":1}';
  contents.set(LOCK, new TextEncoder().encode(dead));
  const open = (pid: number): Promise<StoreOpening> =>
    openStore(STORE, memoryFiles(noFault, contents), processes(pid, [6, 7, 8]));
  const openings = await Promise.all([open(6), open(7), open(8)]);
  expect(openings.filter(({ ok }) => ok)).toHaveLength(1);
  expect([...contents.keys()].sort()).toEqual([STORE, LOCK]);
});

test("a lock that changed hands before it was cleared away stays", async () => {
  const contents = holding(STATE).contents;
  const living = '{"pid":9,"host":"here","startedAt":1}';
  contents.set(LOCK, new TextEncoder().encode('{"pid":5,"host":"here","startedAt":1}'));
  const overtaken: Fault = (action, path) => {
    if (action === "create" && path !== LOCK) contents.set(LOCK, new TextEncoder().encode(living));
  };
  const opening = await openStore(STORE, memoryFiles(overtaken, contents), processes(6, [6, 9]));
  expect([opening.ok, new TextDecoder().decode(contents.get(LOCK))]).toEqual([false, living]);
  expect([...contents.keys()].sort()).toEqual([STORE, LOCK]);
});

/** A folder of its own on the real disk while `use` runs. */
async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "emulator-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("on a real disk: made with its folder, kept out of version control, locked, and free after closing", () =>
  withFolder(async (folder) => {
    const storeFile = join(folder, ".objectives", "emulator.json");
    const options = { storeFile, form: "both", world: nodeEmulatorWorld(process, systemTime()) } as const;
    const first = await openEmulator(options);
    if (!first.ok) throw new Error(inEnglish(first.problem.message));
    const second = await openEmulator(options);
    expect(second.ok ? "" : second.problem.kind).toBe("store in use");
    await askLocal(first.emulator, "POST", "/v2/objectives", SET);
    await first.emulator.close();
    expect((await readdir(join(folder, ".objectives"))).sort()).toEqual([".gitignore", "emulator.json"]);
    expect(await readFile(join(folder, ".objectives", ".gitignore"), "utf8")).toBe("*\n");
    const third = await openEmulator(options);
    expect(third.ok).toBe(true);
    if (third.ok) await third.emulator.close();
  }));

test("on a real disk: the lock of a process that is gone is taken over", () =>
  withFolder(async (folder) => {
    const storeFile = join(folder, "emulator.json");
    const world = nodeEmulatorWorld(process, systemTime());
    const gone = { ...world.processes.own, startedAt: 1 };
    await writeFile(`${storeFile}.lock`, JSON.stringify(gone));
    const opening = await openEmulator({ storeFile, form: "both", world });
    expect(opening.ok).toBe(true);
    if (opening.ok) await opening.emulator.close();
    expect(await readdir(folder)).toEqual([]);
  }));

test("on a real disk: a folder, and a file for a folder, are said", () =>
  withFolder(async (folder) => {
    const world = nodeEmulatorWorld(process, systemTime());
    await writeFile(join(folder, "file"), "");
    const asFolder = await openEmulator({
      storeFile: join(folder, "file", "emulator.json"),
      form: "both",
      world,
    });
    expect(asFolder.ok ? "" : inEnglish(asFolder.problem.message)).toContain(
      "a file stands where a folder should be",
    );
    const asFile = await openEmulator({ storeFile: folder, form: "both", world });
    expect(asFile.ok ? "" : inEnglish(asFile.problem.message)).toContain("it is a folder");
  }));
