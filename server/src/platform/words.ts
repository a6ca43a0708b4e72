// Failures in words: what happened, where, and what to do next.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Cancelled, Failure, Refused, Uncertain, Unreachable } from "./result.ts";
import { describeCall, ended, isRedirect } from "./request.ts";

/** One to three sentences for people. Never holds a key. */
export function describeFailure(failure: Failure): Sentence {
  switch (failure.kind) {
    case "unsendable":
      return sentence`Nothing was sent to ${failure.call.origin}. ${failure.reason}`;
    case "refused":
      return describeRefusal(failure);
    case "unreachable":
      return describeUnreachable(failure);
    case "uncertain":
      return describeUncertain(failure);
    case "nonsense":
      return sentence`${describeCall(failure.call)} was answered by something unreadable. ${failure.reason} Check that the address is the platform's.`;
    case "cancelled":
      return describeCancelled(failure);
  }
}

function describeRefusal({ call, status, words, conflict, retryAfter }: Refused): Sentence {
  const advice = adviceFor(status, call.origin, conflict, retryAfter);
  if (words === "") return sentence`${describeCall(call)} was refused with ${status}. ${advice}`;
  return sentence`${describeCall(call)} was refused with ${status}: ${ended(words)} ${advice}`;
}

function adviceFor(
  status: number,
  origin: string,
  conflict: string | undefined,
  retryAfter: number | undefined,
): Sentence {
  if (status === 401) {
    return sentence`The key was refused for ${origin}: check that it is whole and that it belongs to this address.`;
  }
  if (status === 403) return sentence`This key may not do that there.`;
  if (conflict === "maker_changes") {
    return sentence`There are unpublished edits in the dashboard: publish or discard them there first.`;
  }
  if (isRedirect(status))
    return sentence`It redirects elsewhere, which is not followed. Nothing was changed.`;
  if (status === 404) return sentence`It is not there, or belongs to another account.`;
  if (status === 413) return sentence`Split it into smaller parts.`;
  if (retryAfter !== undefined)
    return retryAfter === 1
      ? sentence`Try again in one second.`
      : sentence`Try again in ${retryAfter} seconds.`;
  if (status === 429 || status >= 500) return sentence`Try again later.`;
  return sentence`Nothing was changed.`;
}

function describeUnreachable({ call, reason, cause }: Unreachable): Sentence {
  return sentence`${describeCall(call)} could not be done. ${reason} ${UNREACHABLE_ADVICE[cause]}`;
}

const UNREACHABLE_ADVICE = {
  network: sentence`Check the address and the network; nothing was changed.`,
  "time limit": sentence`Try again, or look whether the platform is up.`,
  "cross-origin": sentence`Nothing was changed. VS Code on the desktop and the command line reach it.`,
} as const satisfies Record<Unreachable["cause"], Sentence>;

function describeUncertain({ call, reason }: Uncertain): Sentence {
  return sentence`${describeCall(call)} was sent, and whether it was carried out is not known. ${reason} Look at what is there before trying again.`;
}

function describeCancelled({ call, effect }: Cancelled): Sentence {
  return effect === "none"
    ? sentence`${describeCall(call)} was cancelled; nothing was changed.`
    : sentence`${describeCall(call)} was cancelled on its way, and whether it was carried out is not known. Look at what is there before trying again.`;
}
