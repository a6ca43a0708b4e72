// How a call to the platform ends: a value, or a failure that says what its caller may do next.
import type { Sentence } from "../language/text/sentence.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** The call that a result speaks of. Holds neither a key nor a body, so it may be shown and logged. */
export interface Call {
  readonly origin: string;
  readonly method: Method;
  /** Path and query, encoded as they are sent. */
  readonly path: string;
}

export type Result<Value> = Success<Value> | Failed;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

export type Failure = Unsendable | Refused | Unreachable | Uncertain | Nonsense | Cancelled;

/** Nothing was sent, because the address or the key cannot be used. */
export interface Unsendable {
  readonly kind: "unsendable";
  readonly call: Call;
  readonly reason: Sentence;
}

/** The platform answered and did not do it. Nothing was changed. */
export interface Refused {
  readonly kind: "refused";
  readonly call: Call;
  readonly status: number;
  /** The platform's own words (`message ?? error ?? raw text`), shortened. */
  readonly words: string;
  /** The platform's name for a conflict, such as `maker_changes`. */
  readonly conflict?: string;
  /** Seconds that the platform asks to wait. */
  readonly retryAfter?: number;
}

/** A write never left this machine, or a read got no whole answer: nothing was changed. */
export interface Unreachable {
  readonly kind: "unreachable";
  readonly call: Call;
  /** `cross-origin`: a browser does not let a page see it. */
  readonly cause: "network" | "time limit" | "cross-origin";
  readonly reason: Sentence;
}

/** A write was sent, and nothing tells whether it was carried out: read before writing again. */
export interface Uncertain {
  readonly kind: "uncertain";
  readonly call: Call;
  readonly cause: "network" | "time limit" | "cross-origin" | "server error" | "unreadable reply";
  readonly reason: Sentence;
}

/** A read was answered by something that is not the platform's kind of reply. */
export interface Nonsense {
  readonly kind: "nonsense";
  readonly call: Call;
  readonly reason: Sentence;
}

/** The caller's signal ended it. */
export interface Cancelled {
  readonly kind: "cancelled";
  readonly call: Call;
  /** `unknown` where a write was on its way. */
  readonly effect: "none" | "unknown";
}

export function succeeded<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failed(failure: Failure): Failed {
  return { ok: false, failure };
}
