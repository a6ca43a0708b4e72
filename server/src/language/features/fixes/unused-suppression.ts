// `unused-suppression`: removes the code from its comment, with the comment where it has no other; or writes what was meant.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { endOfCodes, startOfCodes, SUPPRESSING } from "../../diagnostics/suppressions.ts";
import type * as ast from "../../syntax/ast.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, shift } from "../../text/span.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, foundIn, removal, type Found } from "./found.ts";

export function unusedSuppression(model: Model, finding: Finding): readonly Fix[] {
  const [code = "", problem = "", suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const comment = found?.unit.comments.find(({ span }) => covers(span, found.span));
  if (!found || !comment) return [];
  if (problem === "no-code") return [choice(sentence`Remove this comment`, removal(found, comment.span))];
  if (problem === "form")
    return [
      choice(sentence`Write '${SUPPRESSING}'`, edit(found, found.span, SUPPRESSING)),
      choice(sentence`Remove this comment`, removal(found, comment.span)),
    ];
  // A word that is no code may be a part of somebody's reason.
  const kind = problem === "" ? "safe" : "choice";
  const without = { ...withoutCode(found, comment, code), kind } as const;
  if (suggestion === "") return [without];
  return [
    choice(sentence`Replace '${code}' by '${suggestion}'`, edit(found, found.span, suggestion)),
    without,
  ];
}

/**
 * Of all codes at once, so that no two fixes of a comment are carried out together: what the last of them leaves is the
 * reason, as a comment like any other.
 */
function withoutCode(found: Found, { text, span }: ast.Comment, code: string): Omit<Fix, "kind"> {
  const start = startOfCodes(text) ?? 0;
  const end = endOfCodes(text);
  const before = text.slice(start, found.span.start - span.start).replace(/[\s,]+$/, "");
  const behind = text.slice(found.span.end - span.start, end).replace(/^[\s,]+/, "");
  const others = [before, behind].filter((it) => it.trim() !== "").join(" ");
  const codes = shift({ start, end }, span.start);
  if (others !== "")
    return {
      title: sentence`Remove '${code}' from this comment`,
      edits: [edit(found, codes, ` ${others.trimStart()}`)],
    };
  const reason = reasonIn(text);
  if (reason === "") return { title: sentence`Remove this comment`, edits: [removal(found, span)] };
  return { title: sentence`Leave only the reason`, edits: [edit(found, span, reason)] };
}

/** What stands behind the codes, as a comment. */
function reasonIn(text: string): string {
  const reason = text.slice(endOfCodes(text)).replace(/^\s*--\s*/, "");
  return reason === "" ? "" : `${/^\/+/.exec(text)?.[0] ?? "//"} ${reason}`;
}
