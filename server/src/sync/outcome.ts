// How the upload of one set ended.
import type { LinkForm } from "../language/compile/payload.ts";
import type { SetChange } from "./compare.ts";
import type { Stop } from "./stop.ts";

export type SetOutcome =
  | { readonly kind: "unchanged"; readonly file: string; readonly id: string }
  | Uploaded
  | { readonly kind: "stopped"; readonly file: string; readonly id: string | undefined; readonly stop: Stop }
  /** Its turn never came. */
  | { readonly kind: "not reached"; readonly file: string };

export interface Uploaded {
  readonly kind: "created" | "updated";
  readonly file: string;
  readonly id: string;
  readonly guard: Guard;
  /** The form in which required links were sent. */
  readonly form: LinkForm;
  /** What the platform made of it, from what was sent to what it holds; undefined where it holds just that. */
  readonly altered: SetChange | undefined;
}

/** What kept a change made in between from being lost. */
export type Guard =
  /** Nothing could be lost: the set was new. */
  | "none needed"
  /** The platform compared by itself, in the same step. */
  | "tested"
  /** It was read again just before, because the platform cannot compare. */
  | "compared";

/** Whether the platform now holds just what the text says. */
export function isComplete(outcome: SetOutcome): boolean {
  switch (outcome.kind) {
    case "unchanged":
      return true;
    case "created":
    case "updated":
      return outcome.altered === undefined;
    case "stopped":
    case "not reached":
      return false;
  }
}
