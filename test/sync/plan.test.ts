// What an upload would do, by the text, by what was last applied, and by what is there.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sameDocument } from "../../server/src/language/compile/normalise.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import type { RemoteState } from "../../server/src/sync/plan.ts";
import { isWrite, needsDecision, planSet } from "../../server/src/sync/plan.ts";
import { anyDocument, LAW } from "../support/generators.ts";
import { objective, set } from "./stage.ts";

const A = set("x", objective("a"));
const B = set("x", objective("b"));
const C = set("x", objective("c"));

const there = (document: SetDocument): RemoteState => ({ kind: "there", id: "o1", document });
const absent = (...namesakes: readonly string[]): RemoteState => ({ kind: "absent", namesakes });
const gone = (...namesakes: readonly string[]): RemoteState => ({ kind: "gone", id: "o1", namesakes });

test.for([
  ["create", A, undefined, absent()],
  ["adopt", A, undefined, absent("o2")],
  ["gone", A, A, gone()],
  ["gone", B, A, gone()],
  ["adopt", A, A, gone("o2")],
  ["unchanged", A, A, there(A)],
  ["unchanged", A, B, there(A)],
  ["unchanged", A, undefined, there(A)],
  ["update", B, A, there(A)],
  ["drifted", A, A, there(B)],
  ["conflict", A, B, there(C)],
  ["conflict", A, undefined, there(B)],
] as const)("%s", ([action, local, base, remote]) => {
  const plan = planSet("f", local, base, remote);
  expect(plan.action).toBe(action);
  expect(isWrite(plan)).toBe(["create", "gone", "update"].includes(action));
  expect(needsDecision(plan)).toBe(["adopt", "drifted", "conflict"].includes(action));
});

test("where all three are one, nothing is to be done", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { action, change } = planSet("f", document, document, there(document));
      expect(action).toBe("unchanged");
      expect(change.objectives.every((it) => it.change === "same")).toBe(true);
    }),
    LAW,
  );
});

test("nothing is sent over what somebody else did, and nothing where nothing differs", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, anyDocument, fc.nat(8), (one, two, three, choice) => {
      const pool = [one, two, three];
      const pick = (place: number): SetDocument => pool[Math.floor(choice / 3 ** place) % 3] ?? one;
      const [local, base, remote] = [pick(0), pick(1), three];
      const { action } = planSet("f", local, base, there(remote));
      if (action === "update") expect(sameDocument(base, remote)).toBe(true);
      expect(action === "unchanged").toBe(sameDocument(local, remote));
    }),
    LAW,
  );
});
