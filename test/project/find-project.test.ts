// Which project a folder belongs to.
import { expect, test } from "vitest";
import { findProject } from "../../server/src/project/find-project.ts";
import { memoryFileSystem } from "./memory-file-system.ts";

async function checkRoot(files: readonly string[], folder: string, workspace: string): Promise<string> {
  const texts = Object.fromEntries(files.map((path) => [path, `{"version": 1, "origins": {}}`]));
  const configs = Object.fromEntries(
    files.filter((path) => path.endsWith("objectives.json")).map((path) => [path, `{"version": 1}`]),
  );
  const reading = await findProject(memoryFileSystem({ ...texts, ...configs }), folder, workspace);
  return reading.ok ? reading.project.root : reading.failure.kind;
}

test("the nearest objectives.json counts", async () => {
  const files = ["/w/objectives.json", "/w/a/objectives.json", "/w/a/b/x.objectives"];
  expect(await checkRoot(files, "/w/a/b", "/w")).toBe("/w/a");
});

test("a lock nearer by does not hide the configuration", async () => {
  expect(await checkRoot(["/w/objectives.json", "/w/a/objectives.lock.json"], "/w/a", "/w")).toBe("/w");
});

test("without a configuration the nearest lock counts, which may lie above the workspace", async () => {
  expect(await checkRoot(["/w/objectives.lock.json"], "/w/a/b", "/w/a")).toBe("/w");
});

test("without either the workspace counts, where it holds the folder", async () => {
  expect(await checkRoot(["/w/a/x.objectives"], "/w/a", "/w")).toBe("/w");
  expect(await checkRoot(["/w/a/x.objectives"], "/elsewhere", "/w")).toBe("/elsewhere");
});

test("a broken configuration is an end, not a reason to look further up", async () => {
  const files = memoryFileSystem({ "/w/objectives.json": `{"version": 1}`, "/w/a/objectives.json": "{" });
  const reading = await findProject(files, "/w/a", "/w");
  expect(reading).toMatchObject({ ok: false, failure: { kind: "invalid", path: "/w/a/objectives.json" } });
});
