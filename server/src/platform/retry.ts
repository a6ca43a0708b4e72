// Repeats reads that failed for a while's reason; a write is never repeated here.
import type { Connection, Reply, Request } from "./request.ts";
import { send } from "./request.ts";
import type { Failure, Result } from "./result.ts";
import { failed } from "./result.ts";

const RETRIES = 3;
const FIRST_DELAY = 500;
const LONGEST_WAIT = 60_000;

/** Sends a read, and again up to three times after a broken connection, a 429 or a 5xx. */
export async function sendWithRetries(
  connection: Connection,
  request: Request & { readonly method: "GET" },
): Promise<Result<Reply>> {
  for (let retry = 0; ; retry += 1) {
    const result = await send(connection, request);
    if (result.ok || retry === RETRIES) return result;
    const delay = delayBeforeRetry(result.failure, retry, connection.time.random());
    if (delay === undefined) return result;

    connection.log(`waiting ${delay} ms before retry ${retry + 1} of ${RETRIES}`);
    await connection.time.sleep(delay, connection.signal ?? new AbortController().signal);
    if (connection.signal?.aborted === true) {
      return failed({ kind: "cancelled", call: result.failure.call, effect: "none" });
    }
  }
}

/** Milliseconds to wait before that retry (the first is 0), or nothing where another try cannot help. */
function delayBeforeRetry(failure: Failure, retry: number, random: number): number | undefined {
  const backoff = Math.round(FIRST_DELAY * 2 ** retry * (0.5 + random));
  if (failure.kind === "unreachable") return failure.cause === "network" ? backoff : undefined;
  if (failure.kind !== "refused" || !isPassing(failure.status)) return undefined;
  if (failure.retryAfter === undefined) return backoff;
  const wait = failure.retryAfter * 1000;
  return wait <= LONGEST_WAIT ? Math.max(wait, backoff) : undefined;
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}
