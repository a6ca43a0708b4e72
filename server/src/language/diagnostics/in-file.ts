// The findings in one file, which may be a part of several sets.
import type { FileId } from "../text/place.ts";
import { byPlace } from "../text/span.ts";
import type { Finding } from "./finding.ts";

/** What each of the lists has in the file: said once where several say the same, in the order of the places. */
export function findingsIn(file: FileId, lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const [only = [], ...more] = lists.map((findings) => findings.filter((it) => it.file === file));
  if (more.length === 0) return only;
  const known = new Map([only, ...more].flat().map((finding) => [keyOf(finding), finding]));
  return [...known.values()].sort(byPlace);
}

function keyOf({ code, span, arguments: args, severity }: Finding): string {
  return JSON.stringify([code, span.start, span.end, severity, args]);
}
