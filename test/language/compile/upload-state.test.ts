// How a set stands to what a target got of it last, and how that is said.
import { expect, test } from "vitest";
import {
  describeUpload,
  describeUploadBriefly,
  uploadState,
} from "../../../server/src/language/compile/upload-state.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";

const there = (hash: string | null) => ({ isThere: true, hash });

test.for([
  ["never uploaded", { isThere: false, hash: null }, "sha256:a"],
  ["never uploaded", { isThere: false, hash: null }, undefined],
  ["unclear", there(null), "sha256:a"],
  ["as uploaded", there("sha256:a"), "sha256:a"],
  ["changed since", there("sha256:a"), "sha256:b"],
  ["changed since", there("sha256:a"), undefined],
] as const)("%s", ([state, last, now]) => {
  expect(uploadState(last, now)).toBe(state);
});

test("is said in the same words, with the target and without", () => {
  const states = ["never uploaded", "as uploaded", "changed since", "unclear"] as const;
  const said = states.map((state) => [
    inWords(describeUpload(state, "tavus"), {}),
    inWords(describeUploadBriefly(state), {}),
  ]);
  expect(said).toEqual([
    ["Never uploaded to tavus", "never uploaded"],
    ["As uploaded to tavus", "as uploaded"],
    ["Changed since the upload to tavus", "changed since the upload"],
    ["Uploaded to tavus, but unclear which version", "uploaded, but unclear which version"],
  ]);
});
