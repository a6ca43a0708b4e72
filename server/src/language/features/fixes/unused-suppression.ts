// `unused-suppression`: removes the code from its comment, with the comment where it has no other; or writes what was meant.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { covers } from "../../text/span.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, foundIn, removal, writtenAt, type Found } from "./found.ts";

export function unusedSuppression(model: Model, finding: Finding): readonly Fix[] {
  const [code = "", problem = "", suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const comment = found?.unit.comments.find(({ span }) => covers(span, found.span));
  if (!found || !comment) return [];
  if (problem === "no-code") return [choice("Remove this comment", removal(found, comment.span))];
  if (problem === "form")
    return [
      choice(`Write '${FORM}'`, edit(found, found.span, FORM)),
      choice("Remove this comment", removal(found, comment.span)),
    ];
  // A word that is no code may be a part of somebody's reason.
  const kind = problem === "" ? "safe" : "choice";
  const without = { ...withoutCode(found, comment.span, code), kind } as const;
  if (suggestion === "") return [without];
  return [choice(`Replace '${code}' by '${suggestion}'`, edit(found, found.span, suggestion)), without];
}

const FORM = "objectives-disable-next-line";

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
