// Whom the emulator answers: programs of this machine, its own page, and pages that were let in by name.
import { isLoopbackHost } from "../platform/origin.ts";
import type { PlatformReply } from "./turn.ts";
import { messageReply } from "./turn.ts";

/** What of a request says who asks. */
export interface Asking {
  readonly method: string;
  /** As it stands in the request's line. */
  readonly target: string;
  readonly host: string | undefined;
  /** The page that asks; browsers say so, programs need not. */
  readonly origin: string | undefined;
  /** Of the emulator. */
  readonly port: number | undefined;
}

export type Visitor =
  | { readonly kind: "foreign" }
  /** A browser asks whether a page may ask. */
  | { readonly kind: "asks leave"; readonly reply: PlatformReply }
  | { readonly kind: "welcome"; readonly url: URL; readonly headers: Readonly<Record<string, string>> };

export const FOREIGN = messageReply(403, "The emulator answers to programs of this machine alone");

/**
 * A page from elsewhere is foreign, be it by its own origin or under a name of its own that it lets lead to this machine:
 * else every page that somebody looks at could read and write here. Which pages are let in is never guessed.
 */
export function visitorOf(asking: Asking, allowedOrigins: readonly string[]): Visitor {
  const url = urlOf(asking);
  if (!url) return { kind: "foreign" };
  const { origin, method } = asking;
  if (origin === undefined || origin === url.origin) return { kind: "welcome", url, headers: {} };
  if (!allowedOrigins.includes(origin)) return { kind: "foreign" };
  const headers = { "access-control-allow-origin": origin, vary: "origin" };
  if (method !== "OPTIONS") return { kind: "welcome", url, headers };
  return { kind: "asks leave", reply: { status: 204, headers: { ...headers, ...LEAVE }, body: "" } };
}

const LEAVE = {
  "access-control-allow-methods": "GET, POST, PATCH, DELETE",
  "access-control-allow-headers": "accept, content-type, x-api-key",
};

/** The address asked for; undefined where it is not this emulator's. */
function urlOf({ host = "", port, target }: Asking): URL | undefined {
  const base = `http://${host}`;
  // Nothing but a name and a port: a user, a path or a query would let one name pass for another.
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(base)) return undefined;
  const named = new URL(base);
  const isOurs = isLoopbackHost(named.hostname) && Number(named.port === "" ? 80 : named.port) === port;
  return isOurs && URL.canParse(base + target) ? new URL(base + target) : undefined;
}
