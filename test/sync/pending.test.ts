// How a POST without an answer ended.
import { expect, test } from "vitest";
import { resolvePending } from "../../server/src/sync/pending.ts";
import type { ListedSet } from "../../server/src/sync/remote-set.ts";

const row = (id: string, name: string, hash: string | undefined): ListedSet => ({
  id,
  name,
  hash,
  form: undefined,
});

test.for([
  ["nothing of that name", "x", [row("o1", "y", "h")], { kind: "not made" }],
  [
    "one of that name with just that content",
    "x",
    [row("o1", "x", "h"), row("o2", "y", "h")],
    { kind: "made", id: "o1" },
  ],
  ["one of that name with other content", "x", [row("o1", "x", "g")], { kind: "unclear", ids: ["o1"] }],
  [
    "one of that name with unreadable content",
    "x",
    [row("o1", "x", undefined)],
    { kind: "unclear", ids: ["o1"] },
  ],
  [
    "two of that name with just that content",
    "x",
    [row("o1", "x", "h"), row("o2", "x", "h")],
    { kind: "unclear", ids: ["o1", "o2"] },
  ],
  [
    "two of that name, one with other content",
    "x",
    [row("o1", "x", "h"), row("o2", "x", "g")],
    { kind: "unclear", ids: ["o1", "o2"] },
  ],
  [
    "without a name, by content alone",
    "",
    [row("o1", "", "h"), row("o2", "", "g")],
    { kind: "made", id: "o1" },
  ],
  ["without a name, and none of that content", "", [row("o2", "", "g")], { kind: "not made" }],
] as const)("%s", ([, name, sets, end]) => {
  expect(resolvePending({ name, hash: "h" }, sets)).toEqual(end);
});
