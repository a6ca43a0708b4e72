// One request to the platform: where it may go, how long and how large its answer may be, and how it ended.
import { CrossOriginError } from "./cross-origin.ts";
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { readOrigin } from "./origin.ts";
import { platformWords } from "./reply.ts";
import type { Call, Failed, Failure, Method, Refused, Result } from "./result.ts";
import { failed, succeeded } from "./result.ts";
import type { Time } from "./time.ts";

/** What a client needs of the world. One client serves one command, so one signal cancels all it does. */
export interface Connection {
  readonly origin: string;
  readonly key: string;
  readonly fetch: typeof fetch;
  readonly time: Time;
  /** Told after each request what was sent where, with status and milliseconds; never a key, never a body. */
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface Request {
  readonly method: Method;
  /** Path and query, encoded. */
  readonly path: string;
  /** JSON text. */
  readonly body?: string;
}

export interface Reply {
  /** 200 to 299, or 304. */
  readonly status: number;
  readonly text: string;
}

/** Milliseconds that a request may take, its answer included. */
export const TIME_LIMIT = 30_000;

/** Bytes that an answer may have, unpacked. */
const RESPONSE_LIMIT = 16 * 1024 * 1024;

const WORDS_LIMIT = 300;

/** What came back, before it is judged. */
interface Arrival {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly content: Content;
}

type Content =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Sentence };

/** Sends once. Nothing is sent where the address, the key or the path cannot be used. */
export async function send(connection: Connection, request: Request): Promise<Result<Reply>> {
  const call: Call = { origin: connection.origin, method: request.method, path: request.path };
  const reason = whyUnsendable(connection, request);
  if (reason !== undefined) return failed({ kind: "unsendable", call, reason });
  if (connection.signal?.aborted === true) return failed({ kind: "cancelled", call, effect: "none" });

  const startedAt = connection.time.now();
  const end = await exchange(connection, request, call);
  const result = "kind" in end ? failed(end) : judge(connection, call, end);
  connection.log(`${describeCall(call)}: ${describeEnd(end)} in ${connection.time.now() - startedAt} ms`);
  return result;
}

/** An answer that says success and cannot be read: after a write nobody knows what it did. */
export function unreadable(call: Call, reason: Sentence): Failed {
  return call.method === "GET"
    ? failed({ kind: "nonsense", call, reason })
    : failed({ kind: "uncertain", call, cause: "unreadable reply", reason });
}

/** `GET https://tavusapi.com/v2/objectives/o123`. */
export function describeCall({ method, origin, path }: Call): string {
  return `${method} ${origin}${path}`;
}

function whyUnsendable({ origin, key }: Connection, { path }: Request): Sentence | undefined {
  const address = readOrigin(origin);
  if (!address.ok) return address.reason;
  if (address.origin !== origin) return sentence`${origin} must be written as ${address.origin}.`;
  if (key === "") return sentence`There is no key for this address.`;
  // Checked here because fetch would quote the whole key in its complaint.
  if (!/^[\x21-\x7e]+$/.test(key))
    return sentence`The key holds a space, a line break or a letter that no key has; paste it again.`;
  return isPathIntact(origin, path)
    ? undefined
    : sentence`${path} leads elsewhere: an id is empty, or is made of dots.`;
}

/** An id of "" or ".." would turn a call on one thing into a call on another. */
function isPathIntact(origin: string, path: string): boolean {
  const [pathname = ""] = path.split("?");
  return new URL(origin + path).pathname === pathname && !/\/(\/|$)/.test(pathname);
}

async function exchange(connection: Connection, request: Request, call: Call): Promise<Arrival | Failure> {
  const limit = startTimeLimit(connection);
  try {
    return await Promise.race([receive(connection, request, limit.signal), rejection(limit.signal)]);
  } catch (error) {
    return interruption(connection, call, error, limit);
  } finally {
    limit.end();
  }
}

async function receive(connection: Connection, request: Request, signal: AbortSignal): Promise<Arrival> {
  const response = await connection.fetch(connection.origin + request.path, {
    method: request.method,
    headers: headersOf(connection.key, request.body),
    ...(request.body === undefined ? {} : { body: request.body }),
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    signal,
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    content: await readContent(response.body),
  };
}

function headersOf(key: string, body: string | undefined): Record<string, string> {
  const always = { accept: "application/json", "x-api-key": key };
  return body === undefined ? always : { ...always, "content-type": "application/json" };
}

async function readContent(body: ReadableStream<Uint8Array> | null): Promise<Content> {
  if (body === null) return { ok: true, text: "" };
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks);
    size += value.byteLength;
    chunks.push(value);
    if (size <= RESPONSE_LIMIT) continue;
    // Not awaited: a server that keeps sending may never let go.
    reader.cancel().catch(() => undefined);
    return { ok: false, reason: sentence`The answer is larger than ${RESPONSE_LIMIT / 1024 / 1024} MiB.` };
  }
}

function decode(chunks: readonly Uint8Array[]): Content {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
    return { ok: true, text };
  } catch {
    return { ok: false, reason: sentence`The answer is not text in UTF-8.` };
  }
}

interface TimeLimit {
  readonly signal: AbortSignal;
  reached(): boolean;
  end(): void;
}

function startTimeLimit({ time, signal }: Connection): TimeLimit {
  const limit = new AbortController();
  const ended = new AbortController();
  void time.sleep(TIME_LIMIT, ended.signal).then(() => {
    if (!ended.signal.aborted) limit.abort();
  });
  return {
    signal: signal === undefined ? limit.signal : AbortSignal.any([limit.signal, signal]),
    reached: () => limit.signal.aborted,
    end: () => ended.abort(),
  };
}

