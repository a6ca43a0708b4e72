// Whether a set is uploaded as it stands, by what this machine knows: nobody is asked, and nothing is sent.
import { sameDocument } from "../language/compile/normalise.ts";
import type { SetDocument } from "../language/compile/payload.ts";
import type { SetLock } from "../project/lock.ts";

/** `unclear`: it is there, but nobody knows any more what was last applied. */
export type UploadState = "never uploaded" | "uploaded" | "changed since" | "unclear";

/** Of the lock's entry for a set, and of what the set says now; a text that says no one document has changed. */
export function uploadState({ id, base }: SetLock, local: SetDocument | undefined): UploadState {
  if (id === undefined) return "never uploaded";
  if (base === undefined) return "unclear";
  return local && sameDocument(base.document, local) ? "uploaded" : "changed since";
}
