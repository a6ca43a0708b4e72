// What an upload works with: everything of the outside world, handed in.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { SetDocument } from "../language/compile/payload.ts";
import type { Client } from "../platform/client.ts";
import type { Time } from "../platform/time.ts";
import type { LockStore } from "../project/lock-file.ts";
import type { LockPlace } from "../project/lock.ts";
import type { Target } from "../project/targets.ts";
import type { FormWish } from "./link-form.ts";

/** A compiled set, found without errors. */
export interface LocalSet {
  /** As seen from the project's folder: the lock keeps the set under it. */
  readonly file: string;
  readonly document: SetDocument;
}

export interface Upload {
  readonly target: Target;
  readonly requiredField: FormWish;
  /** A client of the target's origin; its signal cancels the whole upload. */
  readonly client: Client;
  readonly locks: LockStore;
  readonly time: Pick<Time, "now">;
  /** Told before each step. */
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly file: string;
  readonly step: Step;
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

export type Step = "looking" | "creating" | "updating" | "reading back" | "sending links in the other form";

/** What is being done, for people. */
export const STEP_WORDS = {
  looking: sentence`looking`,
  creating: sentence`creating`,
  updating: sentence`updating`,
  "reading back": sentence`reading back`,
  "sending links in the other form": sentence`sending links in the other form`,
} as const satisfies Record<Step, Sentence>;

/** Where the lock keeps a file's set. */
export function placeOf({ target }: Upload, file: string): LockPlace {
  return { origin: target.origin, target: target.name, file };
}
