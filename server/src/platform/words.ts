// Failures in words: what happened, where, and what to do next.
import type { Cancelled, Failure, Refused, Uncertain, Unreachable } from "./result.ts";
import { describeCall } from "./request.ts";

/** One to three sentences for people. Never holds a key. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case "unsendable":
      return `Nothing was sent to ${failure.call.origin}. ${failure.reason}`;
    case "refused":
      return describeRefusal(failure);
    case "unreachable":
      return describeUnreachable(failure);
    case "uncertain":
      return describeUncertain(failure);
    case "nonsense":
      return `${describeCall(failure.call)} was answered by something unreadable. ${failure.reason} Check that the address is the platform's.`;
    case "cancelled":
      return describeCancelled(failure);
  }
}

function describeRefusal({ call, status, words, conflict, retryAfter }: Refused): string {
  const said = words === "" ? "." : `: ${words}${/[.!?…]$/.test(words) ? "" : "."}`;
  const what = `${describeCall(call)} was refused with ${status}${said}`;
  return `${what} ${adviceFor(status, call.origin, conflict, retryAfter)}`.trim();
}

function adviceFor(
  status: number,
  origin: string,
  conflict: string | undefined,
  retryAfter: number | undefined,
): string {
  if (status === 401) {
    return `The key was refused for ${origin}: check that it is whole and that it belongs to this address.`;
  }
  if (status === 403) return "This key may not do that there.";
  if (conflict === "maker_changes") {
    return "There are unpublished edits in the dashboard: publish or discard them there first.";
  }
  if (status === 404) return "It is not there, or belongs to another account.";
  if (status === 413) return "Split it into smaller parts.";
  if (retryAfter !== undefined)
    return `Try again in ${retryAfter} ${retryAfter === 1 ? "second" : "seconds"}.`;
  if (status === 429 || status >= 500) return "Try again later.";
  return "Nothing was changed.";
}

function describeUnreachable({ call, reason, cause }: Unreachable): string {
  return `${describeCall(call)} could not be done. ${reason} ${UNREACHABLE_ADVICE[cause]}`;
}

const UNREACHABLE_ADVICE = {
  network: "Check the address and the network; nothing was changed.",
  "time limit": "Try again, or look whether the platform is up.",
  "cross-origin": "Nothing was changed. VS Code on the desktop and the command line reach it.",
} as const satisfies Record<Unreachable["cause"], string>;

function describeUncertain({ call, reason }: Uncertain): string {
  const sentence = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  return `${describeCall(call)} was sent, and whether it was carried out is not known. ${sentence} Look at what is there before trying again.`;
}

function describeCancelled({ call, effect }: Cancelled): string {
  const what = `${describeCall(call)} was cancelled`;
  return effect === "none"
    ? `${what}; nothing was changed.`
    : `${what} on its way, and whether it was carried out is not known. Look at what is there before trying again.`;
}
