// One spelling for every file, and where includes lead from it.
import { describe, expect, test } from "vitest";
import { fileIdOf, includedId, isInside, shownName } from "../../server/src/lsp/file-id.ts";

test.each([
  ["plain", "file:///flows/a.objectives", "file:///flows/a.objectives"],
  ["a drive, as VS Code writes it", "file:///c%3A/flows/a.objectives", "file:///c%3A/flows/a.objectives"],
  ["a drive, as others write it", "file:///C:/flows/a.objectives", "file:///c%3A/flows/a.objectives"],
  ["blanks and letters", "file:///my flows/ä.objectives", "file:///my%20flows/%C3%A4.objectives"],
  ["a stray percent sign", "file:///100%.objectives", "file:///100%25.objectives"],
  ["a file of the web", "vscode-vfs://github/a/b.objectives", "vscode-vfs://github/a/b.objectives"],
  ["an untitled one", "untitled:Untitled-1", "untitled:Untitled-1"],
])("%s", (_, uri, id) => {
  expect(fileIdOf(uri)).toBe(id);
  expect(fileIdOf(fileIdOf(uri))).toBe(id);
});

test.each([
  ["file:///ours/a.objectives", ["file:///ours"], true],
  ["file:///theirs/a.objectives", ["file:///ours"], false],
  ["vscode-vfs://github/us/a.objectives", ["file:///us"], false],
  ["vscode-vfs://github/us/a.objectives", [], true],
  ["untitled:/us/a.objectives", [], false],
])("%s in a workspace of %j: %s", (uri, folders, isOurs) => {
  expect(isInside(fileIdOf(uri), folders)).toBe(isOurs);
});

describe("an include", () => {
  const from = fileIdOf("file:///ours/flows/a.objectives");

  test.each([
    ["./b c.objectives", "file:///ours/flows/b%20c.objectives"],
    ["../b.objectives", "file:///ours/b.objectives"],
    ["../../b.objectives", undefined],
    ["./half \ud800.objectives", "file:///ours/flows/half%20%EF%BF%BD.objectives"],
  ])("%s leads from a file of the workspace to %s", (path, id) => {
    expect(includedId(from, path, ["file:///ours"])).toBe(id);
  });

  test("without a workspace leads no further than the file's own folder", () => {
    expect(includedId(from, "./deep/b.objectives", [])).toBe("file:///ours/flows/deep/b.objectives");
    expect(includedId(from, "../b.objectives", [])).toBeUndefined();
  });

  test("in a workspace on the web stays there", () => {
    const web = fileIdOf("vscode-vfs://github/us/flows/a.objectives");
    expect(includedId(web, "../b.objectives", ["vscode-vfs://github/us"])).toBe(
      "vscode-vfs://github/us/b.objectives",
    );
  });
});

test.each([
  [["file:///ours"], "flows/a.objectives"],
  [[], "a.objectives"],
])("people call it by its path from %j", (folders, name) => {
  expect(shownName("file:///ours/flows/a.objectives", folders)).toBe(name);
});
