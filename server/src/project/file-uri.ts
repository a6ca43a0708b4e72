// Files by URI: every spelling of one leads to the same, and to the path that the project's functions take.
import { isOnDisk, rootOf } from "./paths.ts";

/** The parts of a URI: its scheme and authority, the path without escapes, and what stands behind it. */
export interface UriParts {
  readonly start: string;
  readonly path: string;
  readonly rest: string;
}

/** Whichever way a client spells it. */
export function partsOf(uri: string): UriParts {
  const [, start = "", path = uri, rest = ""] = URI.exec(uri) ?? [];
  return { start: start.toLowerCase(), path: withSmallDrive(unescaped(path)), rest };
}

/** The URI of such parts, in the one spelling. */
export function uriOf({ start, path, rest }: UriParts): string {
  return start + escaped(path) + rest;
}

/** The path of a file; undefined for what is no file of its own, such as a text that was never saved. */
export function pathOfUri(uri: string): string | undefined {
  const { start, path, rest } = partsOf(uri);
  if (rest !== "" || !path.startsWith("/") || start === NEVER_SAVED) return undefined;
  return start === DISK ? path.replace(/^\/(?=[A-Za-z]:)/, "") : start + path;
}

/** The URI of the file at a path. */
export function uriOfPath(path: string): string {
  const root = rootOf(path);
  if (!isOnDisk(path))
    return uriOf({ start: root.slice(0, -1), path: path.slice(root.length - 1), rest: "" });
  return uriOf({ start: DISK, path: withSmallDrive(path.startsWith("/") ? path : `/${path}`), rest: "" });
}

const DISK = "file://";
const NEVER_SAVED = "untitled:";

const URI = /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/s;

/** Windows does not tell C: from c:. */
function withSmallDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Half a character, which no URI can hold, is as good as any that is not there. */
function escaped(path: string): string {
  const whole = path.replace(/\p{Surrogate}/gu, "\uFFFD");
  return whole.split("/").map(encodeURIComponent).join("/");
}

/** Without its escapes; a stray percent sign stands for itself. */
export function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
