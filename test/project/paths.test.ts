// Paths: parents, children, and one seen from another.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  baseName,
  joinPath,
  parentOf,
  pathFrom,
  relativePath,
  upwards,
} from "../../server/src/project/paths.ts";
import { LAW } from "../support/generators.ts";

test.for([
  ["/", undefined],
  ["/a", "/"],
  ["/a/b", "/a"],
  ["/a/b/", "/a"],
  ["C:/", undefined],
  ["C:/flows", "C:/"],
  ["C:/flows/x.objectives", "C:/flows"],
  ["vscode-vfs://github/", undefined],
  ["vscode-vfs://github/us", "vscode-vfs://github/"],
  ["memfs:/us/flows", "memfs:/us"],
])("the parent of %s is %s", ([path, parent]) => {
  expect(parentOf(path ?? "")).toBe(parent);
});

test.for([
  ["/a", "b/c", "/a/b/c"],
  ["/a", "./b", "/a/b"],
  ["/a/b", "../c", "/a/c"],
  ["/a", "../../../c", "/c"],
  ["/", "c", "/c"],
  ["C:/a", "../c", "C:/c"],
  ["vscode-vfs://github/a", "../../c", "vscode-vfs://github/c"],
] as const)("%s and %s make %s", ([folder, relative, path]) => {
  expect(joinPath(folder, relative)).toBe(path);
});

test("every folder above is named, the nearest first", () => {
  expect(upwards("/a/b/c")).toEqual(["/a/b/c", "/a/b", "/a", "/"]);
  expect(upwards("memfs:/a")).toEqual(["memfs:/a", "memfs:/"]);
});

test("a path is relative only to a folder that it is in", () => {
  expect(relativePath("/a", "/a/b/c")).toBe("b/c");
  expect(relativePath("/", "/a")).toBe("a");
  expect(relativePath("/a", "/a")).toBe("");
  expect(relativePath("/a", "/ab/c")).toBeUndefined();
});

test("joining what is relative leads back", () => {
  const part = fc.stringMatching(/^[a-z0-9 _-]{1,6}$/);
  const parts = fc.array(part, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, parts, (folder, rest) => {
      const base = `/${folder.join("/")}`;
      const path = `${base}/${rest.join("/")}`;
      expect(joinPath(base, relativePath(base, path) ?? "elsewhere")).toBe(path);
      expect(joinPath(parentOf(path) ?? "", baseName(path))).toBe(path);
    }),
    LAW,
  );
});

test("the path from a folder to a file leads there", () => {
  const anyFolder = fc
    .array(fc.constantFrom("a", "b", "c"), { maxLength: 4 })
    .map((it) => `/${it.join("/")}`);
  fc.assert(
    fc.property(anyFolder, anyFolder, (folder, other) => {
      const file = joinPath(other, "x");
      expect(joinPath(folder, pathFrom(folder, file) ?? "")).toBe(file);
    }),
    LAW,
  );
  expect(pathFrom("C:/a", "C:/b/x")).toBe("../b/x");
  expect(pathFrom("C:/a", "D:/b/x")).toBeUndefined();
});
