// The lock in the hands of several real processes, on a real disk.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { lockStore } from "../../server/src/project/lock-file.ts";
import { nodeFileSystem, portablePath } from "../../server/src/project/node-file-system.ts";

const WRITER = fileURLToPath(new URL("lock-writer.ts", import.meta.url));
const WRITERS = ["a", "b", "c", "d"];
const ENTRIES = 5;

let root = "";
beforeEach(async () => {
  root = portablePath(await mkdtemp(join(tmpdir(), "objectives-")), "/");
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs writers at once, each with entries of its own, and reads what is kept in the end. */
async function checkWriters(): Promise<void> {
  const ends = await Promise.all(WRITERS.map(runWriter));
  expect(ends).toEqual(WRITERS.map(() => 0));
  const world = {
    files: nodeFileSystem(),
    processes: nodeEmulatorWorld(process, systemTime()).processes,
    time: systemTime(),
  };
  const reading = await lockStore(world, root, "remote").read();
  expect(reading.ok ? reading.lock.entries.length : reading.failure).toBe(WRITERS.length * ENTRIES);
  expect(await readdir(root)).toEqual(["objectives.lock.json"]);
}

async function runWriter(name: string): Promise<unknown> {
  const writer = spawn(process.execPath, [WRITER, root, name, String(ENTRIES)], { stdio: "inherit" });
  const [code] = (await once(writer, "exit")) as unknown[];
  return code;
}

/** Processes take their time to start where others are at work. */
const LIMIT_MS = 60_000;

test("processes that write at once lose nobody's entry", checkWriters, LIMIT_MS);

test(
  "nor do they where one of them was killed with the lock",
  async () => {
    const killed = spawn(process.execPath, ["-e", "process.kill(process.pid, 'SIGKILL')"]);
    await once(killed, "exit");
    const { own } = nodeEmulatorWorld(process, systemTime()).processes;
    const held = JSON.stringify({ ...own, pid: killed.pid });
    await writeFile(join(root, "objectives.lock.json.lock"), held);
    await checkWriters();
  },
  LIMIT_MS,
);
