// Files of a disk and files of none, behind one interface: the root of a path decides.
import { expect, test } from "vitest";
import { filesEverywhere, type FileSystem } from "../../server/src/project/file-system.ts";
import { memoryFileSystem } from "./memory-file-system.ts";

const ELSEWHERE = "vscode-vfs://github/us";

/** Carries out every kind of action on a path; the texts that each side has afterwards. */
async function textsAfter(act: (files: FileSystem) => Promise<unknown>) {
  const [disk, elsewhere] = [memoryFileSystem({}), memoryFileSystem({})];
  const result = await act(filesEverywhere(disk, elsewhere));
  return { result, disk: [...disk.texts.keys()], elsewhere: [...elsewhere.texts.keys()] };
}

test.each([
  ["/flows", "disk"],
  ["c:/flows", "disk"],
  [ELSEWHERE, "elsewhere"],
  ["memfs:/flows", "elsewhere"],
] as const)("%s is %s", async (folder, place) => {
  const [written, created, removed] = ["written", "created", "removed"].map((name) => `${folder}/${name}`);
  const { result, ...texts } = await textsAfter(async (files) => {
    await files.makeFolder(folder);
    await files.writeFileAtomic(written ?? "", "text");
    await files.createFile(created ?? "", "text");
    await files.createFile(removed ?? "", "text");
    await files.removeFile(removed ?? "");
    const listing = await files.list(folder);
    return [
      await files.readFile(written ?? ""),
      await files.kindOf(created ?? ""),
      listing.ok && listing.value.map(({ name }) => name),
    ];
  });
  expect(result).toEqual([{ ok: true, value: "text" }, "file", ["written", "created"]]);
  expect(texts).toEqual({ disk: [], elsewhere: [], [place]: [written, created] });
});
