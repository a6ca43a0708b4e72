// Whether a set is uploaded as it stands, by the lock alone.
import { expect, test } from "vitest";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { EMPTY_SET_LOCK, type SetLock } from "../../server/src/project/lock.ts";
import { uploadState } from "../../server/src/sync/upload-state.ts";
import { objective, set } from "./stage.ts";

const A = set("x", objective("a"));
const B = set("x", objective("b"));

const applied = (document: SetDocument): SetLock => ({
  ...EMPTY_SET_LOCK,
  id: "o1",
  base: { document, hash: "sha256:", appliedAt: "2026-03-01T00:00:00Z" },
});

test.for([
  ["never uploaded", EMPTY_SET_LOCK, A],
  ["never uploaded", EMPTY_SET_LOCK, undefined],
  ["unclear", { ...EMPTY_SET_LOCK, id: "o1" }, A],
  ["uploaded", applied(A), A],
  ["changed since", applied(A), B],
  ["changed since", applied(A), undefined],
] as const)("%s", ([state, lock, local]) => {
  expect(uploadState(lock, local)).toBe(state);
});
