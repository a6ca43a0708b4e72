// `unused-suppression`: removes the code from its comment, with the comment where it has no other; or writes what was meant.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { covers } from "../../text/span.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, foundIn, removal, writtenAt, type Found } from "./found.ts";

export function unusedSuppression(model: Model, finding: Finding): readonly Fix[] {
  const [code = "", , suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const comment = found?.unit.comments.find(({ span }) => covers(span, found.span));
  if (!found || !comment) return [];
  const meant = choice(`Replace '${code}' by '${suggestion}'`, edit(found, found.span, suggestion));
  const isMeant = suggestion !== "";
  return [
    ...(isMeant ? [meant] : []),
    { ...withoutCode(found, comment.span, code), kind: isMeant ? "choice" : "safe" },
  ];
}

function withoutCode(found: Found, comment: Found["span"], code: string): Omit<Fix, "kind"> {
  const before = writtenAt(found, { start: comment.start, end: found.span.start });
  const behind = writtenAt(found, { start: found.span.end, end: comment.end });
  const isOnly = /^\/\/\/?\s*objectives-disable-next-line[\s,]*$/.test(before) && behind.trim() === "";
  if (isOnly) return { title: "Remove this comment", edits: [removal(found, comment)] };
  const start = found.span.start - (/[\s,]*$/.exec(before)?.[0].length ?? 0);
  // In front of others a blank stays between these and what stands before.
  const kept = behind.trim() === "" ? "" : " ";
  const end = found.span.end + (kept === "" ? 0 : (/^[\s,]*/.exec(behind)?.[0].length ?? 0));
  return { title: `Remove '${code}' from this comment`, edits: [edit(found, { start, end }, kept)] };
}
