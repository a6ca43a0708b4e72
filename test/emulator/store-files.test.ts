// The emulator's state through a file system that is handed in, as in a browser: kept, locked, and safe from faults.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { openEmulator } from "../../server/src/emulator/emulator.ts";
import { storeFilesEverywhere, storeFilesOf, type StoreFiles } from "../../server/src/emulator/files.ts";
import { failingFile, memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";
import { memoryFiles, noFault, processes } from "./memory-files.ts";
import { askLocal } from "./running.ts";

const STORE = "vscode-vfs://github/us/.objectives/emulator.json";
const SET = { name: "A", data: [{ objective_name: "a" }] };

function opened(files: StoreFiles, storeFile = STORE) {
  const world = {
    files,
    processes: processes(0, []),
    now: () => 0,
    randomDigits: () => "000000000001",
  };
  return openEmulator({ storeFile, form: "both", world });
}

async function emulatorOn(files: MemoryFileSystem) {
  const opening = await opened(storeFilesOf(files));
  if (!opening.ok) throw new Error(inEnglish(opening.problem.message));
  return opening.emulator;
}

test("what was uploaded is there after a restart, and nothing else is left", async () => {
  const files = memoryFileSystem({});
  const first = await emulatorOn(files);
  await askLocal(first, "POST", "/v2/objectives", SET);
  await first.close();
  const second = await emulatorOn(files);
  expect((await askLocal(second, "GET", "/v2/objectives")).body).toMatchObject({ total_count: 1 });
  await second.close();
  expect([...files.texts.keys()].toSorted()).toEqual([
    "vscode-vfs://github/us/.objectives/.gitignore",
    STORE,
  ]);
});

test("a file that cannot be written leaves the state as it was, and says why", async () => {
  const files = memoryFileSystem({}, failingFile("writeFileAtomic", "emulator.json.new", "read-only"));
  const emulator = await emulatorOn(files);
  const answer = await askLocal(emulator, "POST", "/v2/objectives", SET);
  expect(answer).toMatchObject({
    status: 507,
    body: { message: expect.stringContaining("the disk is read-only") },
  });
});

test("a state that is no text is left alone", async () => {
  const files = memoryFileSystem({ [STORE]: "" }, failingFile("readFile", "emulator.json", "not text"));
  const opening = await opened(storeFilesOf(files));
  expect(opening.ok ? "opened" : opening.problem.kind).toBe("store unusable");
});

test.each([
  ["/ours/.objectives/emulator.json", "on the disk"],
  [STORE, "elsewhere"],
])("the state of %s is %s", async (storeFile, place) => {
  const [disk, elsewhere] = [memoryFiles(noFault), memoryFileSystem({})];
  const opening = await opened(storeFilesEverywhere(disk, storeFilesOf(elsewhere)), storeFile);
  if (!opening.ok) throw new Error(inEnglish(opening.problem.message));
  await askLocal(opening.emulator, "POST", "/v2/objectives", SET);
  await opening.emulator.close();
  const places = { "on the disk": disk.contents, elsewhere: elsewhere.texts };
  const holding = Object.entries(places).filter(([, { size }]) => size > 0);
  expect(holding.map(([name, files]) => [name, files.has(storeFile)])).toEqual([[place, true]]);
});
