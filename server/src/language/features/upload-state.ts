// Whether a set is what was uploaded last.
import { compile } from "../compile/compile.ts";
import { sameDocument } from "../compile/normalise.ts";
import type { SetDocument } from "../compile/payload.ts";
import type { Check } from "../diagnostics/check.ts";
import { sentence, type Sentence } from "../text/sentence.ts";

export type UploadState = "never" | "as uploaded" | "changed";

/** How a set stands to what a target got of it last; checked with that target's params. What says no one set has changed. */
export function uploadState(check: Check, base: SetDocument | undefined): UploadState {
  if (!base) return "never";
  const now = compile(check);
  return now.kind === "document" && sameDocument(now.document, base) ? "as uploaded" : "changed";
}

/** The state in words. */
export function describeUpload(state: UploadState, target: string): Sentence {
  switch (state) {
    case "never":
      return sentence`Never uploaded to ${target}`;
    case "as uploaded":
      return sentence`As uploaded to ${target}`;
    case "changed":
      return sentence`Changed since the upload to ${target}`;
  }
}
