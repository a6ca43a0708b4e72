// JSON whose objects keep the order of their keys, "10" and "__proto__" included.

/**
 * A value of JSON. In an object every key stands behind a mark, so that JavaScript neither sorts it ("10") nor
 * takes it for its own ("__proto__", "constructor"): read with `field`, make with `objectOf`.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [markedKey: string]: Json;
}

const MARK = ".";

/** Deeper nesting would overflow the stack of whoever walks it. */
const DEPTH_LIMIT = 100;

/** Reads JSON text; nothing where it is no JSON, or nested too deeply. */
export function parseJson(text: string): Json | undefined {
  try {
    // First as it is, for its errors: keys are only found reliably in what is JSON.
    JSON.parse(text);
    return depthOf(text) > DEPTH_LIMIT ? undefined : (JSON.parse(rewriteKeys(text, mark)) as Json);
  } catch {
    return undefined;
  }
}

/** The text of a value, indented by that many spaces (0: on one line). */
export function printJson(value: Json, indent: number): string {
  return rewriteKeys(JSON.stringify(value, undefined, indent), unmark);
}

export function objectOf(entries: Iterable<readonly [key: string, value: Json]>): JsonObject {
  return Object.fromEntries([...entries].map(([key, value]) => [mark(key), value]));
}

export function field(object: JsonObject, key: string): Json | undefined {
  return object[mark(key)];
}

/** The keys and values of an object, in their order. */
export function fieldsOf(object: JsonObject): readonly (readonly [key: string, value: Json])[] {
  return Object.entries(object).map(([key, value]) => [unmark(key), value] as const);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isEqual(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A key as it stands in an object of ours. */
export function mark(key: string): string {
  return MARK + key;
}

function unmark(key: string): string {
  return key.slice(MARK.length);
}

/** Rewrites the keys of JSON text, which are the strings before a colon. */
function rewriteKeys(text: string, rewrite: (key: string) => string): string {
  const parts: string[] = [];
  let written = 0;
  for (let start = text.indexOf('"'), end = 0; start !== -1; start = text.indexOf('"', end)) {
    end = endOfString(text, start);
    if (!isBeforeColon(text, end)) continue;
    parts.push(text.slice(written, start + 1), rewrite(text.slice(start + 1, end - 1)));
    written = end - 1;
  }
  return parts.join("") + text.slice(written);
}

/** Scanned by hand: a regular expression overflows its stack on strings of some megabytes. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return at + 1;
    if (character === "\\") at += 1;
  }
  return text.length;
}

function isBeforeColon(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return text[at] === ":";
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}
