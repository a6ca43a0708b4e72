// A finding: what is wrong and where, as data. Sentences are made where it is shown.
import type { Ref } from "../model/symbols.ts";
import type { Place } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import type { Code, Severity } from "./codes.ts";

/** `unnecessary`: shown faded. */
export type Tag = "unnecessary";

export interface Finding extends Place {
  readonly code: Code;
  readonly severity: Severity;
  readonly arguments: readonly string[];
  /** Other places that belong to it. */
  readonly related: readonly Place[];
  readonly tags: readonly Tag[];
}

/** A finding of a code that is off unless a project switches it on. */
export interface SleepingFinding extends Omit<Finding, "severity"> {
  readonly severity: "off";
}

/** A finding of one unit alone: spans are relative to it. */
export interface UnitFinding {
  readonly code: Code;
  readonly span: Span;
  readonly arguments: readonly string[];
  readonly related?: readonly Span[];
  /** Where it differs from the code's own. */
  readonly severity?: Severity;
}

/** What a rule over one unit says its findings to: at a thousand objectives, generators would cost more than the rules. */
export type Report = (finding: UnitFinding) => void;

/** A finding over the whole set: places are mentions, so that it outlives changes elsewhere in the text. */
export interface SetFinding {
  readonly code: Code;
  readonly at: Ref;
  readonly arguments: readonly string[];
  readonly related?: readonly Ref[];
  readonly tags?: readonly Tag[];
  /** Where it differs from the code's own. */
  readonly severity?: Severity;
}

export function unitFinding(code: Code, span: Span, ...args: string[]): UnitFinding {
  return { code, span, arguments: args };
}

export function setFinding(code: Code, at: Ref, ...args: string[]): SetFinding {
  return { code, at, arguments: args };
}
