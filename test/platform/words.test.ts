// Failures in words: each says what, where and what next.
import { expect, test } from "vitest";
import { inEnglish, sentence } from "../../server/src/language/text/sentence.ts";
import type { Call, Failure } from "../../server/src/platform/result.ts";
import { describeFailure } from "../../server/src/platform/words.ts";

const read: Call = { origin: "https://tavusapi.com", method: "GET", path: "/v2/objectives/o1" };
const write: Call = { origin: "https://tavusapi.com", method: "POST", path: "/v2/objectives" };

function refusal(
  status: number,
  words: string,
  more: { conflict?: string; retryAfter?: number } = {},
): Failure {
  return { kind: "refused", call: write, status, words, ...more };
}

test("every kind of failure", () => {
  const failures: readonly Failure[] = [
    { kind: "unsendable", call: write, reason: sentence`There is no key for this address.` },
    refusal(400, "objective_name is required"),
    refusal(401, "Invalid access token"),
    refusal(403, ""),
    refusal(404, "Objective not found"),
    refusal(409, "Unpublished changes", { conflict: "maker_changes" }),
    refusal(413, "Too large."),
    refusal(429, "", { retryAfter: 1 }),
    refusal(429, ""),
    { kind: "unreachable", call: read, cause: "network", reason: sentence`There is no network.` },
    {
      kind: "unreachable",
      call: read,
      cause: "time limit",
      reason: sentence`No whole answer came within 30 seconds.`,
    },
    { kind: "uncertain", call: write, cause: "server error", reason: sentence`The platform answered 502.` },
    { kind: "nonsense", call: read, reason: sentence`The answer is a web page, not JSON.` },
    { kind: "cancelled", call: read, effect: "none" },
    { kind: "cancelled", call: write, effect: "unknown" },
  ];
  expect(`\n${failures.map((it) => inEnglish(describeFailure(it))).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Nothing was sent to https://tavusapi.com. There is no key for this address.
    POST https://tavusapi.com/v2/objectives was refused with 400: objective_name is required. Nothing was changed.
    POST https://tavusapi.com/v2/objectives was refused with 401: Invalid access token. The key was refused for https://tavusapi.com: check that it is whole and that it belongs to this address.
    POST https://tavusapi.com/v2/objectives was refused with 403. This key may not do that there.
    POST https://tavusapi.com/v2/objectives was refused with 404: Objective not found. It is not there, or belongs to another account.
    POST https://tavusapi.com/v2/objectives was refused with 409: Unpublished changes. There are unpublished edits in the dashboard: publish or discard them there first.
    POST https://tavusapi.com/v2/objectives was refused with 413: Too large. Split it into smaller parts.
    POST https://tavusapi.com/v2/objectives was refused with 429. Try again in one second.
    POST https://tavusapi.com/v2/objectives was refused with 429. Try again later.
    GET https://tavusapi.com/v2/objectives/o1 could not be done. There is no network. Check the address and the network; nothing was changed.
    GET https://tavusapi.com/v2/objectives/o1 could not be done. No whole answer came within 30 seconds. Try again, or look whether the platform is up.
    POST https://tavusapi.com/v2/objectives was sent, and whether it was carried out is not known. The platform answered 502. Look at what is there before trying again.
    GET https://tavusapi.com/v2/objectives/o1 was answered by something unreadable. The answer is a web page, not JSON. Check that the address is the platform's.
    GET https://tavusapi.com/v2/objectives/o1 was cancelled; nothing was changed.
    POST https://tavusapi.com/v2/objectives was cancelled on its way, and whether it was carried out is not known. Look at what is there before trying again.
    "
  `);
});
