// The hash of a set: frozen, because locks of earlier versions hold it.
import { expect, test } from "vitest";
import type { ObjectiveItem, SetDocument } from "../../server/src/language/compile/payload.ts";
import { contentHash } from "../../server/src/project/content-hash.ts";

const GREET: ObjectiveItem = {
  name: "greet",
  prompt: "Greet.",
  confirmation: "auto",
  variables: [],
  modality: "verbal",
  conditional: [
    ["a", "one"],
    ["b", "two"],
  ],
  required: [],
  callback: "",
};
const GREETING: SetDocument = { name: "Greeting", objectives: [GREET] };

test("it never changes from version to version", async () => {
  expect(await contentHash(GREETING)).toMatchInlineSnapshot(
    `"sha256:95d243d3dc330a595b6f5847efe786c2a9d564f5405b11e5835eab73efcd08d0"`,
  );
});

test("the order of conditions and left-out defaults make no difference; all else does", async () => {
  const same = { ...GREET, confirmation: "", conditional: GREET.conditional.toReversed() };
  expect(await contentHash({ ...GREETING, objectives: [same] })).toBe(await contentHash(GREETING));
  const other = { ...GREET, prompt: "Greet!" };
  expect(await contentHash({ ...GREETING, objectives: [other] })).not.toBe(await contentHash(GREETING));
  expect(await contentHash({ ...GREETING, name: "" })).not.toBe(await contentHash(GREETING));
});
