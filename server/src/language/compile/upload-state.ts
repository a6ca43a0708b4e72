// How a set stands to what a target got of it last: decided here alone, so that whoever shows it says the same.
import { sentence, type Sentence } from "../text/sentence.ts";

/** `unclear`: it is there, but nobody knows any more what was last applied. */
export type UploadState = "never uploaded" | "as uploaded" | "changed since" | "unclear";

/** What the lock of a project says of a set at a target. */
export interface LastUpload {
  /** Whether the target has it. */
  readonly isThere: boolean;
  /** Of the document as it was last read back; null where nobody knows that. */
  readonly hash: string | null;
}

/** By the hash of what the set compiles to now; undefined where it says no one document, and so has changed. */
export function uploadState({ isThere, hash }: LastUpload, now: string | undefined): UploadState {
  if (!isThere) return "never uploaded";
  if (hash === null) return "unclear";
  return now === hash ? "as uploaded" : "changed since";
}

export function describeUpload(state: UploadState, target: string): Sentence {
  switch (state) {
    case "never uploaded":
      return sentence`Never uploaded to ${target}`;
    case "as uploaded":
      return sentence`As uploaded to ${target}`;
    case "changed since":
      return sentence`Changed since the upload to ${target}`;
    case "unclear":
      return sentence`Uploaded to ${target}, but unclear which version`;
  }
}

/** Where the target is said elsewhere, or is plain. */
export function describeUploadBriefly(state: UploadState): Sentence {
  switch (state) {
    case "never uploaded":
      return sentence`never uploaded`;
    case "as uploaded":
      return sentence`as uploaded`;
    case "changed since":
      return sentence`changed since the upload`;
    case "unclear":
      return sentence`uploaded, but unclear which version`;
  }
}
