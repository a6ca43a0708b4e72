// What an upload would do to each set: made of the text, of what was last applied, and of what is there now.
import { sameDocument } from "../language/compile/normalise.ts";
import type { SetDocument } from "../language/compile/payload.ts";
import type { Target } from "../project/targets.ts";
import type { SetChange } from "./compare.ts";
import { compareSets, EMPTY_SET } from "./compare.ts";

export interface Plan {
  readonly target: Target;
  readonly sets: readonly SetPlan[];
}

export interface SetPlan {
  /** As seen from the project's folder. */
  readonly file: string;
  readonly action: Action;
  readonly id: string | undefined;
  /** From what is there to what the text says. */
  readonly change: SetChange;
  /** Whether it is known here what was last applied; without that, nobody can tell whose change is whose. */
  readonly base: "known" | "unknown";
  /** Other sets of the same name, by their ids. */
  readonly namesakes: readonly string[];
}

export type Action = "create" | "unchanged" | "update" | "drifted" | "conflict" | "gone" | "adopt";

/** What the platform holds for a file. */
export type RemoteState =
  | { readonly kind: "absent"; readonly namesakes: readonly string[] }
  /** An id is known, and answers 404. */
  | { readonly kind: "gone"; readonly id: string; readonly namesakes: readonly string[] }
  | { readonly kind: "there"; readonly id: string; readonly document: SetDocument };

/** What is to be done for one file. Pure: nothing is sent and nothing is written. */
export function planSet(
  file: string,
  local: SetDocument,
  base: SetDocument | undefined,
  remote: RemoteState,
): SetPlan {
  return {
    file,
    action: actionFor(local, base, remote),
    id: remote.kind === "absent" ? undefined : remote.id,
    // A set that is not there has no name that could change.
    change: compareSets(
      remote.kind === "there" ? remote.document : { ...EMPTY_SET, name: local.name },
      local,
    ),
    base: base === undefined ? "unknown" : "known",
    namesakes: remote.kind === "there" ? [] : remote.namesakes,
  };
}

/** Whether the plan sends anything. */
export function isWrite({ action }: SetPlan): boolean {
  return action === "create" || action === "gone" || action === "update";
}

/** Whether somebody has to decide before anything can be sent. */
export function needsDecision({ action }: SetPlan): boolean {
  return action === "drifted" || action === "conflict" || action === "adopt";
}

function actionFor(local: SetDocument, base: SetDocument | undefined, remote: RemoteState): Action {
  switch (remote.kind) {
    case "absent":
      return remote.namesakes.length === 0 ? "create" : "adopt";
    case "gone":
      return remote.namesakes.length === 0 ? "gone" : "adopt";
    case "there":
      return actionForPresent(local, base, remote.document);
  }
}

function actionForPresent(local: SetDocument, base: SetDocument | undefined, remote: SetDocument): Action {
  if (sameDocument(local, remote)) return "unchanged";
  if (base === undefined) return "conflict";
  if (sameDocument(base, remote)) return "update";
  return sameDocument(base, local) ? "drifted" : "conflict";
}
