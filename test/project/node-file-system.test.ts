// The machine's own files: real ones, in a folder made for the test.
import { mkdtemp, mkdir, readdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FILE_LIMIT } from "../../server/src/project/file-system.ts";
import { nodeFileSystem, portablePath } from "../../server/src/project/node-file-system.ts";

const files = nodeFileSystem();
let folder = "";

beforeEach(async () => {
  folder = portablePath(await mkdtemp(join(tmpdir(), "objectives-")), "/");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function checkRead(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  const reading = await files.readFile(`${folder}/${name}`);
  return reading.ok ? reading.value : `failure: ${reading.failure.kind}`;
}

test("text is read without its byte order mark", async () => {
  expect(await checkRead("a", "\uFEFFnaïve\r\n")).toBe("naïve\r\n");
});

test.for([
  ["half a character", Uint8Array.of(0x61, 0xc3)],
  ["Latin-1", Uint8Array.of(0x6e, 0xef, 0x76, 0x65)],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
] as const)("%s is no text", async ([, bytes]) => {
  expect(await checkRead("a", bytes)).toBe("failure: not text");
});

test("a zero byte is in no text", async () => {
  expect(await checkRead("a", Uint8Array.of(0x61, 0x00, 0x62))).toBe("failure: zero byte");
});

test("a huge file is refused before it is read", async () => {
  await writeFile(join(folder, "huge"), "");
  await truncate(join(folder, "huge"), FILE_LIMIT + 1);
  expect(await files.readFile(`${folder}/huge`)).toMatchObject({ ok: false, failure: { kind: "too large" } });
});

test("what cannot be read says why", async () => {
  await writeFile(join(folder, "file"), "");
  expect(await files.readFile(folder)).toMatchObject({ failure: { kind: "folder" } });
  expect(await files.readFile(`${folder}/none`)).toMatchObject({ failure: { kind: "missing" } });
  expect(await files.readFile(`${folder}/file/none`)).toMatchObject({ failure: { kind: "not a folder" } });
});

test("a file is replaced whole, and nothing else is left behind", async () => {
  await files.writeFileAtomic(`${folder}/a`, "old");
  expect(await files.writeFileAtomic(`${folder}/a`, "new")).toEqual({ ok: true, value: "written" });
  expect(await files.readFile(`${folder}/a`)).toEqual({ ok: true, value: "new" });
  expect(await readdir(folder)).toEqual(["a"]);
});

test("a write that fails leaves nothing behind", async () => {
  await mkdir(join(folder, "a"));
  expect((await files.writeFileAtomic(`${folder}/a`, "text")).ok).toBe(false);
  expect(await files.writeFileAtomic(`${folder}/none/a`, "text")).toMatchObject({
    failure: { kind: "missing" },
  });
  expect(await readdir(folder)).toEqual(["a"]);
});

test("folders are made with those above them, and it does not matter if they are there", async () => {
  expect((await files.makeFolder(`${folder}/a/b`)).ok).toBe(true);
  expect((await files.makeFolder(`${folder}/a/b`)).ok).toBe(true);
  expect(await files.kindOf(`${folder}/a/b`)).toBe("folder");
  await writeFile(join(folder, "file"), "");
  expect(await files.makeFolder(`${folder}/file`)).toMatchObject({ failure: { kind: "not a folder" } });
});

test("links to files are files, links to folders are not walked into", async () => {
  await writeFile(join(folder, "file"), "");
  await mkdir(join(folder, "inner"));
  await symlink(join(folder, "file"), join(folder, "link-to-file"));
  await symlink(folder, join(folder, "link-to-folder"));
  await symlink(join(folder, "nowhere"), join(folder, "dangling"));
  const listing = await files.list(folder);
  const entries = listing.ok ? listing.value.toSorted((a, b) => (a.name < b.name ? -1 : 1)) : [];
  expect(entries.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    "dangling: other",
    "file: file",
    "inner: folder",
    "link-to-file: file",
    "link-to-folder: other",
  ]);
});

test("a path as people give it becomes absolute", () => {
  expect(portablePath("a/../b", "/w")).toBe("/w/b");
  expect(portablePath("/x", "/w")).toBe("/x");
});

test("of those that make a file at once, one makes it", async () => {
  const ends = await Promise.all(["a", "b", "c"].map((text) => files.createFile(`${folder}/new`, text)));
  const made = ends.flatMap((end, index) => (end.ok && end.value === "made" ? ["abc"[index]] : []));
  expect(made).toHaveLength(1);
  expect(ends.filter((end) => end.ok && end.value === "there")).toHaveLength(2);
  expect(await files.readFile(`${folder}/new`)).toEqual({ ok: true, value: made[0] });
  expect(await files.createFile(`${folder}/none/new`, "")).toMatchObject({ failure: { kind: "missing" } });
});

test("a file is removed, and it does not matter if it is gone", async () => {
  await writeFile(join(folder, "a"), "");
  expect((await files.removeFile(`${folder}/a`)).ok).toBe(true);
  expect((await files.removeFile(`${folder}/a`)).ok).toBe(true);
  expect((await files.removeFile(folder)).ok).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});
