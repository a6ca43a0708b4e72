// docs/refactorings.md against the code: the same kinds on both sides.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REFACTOR_ACTION_KINDS } from "../server/src/lsp/refactor-actions.ts";

test("every kind of refactoring has its line", () => {
  const page = readFileSync("docs/refactorings.md", "utf8");
  const named = [...page.matchAll(/^\| `([\w.]+)`/gm)].map(([, kind]) => kind);
  expect(named).toEqual(REFACTOR_ACTION_KINDS);
});
