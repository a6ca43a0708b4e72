// Files by URI and by path: the same file on both ways, on every kind of disk and on none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { pathOfUri, uriOfPath } from "../../server/src/project/file-uri.ts";
import { isOnDisk } from "../../server/src/project/paths.ts";
import { LAW } from "../support/generators.ts";

function checkPath(uri: string, path: string | undefined): void {
  expect(pathOfUri(uri)).toBe(path);
  if (path !== undefined) expect(pathOfUri(uriOfPath(path))).toBe(path);
}

test.each([
  ["a disk", "file:///flows/a%20b.objectives", "/flows/a b.objectives"],
  ["a drive", "file:///C%3A/flows/a.objectives", "c:/flows/a.objectives"],
  ["another machine", "file://server/share/a.objectives", "file://server/share/a.objectives"],
  ["a repository on the web", "vscode-vfs://github/us/ä 😀?.objectives", undefined],
  [
    "one with letters",
    "vscode-vfs://github/us/%C3%A4%20%F0%9F%98%80%3F%23.objectives",
    "vscode-vfs://github/us/ä 😀?#.objectives",
  ],
  [
    "an authority with marks",
    "vscode-vfs://github%2B7b%22/us/a.objectives",
    "vscode-vfs://github%2b7b%22/us/a.objectives",
  ],
  ["no authority", "memfs:/flows/a.objectives", "memfs:/flows/a.objectives"],
  ["the root", "vscode-vfs://github/", "vscode-vfs://github/"],
  ["nothing yet", "untitled:Untitled-1", undefined],
  ["a place to be saved at", "untitled:/flows/a.objectives", undefined],
  ["a version of git", "git:/flows/a.objectives?%7B%7D", undefined],
  ["no URI", "", undefined],
])("on %s", (_, uri, path) => checkPath(uri, path));

const ROOTS = ["/", "c:/", "vscode-vfs://github/", "memfs:/", "file://server/", "vscode-remote://wsl%2bx/"];

test("every path has its URI, and every URI of a path is spelt in one way", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((it) => !it.includes("/"));
  fc.assert(
    fc.property(fc.constantFrom(...ROOTS), fc.array(name), (root, names) => {
      const path = root + names.join("/");
      const uri = uriOfPath(path);
      expect(pathOfUri(uri)).toBe(path);
      expect(uriOfPath(pathOfUri(uri) ?? "")).toBe(uri);
      expect(isOnDisk(path)).toBe(["/", "c:/"].includes(root));
    }),
    LAW,
  );
});
