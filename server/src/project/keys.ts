// Keys: which one may be sent to an origin. A key belongs to one origin and goes nowhere else.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { readOrigin, TAVUS_ORIGIN } from "../platform/origin.ts";

export type KeyChoice =
  { readonly ok: true; readonly key: string } | { readonly ok: false; readonly reason: Sentence };

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What loopback is always given: a plain word, no secret. */
export const LOCAL_KEY = "local";

/** The key that may be sent to an origin, or why there is none and what to set. */
export function keyFor(address: string, environment: Environment): KeyChoice {
  const reading = readOrigin(address);
  if (!reading.ok) return { ok: false, reason: reading.reason };
  if (reading.place === "loopback") return { ok: true, key: LOCAL_KEY };
  if (reading.origin === TAVUS_ORIGIN) return tavusKey(environment);
  return otherKey(reading.origin, environment);
}

/** Whether a key for Tavus is set. */
export function tavusKeyState(environment: Environment): "set" | "not set" {
  return tavusKey(environment).ok ? "set" : "not set";
}

function tavusKey(environment: Environment): KeyChoice {
  const key = valueOf(environment, "TAVUS_API_KEY");
  if (key !== undefined) return { ok: true, key };
  return missing(sentence`There is no key for ${TAVUS_ORIGIN}: set TAVUS_API_KEY.`);
}

function otherKey(origin: string, environment: Environment): KeyChoice {
  const needed = sentence`OBJECTIVES_API_KEY, and OBJECTIVES_API_ORIGIN to ${origin}`;
  const key = valueOf(environment, "OBJECTIVES_API_KEY");
  const owner = valueOf(environment, "OBJECTIVES_API_ORIGIN");
  if (key === undefined) return missing(sentence`There is no key for ${origin}: set ${needed}.`);
  if (owner === undefined) {
    return missing(
      sentence`OBJECTIVES_API_KEY does not say where it belongs: set OBJECTIVES_API_ORIGIN to ${origin} if it is there.`,
    );
  }
  const reading = readOrigin(owner);
  // Its value is not quoted: it may be a key that was put into the wrong variable.
  if (!reading.ok)
    return missing(
      sentence`OBJECTIVES_API_ORIGIN is no address to send to: write it like https://example.com.`,
    );
  if (reading.origin === origin) return { ok: true, key };
  return missing(
    sentence`OBJECTIVES_API_KEY belongs to ${reading.origin} and is not sent to ${origin}. For that, set ${needed}.`,
  );
}

function missing(reason: Sentence): KeyChoice {
  return { ok: false, reason };
}

/** Own variables alone, blanks around them dropped; an empty one is none. */
function valueOf(environment: Environment, name: string): string | undefined {
  const value = Object.hasOwn(environment, name) ? environment[name]?.trim() : undefined;
  return value === "" ? undefined : value;
}
