// In a comment: the word that silences findings, and the codes behind it.
import { endOfCodes, SUPPRESSING } from "../../diagnostics/suppressions.ts";
import { NOTHING } from "./place.ts";
import type { Reading } from "./reading.ts";

const CODES = new RegExp(String.raw`^///?\s*${SUPPRESSING}\s(.*)$`);

/** `comment` is its text up to the cursor. */
export function inComment(comment: string): Reading {
  const typed = /[\w-]*$/.exec(comment)?.[0].length ?? 0;
  const codes = CODES.exec(comment)?.[1];
  if (codes === undefined) return { place: isBegun(comment) ? { kind: "suppression" } : NOTHING, typed };
  if (endOfCodes(comment) < comment.trimEnd().length) return { place: NOTHING, typed: 0 };
  const said = codes.slice(0, codes.length - typed).match(/[A-Za-z][\w-]*/g) ?? [];
  return { place: { kind: "code", said }, typed };
}

/** Whether the comment may become one that silences: what is typed so far is the beginning of its word. */
function isBegun(comment: string): boolean {
  const word = /^\/\/\/?\s*(\w[\w-]*)$/.exec(comment)?.[1];
  return word !== undefined && SUPPRESSING.startsWith(word);
}
