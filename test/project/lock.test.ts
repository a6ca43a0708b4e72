// The lock: its text, its faults, and that nobody's entry is lost.
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { contentHash } from "../../server/src/project/content-hash.ts";
import { LOCK_PATIENCE } from "../../server/src/project/file-lock.ts";
import type { LockFailure, LockStore } from "../../server/src/project/lock-file.ts";
import { describeLockFailure, lockStore } from "../../server/src/project/lock-file.ts";
import type { LockPlace, SetLock } from "../../server/src/project/lock.ts";
import {
  EMPTY_LOCK,
  EMPTY_SET_LOCK,
  readLock,
  refusesTestOp,
  rememberedForm,
  setLockAt,
  withBase,
  withSetLock,
  writeLock,
} from "../../server/src/project/lock.ts";
import { anyDocument, LAW } from "../support/generators.ts";
import { processes } from "../emulator/memory-files.ts";
import type { FileFault, MemoryFileSystem } from "./memory-file-system.ts";
import { failingFile, memoryFileSystem, noFileFault } from "./memory-file-system.ts";

const PATH = "/w/objectives.lock.json";
const PLACE: LockPlace = { origin: "https://tavusapi.com", target: "tavus", file: "intake.objectives" };

const GREETING: SetDocument = {
  name: "Greeting",
  objectives: [
    {
      name: "greet",
      prompt: "Greet.",
      confirmation: "auto",
      variables: ["mood"],
      modality: "verbal",
      conditional: [
        ["10", "If it is ten"],
        ["9", "If it is nine"],
      ],
      required: ["wrap_up"],
      callback: "",
    },
  ],
};

async function applied(
  document: SetDocument,
  appliedAt = "2026-03-01T12:00:00.000Z",
): Promise<SetLock["base"]> {
  return { document, hash: await contentHash(document), appliedAt };
}

/** The lock as one process has it; others with their numbers may be alive. */
function storeOver(files: MemoryFileSystem, place: "loopback" | "remote", pid = 1): LockStore {
  const world = {
    files,
    processes: processes(pid, [1, 2, 3, 4, 5, 6]),
    time: { sleep: () => turnOfTheLoop() },
  };
  return lockStore(world, "/w", place);
}

function storeWith(
  text: string | undefined,
  fault: FileFault = noFileFault,
): LockStore & { text(): string | undefined } {
  const files = memoryFileSystem(text === undefined ? {} : { [PATH]: text }, fault);
  return { ...storeOver(files, "remote"), text: () => files.texts.get(PATH) };
}

/** The entry is changed, and neither the failure's words nor the file betray a half-done write. */
async function checkUntouched(text: string, fault: FileFault = noFileFault): Promise<string> {
  const store = storeWith(text, fault);
  const writing = await store.change(PLACE, (set) => ({ ...set, id: "o1" }));
  expect(store.text()).toBe(text);
  return writing.ok ? "written" : inEnglish(describeLockFailure(writing.failure));
}

