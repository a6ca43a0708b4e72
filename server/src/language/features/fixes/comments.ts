// What edits do to comments: none may go unseen, or come to stand at something else.
import { isSuppression, endOfCodes } from "../../diagnostics/suppressions.ts";
import type { Model } from "../../model/analyze.ts";
import { startOf, type Source } from "../../model/source.ts";
import { ForeignComment, spanOf, tokenize } from "../../syntax/tokens.ts";
import { endOfBlanks, lineEnd, lineStart, nextLine } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { shift, type Span } from "../../text/span.ts";
import { beginsLine } from "./lines.ts";

/** Whether every comment says afterwards what it said, and stands where it stood. */
export function keepsComments({ files }: Model, edits: readonly FileEdit[]): boolean {
  const written = wordsOf(edits.map(({ newText }) => newText).join("\n"));
  return files.every(({ id, source }) => {
    const own = edits.filter(({ file }) => file === id);
    const text = source.text;
    return commentsNear(source, own).every(
      (comment) =>
        written.includes(lostOf(text, comment, own)) &&
        !isLeftAlone(text, comment, own) &&
        !goesOn(text, comment, own),
    );
  });
}

/** The comments, those of other languages too, of the units that are edited. */
function commentsNear(source: Source, edits: readonly FileEdit[]): readonly Span[] {
  return source.units.flatMap(({ text }, index) => {
    const start = startOf(source, index);
    if (!edits.some(({ span }) => span.start <= start + text.length && span.end >= start)) return [];
    const { tokens, comments } = tokenize(text);
    const foreign = tokens.filter(({ tokenType }) => tokenType === ForeignComment);
    return [...comments, ...foreign].map((token) => shift(spanOf(token), start));
  });
}

/** What a comment says that the edits take away; the codes that it silences say nothing to a reader. */
function lostOf(text: string, { start, end }: Span, edits: readonly FileEdit[]): string {
  const comment = text.slice(start, end);
  const said = isSuppression(comment) ? start + endOfCodes(comment) : start;
  const lost = edits.map(({ span }) => text.slice(Math.max(said, span.start), Math.min(end, span.end)));
  return wordsOf(lost.join(" "));
}

/** Whether a comment stays where it is, and what it is about does not. */
function isLeftAlone(text: string, comment: Span, edits: readonly FileEdit[]): boolean {
  const about = subjectOf(text, comment);
  const isTaken = (at: number): boolean =>
    edits.some(({ span, newText }) => span.start <= at && at < span.end && newText.trim() === "");
  return about !== undefined && isTaken(about) && !isTaken(comment.start);
}

/** Where the line begins that the comment is about: its own, or else the first below it that is no comment. */
function subjectOf(text: string, { start, end }: Span): number | undefined {
  if (!beginsLine(text, start)) return endOfBlanks(text, lineStart(text, start));
  let line = nextLine(text, end);
  while (text.startsWith("//", endOfBlanks(text, line))) line = nextLine(text, line);
  const about = endOfBlanks(text, line);
  return /[^\s]/.test(text.charAt(about)) ? about : undefined;
}

/** Whether something comes to stand behind a comment on its line, and so into it. */
function goesOn(text: string, { start, end }: Span, edits: readonly FileEdit[]): boolean {
  if (!text.startsWith("//", start)) return false;
  return edits.some(({ span, newText }) => {
    const isBehind = end <= span.start && span.start <= lineEnd(text, end);
    return isBehind && !ENDS_LINE.test(newText + text.slice(span.end));
  });
}

const ENDS_LINE = /^[^\S\r\n]*(?:[\r\n]|$)/;

/** However comments are marked and laid out. */
function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
