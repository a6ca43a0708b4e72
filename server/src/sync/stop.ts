// Why an upload went no further: what happened, what was done until then, and what to do next.
import { NOTHING, sentence, type Sentence } from "../language/text/sentence.ts";
import { describeFailure } from "../platform/words.ts";
import type { Failure } from "../platform/result.ts";
import type { LockFailure } from "../project/lock-file.ts";
import { describeLockFailure } from "../project/lock-file.ts";

export interface Stop {
  readonly kind: StopKind;
  /** Whole sentences for people. Never holds a key. */
  readonly message: Sentence;
  /** The platform's answer, where one is the reason: its words may point at a place in the source. */
  readonly failure: Failure | undefined;
  /** The sets and personas that the message names. */
  readonly ids: readonly string[];
}

export type StopKind =
  /** The platform said no, and would say so again. */
  | "refused"
  /** The platform could not be reached, or what it did is not known. */
  | "unreachable"
  /** Somebody has to choose. */
  | "decision"
  /** A file of ours could not be used. */
  | "files"
  /** The address or the key cannot be used. */
  | "unusable"
  | "cancelled";

/** How a command ends for each kind. */
export const EXIT_CODES = {
  files: 2,
  unusable: 2,
  refused: 3,
  unreachable: 4,
  decision: 5,
  cancelled: 130,
} as const satisfies Record<StopKind, number>;

/** Stopped by a call to the platform; `state` says what was done until then. */
export function stoppedByPlatform(failure: Failure, state: Sentence, ids: readonly string[] = []): Stop {
  return {
    kind: FAILURE_KINDS[failure.kind],
    message: state === NOTHING ? describeFailure(failure) : sentence`${describeFailure(failure)} ${state}`,
    failure,
    ids,
  };
}

/** Stopped by the lock; `state` says what was done until then. */
export function stoppedByLock(failure: LockFailure, state: Sentence, ids: readonly string[] = []): Stop {
  return {
    kind: "files",
    message: sentence`${describeLockFailure(failure)} ${state}`,
    failure: undefined,
    ids,
  };
}

/** Stopped until somebody has chosen. */
export function stoppedForDecision(message: Sentence, ids: readonly string[] = []): Stop {
  return { kind: "decision", message, failure: undefined, ids };
}

const FAILURE_KINDS = {
  unsendable: "unusable",
  refused: "refused",
  unreachable: "unreachable",
  uncertain: "unreachable",
  nonsense: "unreachable",
  cancelled: "cancelled",
} as const satisfies Record<Failure["kind"], StopKind>;