test("it is a text one can read, with ids and bases in their places", async () => {
  const set: SetLock = {
    ...EMPTY_SET_LOCK,
    id: "o15c0eb82c2d7",
    requiredField: "single",
    testOp: true,
    base: await applied(GREETING),
    personas: ["p1234"],
    pending: { name: "Greeting", hash: "sha256:0" },
  };
  expect(writeLock(withSetLock(EMPTY_LOCK, PLACE, set))).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "origins": {
        "https://tavusapi.com": {
          "targets": {
            "tavus": {
              "sets": {
                "intake.objectives": {
                  "objectives_id": "o15c0eb82c2d7",
                  "requiredField": "single",
                  "testOp": true,
                  "base": {
                    "name": "Greeting",
                    "data": [
                      {
                        "objective_name": "greet",
                        "objective_prompt": "Greet.",
                        "confirmation_mode": "auto",
                        "output_variables": [
                          "mood"
                        ],
                        "modality": "verbal",
                        "next_conditional_objectives": {
                          "10": "If it is ten",
                          "9": "If it is nine"
                        },
                        "next_required_objectives": [
                          "wrap_up"
                        ]
                      }
                    ]
                  },
                  "hash": "sha256:f3d1054b757d3810b5959378fa0b7b0bbe5e943d6b641f500e2e35cdbe849dc6",
                  "appliedAt": "2026-03-01T12:00:00.000Z",
                  "personas": [
                    "p1234"
                  ],
                  "history": [],
                  "pending": {
                    "name": "Greeting",
                    "hash": "sha256:0"
                  }
                }
              }
            }
          }
        }
      }
    }
    "
  `);
});

test("whatever is written is read back the same, whatever the names and texts", async () => {
  const place = fc.record({ origin: fc.string(), target: fc.string(), file: fc.string() });
  const entry = fc.record({
    id: fc.option(fc.string(), { nil: undefined }),
    requiredField: fc.constantFrom("list", "single", undefined),
    testOp: fc.constantFrom(true, false, undefined),
    document: fc.option(anyDocument, { nil: undefined }),
    personas: fc.array(fc.string(), { maxLength: 3 }),
    older: fc.array(anyDocument, { maxLength: 2 }),
    pending: fc.option(fc.record({ name: fc.string(), hash: fc.string() }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(place, entry), { maxLength: 4 }), async (entries) => {
      let lock = EMPTY_LOCK;
      for (const [at, { document, older, ...rest }] of entries) {
        const history = await Promise.all(older.map(async (it) => await appliedAnyway(it)));
        const base = document && (await appliedAnyway(document));
        lock = withSetLock(lock, at, { ...rest, base, history });
      }
      const text = writeLock(lock);
      const reading = readLock(text);
      if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
      expect(writeLock(reading.value)).toBe(text);
      for (const { place: at, set } of lock.entries) expect(setLockAt(reading.value, at).id).toBe(set.id);
      const store = storeWith(text);
      expect(await store.read()).toMatchObject({ ok: true });
    }),
    { ...LAW, numRuns: Math.ceil(LAW.numRuns / 3) },
  );
});

async function appliedAnyway(document: SetDocument): Promise<NonNullable<SetLock["base"]>> {
  return { document, hash: await contentHash(document), appliedAt: "2026-03-01T12:00:00.000Z" };
}

// Far below the time limit of a test; laying it out edit by edit took minutes.
test("ten thousand objectives are written at once", async () => {
  const chain = Array.from({ length: 10_000 }, (_, index) =>
    GREETING.objectives.map((it) => ({ ...it, name: `step_${index}` })),
  );
  const base = await appliedAnyway({ name: "Chain", objectives: chain.flat() });
  const text = writeLock(withSetLock(EMPTY_LOCK, PLACE, { ...EMPTY_SET_LOCK, base }));
  expect(text).toContain('"step_9999"');
});

test("entries stand in one order, whoever wrote them first", () => {
  const other = { ...PLACE, file: "a.objectives" };
  const here = { ...PLACE, target: "other" };
  const places = [PLACE, other, here];
  const text = (order: readonly LockPlace[]): string =>
    writeLock(
      order.reduce((lock, place) => withSetLock(lock, place, { ...EMPTY_SET_LOCK, id: "o1" }), EMPTY_LOCK),
    );
  expect(text(places.toReversed())).toBe(text(places));
});

test("a missing file is an empty lock", async () => {
  expect(await storeWith(undefined).read()).toEqual({ ok: true, lock: EMPTY_LOCK });
});

test("a change is merged with what others have written since", async () => {
  const files = memoryFileSystem({});
  const [mine, theirs] = [storeOver(files, "remote"), storeOver(files, "remote")];
  await mine.read();
  await theirs.change({ ...PLACE, file: "b.objectives" }, (set) => ({ ...set, id: "o2" }));
  await mine.change(PLACE, (set) => ({ ...set, id: "o1" }));
  await theirs.change(PLACE, (set) => ({ ...set, personas: ["p1"] }));
  const reading = await mine.read();
  if (!reading.ok) throw new Error(reading.failure.kind);
  expect(setLockAt(reading.lock, { ...PLACE, file: "b.objectives" }).id).toBe("o2");
  expect(setLockAt(reading.lock, PLACE)).toMatchObject({ id: "o1", personas: ["p1"] });
});

const GUARD = `${PATH}.lock`;
const DEAD = `{"pid":99,"host":"here","startedAt":1}`;
const LIVING = `{"pid":2,"host":"here","startedAt":1}`;

/** Each of several processes writes its own entry at once; what is kept in the end. */
async function checkTogether(files: MemoryFileSystem): Promise<void> {
  const writers = [1, 2, 3, 4, 5, 6].map((pid) => ({ pid, store: storeOver(files, "remote", pid) }));
  const writings = await Promise.all(
    writers.map(({ pid, store }) =>
      store.change({ ...PLACE, file: `s${pid}.objectives` }, (set) => ({ ...set, id: `o${pid}` })),
    ),
  );
  expect(writings.map(({ ok }) => ok)).toEqual(writings.map(() => true));
  const reading = await storeOver(files, "remote").read();
  const ids = reading.ok ? reading.lock.entries.map(({ set }) => set.id) : [];
  expect(ids).toEqual(["o1", "o2", "o3", "o4", "o5", "o6"]);
  expect([...files.texts.keys()]).toEqual([PATH]);
}

test("of those that write at once nobody's entry is lost", () => checkTogether(memoryFileSystem({})));

test("nor where all of them find the lock of a process that died", () =>
  checkTogether(memoryFileSystem({ [GUARD]: DEAD })));

test("whoever changes the file for ever is named, with what to delete", async () => {
  const files = memoryFileSystem({ [GUARD]: LIVING });
  const writing = await storeOver(files, "remote").change(PLACE, (set) => set);
  expect(writing.ok ? "written" : inEnglish(describeLockFailure(writing.failure))).toMatchInlineSnapshot(
    `"/w/objectives.lock.json is being changed by process 2 on here and was waited for 10 seconds. The file was not touched. Try again; if nothing is changing it, delete /w/objectives.lock.json.lock."`,
  );
  expect([...files.texts]).toEqual([[GUARD, LIVING]]);
});

test("a lock that says nothing may be half written, and holds", async () => {
  const files = memoryFileSystem({ [GUARD]: "" });
  const writing = await storeOver(files, "remote").change(PLACE, (set) => set);
  expect(writing.ok ? "written" : inEnglish(describeLockFailure(writing.failure))).toContain(
    "by another process",
  );
});

test("it is waited for as long as is said, and no longer", async () => {
  const files = memoryFileSystem({ [GUARD]: LIVING });
  const waits: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  const world = { files, processes: processes(1, [1, 2]), time: { sleep } };
  await lockStore(world, "/w", "remote").change(PLACE, (set) => set);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(LOCK_PATIENCE);
});

test.for([
  ["a change that fails", noFileFault, "{"],
  ["a file that cannot be written", failingFile("writeFileAtomic", PATH, "full"), undefined],
] as const)("%s leaves no lock behind", async ([, fault, text]) => {
  const files = memoryFileSystem(text === undefined ? {} : { [PATH]: text }, fault);
  expect((await storeOver(files, "remote").change(PLACE, (set) => set)).ok).toBe(false);
  expect(files.texts.has(GUARD)).toBe(false);
});

test("a change that throws leaves no lock behind", async () => {
  const files = memoryFileSystem({});
  const throwing = storeOver(files, "remote").change(PLACE, () => {
    throw new Error("mistaken");
  });
  await expect(throwing).rejects.toThrow("mistaken");
  expect(files.texts.size).toBe(0);
});

test("a lock that cannot be made or read is said, and nothing is written", async () => {
  for (const action of ["createFile", "readFile"] as const) {
    const files = memoryFileSystem({ [GUARD]: LIVING }, failingFile(action, GUARD, "denied"));
    expect(await storeOver(files, "remote").change(PLACE, (set) => set)).toMatchObject({
      failure: { kind: "unwritable", failure: { kind: "denied", path: GUARD } },
    });
    expect([...files.texts]).toEqual([[GUARD, LIVING]]);
  }
});

test("the file's own $schema stays", async () => {
  const store = storeWith(`{"$schema": "./x.json", "version": 1, "origins": {}}`);
  await store.change(PLACE, (set) => ({ ...set, id: "o1" }));
  expect(store.text()).toContain(`"$schema": "./x.json"`);
});

test.for([
  ["{", "objectives.lock.json:1:2 This is not JSON"],
  [`<<<<<<< HEAD\n{}`, "objectives.lock.json:1:1 This is not JSON"],
  [`{"version": 2, "origins": {}}`, "was written for a newer version"],
  [`{"version": 1}`, `"origins" is missing.`],
  [`{"version": 1, "origins": {"https://tavusapi.com": {"sets": {}}}}`, `"sets" is not known here.`],
  [
    `{"version": 1, "origins": {"o": {"targets": {"t": {"sets": {"f": {"base": {"data": [{}]}}}}}}}}`,
    `/origins/o/targets/t/sets/f/base This is not an objective set`,
  ],
] as const)("%s is an error that touches nothing", async ([text, words]) => {
  expect(await checkUntouched(text)).toContain(words);
});

test("a base that does not fit its hash was made by hand or by a merge", async () => {
  const set = { ...EMPTY_SET_LOCK, id: "o1", base: await applied(GREETING) };
  const altered = writeLock(withSetLock(EMPTY_LOCK, PLACE, set)).replace("Greet.", "Greet warmly.");
  expect(await checkUntouched(altered)).toMatchInlineSnapshot(
    `"/w/objectives.lock.json: what it keeps for intake.objectives does not fit its own hash, so it was changed by hand or by a merge. The file was not touched. If it is damaged, restore it from version control."`,
  );
});

test.for([
  ["writeFileAtomic", "full", "the disk is full"],
  ["writeFileAtomic", "denied", "may not be used by this user"],
  ["readFile", "denied", "may not be used by this user"],
  ["readFile", "not text", "is not text in UTF-8"],
  ["readFile", "folder", "is a folder"],
] as const)("%s that fails as %s leaves the file as it is", async ([action, kind, words]) => {
  const text = `{"version": 1, "origins": {}}`;
  expect(await checkUntouched(text, failingFile(action, PATH, kind))).toContain(words);
});

test("what is on this machine is kept apart, and never committed", async () => {
  const files = memoryFileSystem({});
  await storeOver(files, "loopback").change(PLACE, (set) => ({ ...set, id: "o1" }));
  expect([...files.texts.keys()].sort()).toEqual(["/w/.objectives/.gitignore", "/w/.objectives/lock.json"]);
  expect(files.texts.get("/w/.objectives/.gitignore")).toBe("*\n");
});

test("a .gitignore of somebody's own stays", async () => {
  const files = memoryFileSystem({ "/w/.objectives/.gitignore": "mine\n" });
  await storeOver(files, "loopback").change(PLACE, (set) => ({ ...set, id: "o1" }));
  expect(files.texts.get("/w/.objectives/.gitignore")).toBe("mine\n");
});

test("where .objectives cannot be made, nothing is written", async () => {
  const files = memoryFileSystem({}, failingFile("makeFolder", ".objectives", "denied"));
  const writing = await storeOver(files, "loopback").change(PLACE, (set) => set);
  const failure: LockFailure | undefined = writing.ok ? undefined : writing.failure;
  expect(failure).toMatchObject({ kind: "unwritable" });
  expect(files.texts.size).toBe(0);
});

test("the last five bases are kept, the latest first, and no base twice", async () => {
  let set = EMPTY_SET_LOCK;
  for (const name of ["a", "b", "b", "c", "d", "e", "f", "g"]) {
    set = withBase(set, await appliedAnyway({ name, objectives: [] }));
  }
  expect(set.base?.document.name).toBe("g");
  expect(set.history.map(({ document }) => document.name)).toEqual(["f", "e", "d", "c", "b"]);
});

test("what one set has shown is remembered for its target and its origin", () => {
  const other = { ...PLACE, file: "b.objectives" };
  const lock = withSetLock(EMPTY_LOCK, other, { ...EMPTY_SET_LOCK, requiredField: "list", testOp: false });
  expect(rememberedForm(lock, PLACE.origin, PLACE.target)).toBe("list");
  expect(rememberedForm(lock, PLACE.origin, "other")).toBeUndefined();
  expect(refusesTestOp(lock, PLACE.origin)).toBe(true);
  expect(refusesTestOp(lock, "https://other.example")).toBe(false);
});
