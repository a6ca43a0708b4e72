// Where the platform's words point.
import { expect, test } from "vitest";
import type { ObjectiveItem } from "../../server/src/language/compile/payload.ts";
import { pointedAt } from "../../server/src/sync/pointed-at.ts";

const item = (name: string): ObjectiveItem => ({
  name,
  prompt: "p",
  confirmation: "auto",
  variables: [],
  modality: "verbal",
  conditional: [["close", "They are busy"]],
  required: [],
  callback: "",
});
const document = { name: "S", objectives: [item("greet"), item("ask"), item("close")] };

test.each([
  ["data[1].objective_prompt is required", "/data/1/objective_prompt"],
  ["/data/2/callback_url must be a URL", "/data/2/callback_url"],
  ["body -> data -> 0 -> modality: unexpected value", "/data/0/modality"],
  ["data.1.next_required_objectives is no list", "/data/1/next_required_objectives"],
  ["data.1.next_required_objective is no string", "/data/1/next_required_objective"],
  ["Objective 'ask' has no way on", "/data/1"],
  ['"ask": next_conditional_objectives names "close" twice', "/data/1/next_conditional_objectives/close"],
  ["data[9].objective_prompt is required", undefined],
  ["Objective chain must have exactly one root (an objective not referenced by any other)", undefined],
  ["", undefined],
])("%j: %s", (words, pointer) => {
  expect(pointedAt(words, document)).toBe(pointer);
});
