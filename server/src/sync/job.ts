// One set on its way to the platform.
import type { LockWriting } from "../project/lock-file.ts";
import type { SetLock } from "../project/lock.ts";
import type { Observation } from "./observe.ts";
import type { Step, Upload } from "./upload.ts";
import { placeOf } from "./upload.ts";

export interface Job {
  readonly upload: Upload;
  readonly observation: Observation;
  readonly onStep: (step: Step) => void;
}

/** Changes what the lock keeps for the job's set. */
export function changeLock(
  { upload, observation }: Job,
  change: (set: SetLock) => SetLock,
): Promise<LockWriting> {
  return upload.locks.change(placeOf(upload, observation.local.file), change);
}
