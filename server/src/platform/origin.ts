// Which addresses a key may be sent to: https anywhere, http on this machine alone.
import { sentence, type Sentence } from "../language/text/sentence.ts";

/** An address that may be sent to, or why it may not. */
export type OriginReading =
  | { readonly ok: true; readonly origin: string; readonly place: "loopback" | "remote" }
  | { readonly ok: false; readonly reason: Sentence };

/** Where the platform is. */
export const TAVUS_ORIGIN = "https://tavusapi.com";

/** Reads an address such as `https://tavusapi.com/` into its origin, `https://tavusapi.com`. */
export function readOrigin(address: string): OriginReading {
  const url = parseUrl(address.trim());
  if (url === undefined) {
    const what = address === "" ? sentence`An empty text` : address;
    return refuse(sentence`${what} is not an address; write it like https://tavusapi.com.`);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return refuse(sentence`${url.protocol} is not https.`);
  if (url.username !== "" || url.password !== "") {
    return refuse(sentence`${url.host} must stand without a user name or password in the address.`);
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    return refuse(sentence`${url.origin} must stand alone, without a path, a query or a #.`);
  }
  const place = isLoopbackHost(url.hostname) ? "loopback" : "remote";
  if (url.protocol === "http:" && place === "remote") {
    return refuse(
      sentence`${url.origin} is not encrypted; http is allowed on this machine alone, so write https.`,
    );
  }
  return { ok: true, origin: url.origin, place };
}

/** Whether an address names this machine: `localhost`, 127.x.x.x or [::1]. */
export function isLoopback(address: string): boolean {
  const reading = readOrigin(address);
  return reading.ok && reading.place === "loopback";
}

/** Whether a host's name, without its port and as URLs write it, is this machine's. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function refuse(reason: Sentence): OriginReading {
  return { ok: false, reason };
}