/** Rejects when the signal aborts, for a `fetch` that does not heed it. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("The request was ended.")), { once: true });
  });
}

function interruption({ signal, key }: Connection, call: Call, error: unknown, limit: TimeLimit): Failure {
  const isWrite = call.method !== "GET";
  if (signal?.aborted === true) return { kind: "cancelled", call, effect: isWrite ? "unknown" : "none" };
  if (limit.reached()) {
    const reason = sentence`No whole answer came within ${TIME_LIMIT / 1000} seconds.`;
    return { kind: isWrite ? "uncertain" : "unreachable", call, cause: "time limit", reason };
  }
  const reason = networkReason(error, key);
  const mayHaveArrived = isWrite && !isBeforeSending(error);
  const cause = codedError(error) instanceof CrossOriginError ? "cross-origin" : "network";
  return { kind: mayHaveArrived ? "uncertain" : "unreachable", call, cause, reason };
}

/** Node's `fetch` says only "fetch failed"; what happened is in the error's cause. */
function networkReason(error: unknown, key: string): Sentence {
  const told = codedError(error);
  if (told instanceof CrossOriginError) return told.told;
  const code = told?.code;
  const known = code === undefined ? undefined : NETWORK_REASONS[code];
  if (known !== undefined) return known;
  if (code !== undefined) return sentence`The connection failed (${withoutKey(code, key)}).`;
  return sentence`The connection failed.`;
}

const NETWORK_REASONS: Readonly<Record<string, Sentence | undefined>> = {
  ECONNREFUSED: sentence`Nothing listens there.`,
  ENOTFOUND: sentence`No such host is known here.`,
  EAI_AGAIN: sentence`The name of the host could not be looked up.`,
  EHOSTUNREACH: sentence`There is no way to that host.`,
  ENETUNREACH: sentence`There is no network.`,
  UND_ERR_CONNECT_TIMEOUT: sentence`The host did not take the connection in time.`,
  CERT_HAS_EXPIRED: sentence`The host's certificate has expired.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: sentence`The host's certificate is signed by nobody but itself.`,
  SELF_SIGNED_CERT_IN_CHAIN: sentence`The host's certificate is signed by nobody this machine trusts.`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: sentence`The host's certificate cannot be verified.`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: sentence`The host's certificate cannot be verified.`,
  ERR_TLS_CERT_ALTNAME_INVALID: sentence`The host's certificate is for another name.`,
  ECONNRESET: sentence`The connection was cut.`,
  UND_ERR_SOCKET: sentence`The connection was cut.`,
};

/** These come of nothing but a connection that is being made. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Failures that happen while a connection is being made, before a byte of the request is on its way. */
function isBeforeSending(error: unknown): boolean {
  const told = codedError(error);
  return told !== undefined && (BEFORE_SENDING.has(told.code) || isOfConnecting(told));
}

/** `EHOSTUNREACH` and its like come on an open connection, too: only the system call tells. */
function isOfConnecting(error: unknown): boolean {
  // A name with several addresses: the failures of each.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isOfConnecting);
  return error instanceof Error && "syscall" in error && error.syscall === "connect";
}

function codedError(error: unknown): (Error & { readonly code: string }) | undefined {
  for (let it: unknown = error, depth = 0; it instanceof Error && depth < 4; it = it.cause, depth += 1) {
    if (hasCode(it)) return it;
  }
  return undefined;
}

function hasCode(error: Error): error is Error & { readonly code: string } {
  return "code" in error && typeof error.code === "string";
}

function judge(
  { key, time }: Connection,
  call: Call,
  { status, content, retryAfter }: Arrival,
): Result<Reply> {
  if (isSuccess(status)) return judgeContent(call, status, content);
  const words = content.ok ? shorten(withoutKey(platformWords(content.text).words, key)) : "";
  if (status >= 500 && call.method !== "GET") {
    const reason =
      words === ""
        ? sentence`The platform answered ${status}.`
        : sentence`The platform answered ${status}: ${ended(words)}`;
    return failed({ kind: "uncertain", call, cause: "server error", reason });
  }
  const conflict = content.ok ? platformWords(content.text).conflict : undefined;
  const seconds = readRetryAfter(retryAfter, time.now());
  const refusal: Refused = {
    kind: "refused",
    call,
    status,
    words: isRedirect(status) ? "" : words,
    ...(conflict === undefined ? {} : { conflict: withoutKey(conflict, key) }),
    ...(seconds === undefined ? {} : { retryAfter: seconds }),
  };
  return failed(refusal);
}

function judgeContent(call: Call, status: number, content: Content): Result<Reply> {
  if (content.ok) return succeeded({ status, text: content.text });
  return unreadable(call, content.reason);
}

function isSuccess(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}

/** A browser shows a redirect that is not followed as status 0. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

/** Seconds of a `Retry-After`, which is a number of seconds or a date. */
function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}

/** The platform's words as a sentence. */
export function ended(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function shorten(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  return line.length <= WORDS_LIMIT ? line : `${line.slice(0, WORDS_LIMIT)}…`;
}

/** A server may quote the key back. A short one, such as the emulator's `local`, is no secret, and a plain word. */
function withoutKey(text: string, key: string): string {
  return key.length < 8 ? text : text.replaceAll(key, "…");
}

function describeEnd(end: Arrival | Failure): string {
  return "kind" in end ? end.kind : String(end.status);
}
