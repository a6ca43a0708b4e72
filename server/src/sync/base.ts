// What a set was when it was last applied: what the next plan is measured by.
import { contentHash } from "../project/content-hash.ts";
import type { AppliedBase } from "../project/lock.ts";
import type { HeldSet } from "./remote-set.ts";
import type { Upload } from "./upload.ts";

/** What the platform holds now, as the base of the next plan. */
export async function baseOf({ time }: Upload, { document }: HeldSet): Promise<AppliedBase> {
  const appliedAt = new Date(time.now()).toISOString();
  return { document, hash: await contentHash(document), appliedAt };
}
