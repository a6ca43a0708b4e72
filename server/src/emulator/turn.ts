// One request to the emulator and what it leads to: a reply and the state after it.
import type { Json } from "./json.ts";
import { objectOf, printJson } from "./json.ts";
import type { Form } from "./rules.ts";
import type { State } from "./state.ts";

/** A request as any transport hands it in. */
export interface PlatformRequest {
  readonly method: string;
  /** Encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The `x-api-key` header. */
  readonly key: string | null;
  readonly contentType: string | null;
  readonly body: string;
}

export interface PlatformReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request meets beside the state. */
export interface Surroundings {
  readonly form: Form;
  /** Time in ISO 8601. */
  readonly now: string;
  /** Twelve hexadecimal digits that chance gave. */
  readonly chance: string;
}

/** What the handler of a route works on. */
export interface Turn extends Surroundings {
  readonly state: State;
  /** The id in the path; "" where the route has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The parsed body; null where the route takes none. */
  readonly body: Json;
}

export interface Outcome {
  readonly state: State;
  readonly reply: PlatformReply;
}

export function jsonReply(status: number, body: Json): PlatformReply {
  return { status, headers: { "content-type": "application/json" }, body: printJson(body, 0) };
}

/** The platform's first error shape. */
export function messageReply(status: number, message: string): PlatformReply {
  return jsonReply(status, objectOf([["message", message]]));
}

/** The platform's second error shape. */
export function errorReply(status: number, error: string): PlatformReply {
  return jsonReply(status, objectOf([["error", error]]));
}

export function emptyReply(status: 204 | 304): PlatformReply {
  return { status, headers: {}, body: "" };
}

/** An id such as `o15c0eb82c2d7` that nothing has yet. */
export function freshId(
  prefix: "o" | "p",
  chance: string,
  taken: readonly { readonly id: string }[],
): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = BigInt(`0x${chance}`);
  for (;;) {
    const id = prefix + (number % 16n ** 12n).toString(16).padStart(12, "0");
    if (!ids.has(id)) return id;
    number += 1n;
  }
}

/** The rows of the page that `limit` (10) and `page` (1, the first) ask for, and how many there are in all. */
export function pageReply(rows: readonly Json[], query: URLSearchParams): PlatformReply {
  const limit = readPositive(query.get("limit"), 10);
  const page = readPositive(query.get("page"), 1);
  if (limit === undefined || page === undefined) {
    return messageReply(400, "limit and page must be whole numbers from 1");
  }
  return jsonReply(
    200,
    objectOf([
      ["data", rows.slice((page - 1) * limit, page * limit)],
      ["total_count", rows.length],
    ]),
  );
}

function readPositive(text: string | null, otherwise: number): number | undefined {
  if (text === null) return otherwise;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
