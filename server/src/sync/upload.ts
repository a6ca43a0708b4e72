// What an upload works with: everything of the outside world, handed in.
import type { SetDocument } from "../language/compile/payload.ts";
import type { Client } from "../platform/client.ts";
import type { Time } from "../platform/time.ts";
import type { LockStore } from "../project/lock-file.ts";
import type { LockPlace, SetLock } from "../project/lock.ts";
import type { Target } from "../project/targets.ts";
import type { FormWish } from "./link-form.ts";
import type { Observation } from "./observe.ts";

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

/** One set on its way, with what was seen of it. */
export interface Job {
  readonly upload: Upload;
  readonly observation: Observation;
  readonly onStep: (step: Step) => void;
}

/** Where the lock keeps a file's set. */
export function placeOf({ target }: Upload, file: string): LockPlace {
  return { origin: target.origin, target: target.name, file };
}

/** Changes what the lock keeps for the job's set. */
export function changeLock(
  { upload, observation }: Job,
  change: (set: SetLock) => SetLock,
): ReturnType<LockStore["change"]> {
  return upload.locks.change(placeOf(upload, observation.local.file), change);
}
