// Where a thing stands in its text, and how to put something beside it or take it away without a trace.
import { isSuppression } from "../../diagnostics/suppressions.ts";
import type { ParamValues } from "../../model/params.ts";
import type * as ast from "../../syntax/ast.ts";
import { CONTINUATION, INDENT } from "../../syntax/print.ts";
import { inserted } from "../../text/edits.ts";
import { endOfBlanks, lineAt, linesAbove, lineStart, nextLine, startOfBlanks } from "../../text/lines.ts";
import type { Span, TextEdit } from "../../text/span.ts";

/** What an edit in a declaration needs to know of its surroundings. */
export interface Site {
  /** The text that all spans count in. */
  readonly text: string;
  readonly comments: readonly ast.Comment[];
  readonly params: ParamValues;
  /** How the file ends its lines. */
  readonly lineEnd: string;
  /** What the declaration's first line begins with. */
  readonly indentation: string;
}

/** How something stands on its lines. */
export interface Standing {
  /** Where its first line begins. */
  readonly lineStart: number;
  /** Behind the end of its last line. */
  readonly lineEnd: number;
  /** Nothing but blanks before it on its line. */
  readonly isFirst: boolean;
  /** Nothing but a comment behind it on its line. */
  readonly isLast: boolean;
  /** The blanks that its line begins with. */
  readonly indentation: string;
}

export function standing(text: string, { start, end }: Span): Standing {
  const first = lineStart(text, start);
  const indentation = text.slice(first, Math.min(start, endOfBlanks(text, first)));
  return {
    lineStart: first,
    lineEnd: nextLine(text, end),
    isFirst: first + indentation.length === start,
    isLast: /^\s*(?:\/\/|$)/.test(lineAt(text, end)),
    indentation,
  };
}

/** Whether it has its lines for itself. */
export function standsAlone({ isFirst, isLast }: Standing): boolean {
  return isFirst && isLast;
}

/** Where the unbroken run of comment lines above a line begins; the line itself where there is none. */
export function aboveComments(text: string, line: number): number {
  return linesAbove(text, line, isComment);
}

/** A printed line of a block, its further lines indented as behind `indentation`, with the file's line ends. */
export function laidOut(printed: string, indentation: string, lineEnd: string): string {
  return printed
    .split("\n")
    .map((line, index) =>
      index === 0 || line === "" ? line : indentation + INDENT + line.slice(CONTINUATION.length),
    )
    .join(lineEnd);
}

/** What comes into a block: an entry as it is printed, or as it stood elsewhere, alone or with its lines. */
export interface Newcomer {
  readonly kind: "printed" | "entry" | "lines";
  readonly text: string;
}

/** Puts something behind an entry, or behind the brace that opens the block: on lines of its own, or on that of both. */
export function insertedBehind(site: Site, neighbour: Span, newcomer: Newcomer): TextEdit {
  const it = standing(site.text, neighbour);
  return it.isLast
    ? inserted(it.lineEnd, asLines(site, it, newcomer))
    : inserted(neighbour.end, inLine(site, it, newcomer));
}

export function insertedBefore(site: Site, neighbour: Span, newcomer: Newcomer): TextEdit {
  const it = standing(site.text, neighbour);
  return it.isFirst
    ? inserted(aboveComments(site.text, it.lineStart), asLines(site, it, newcomer))
    : inserted(startOfBlanks(site.text, neighbour.start), inLine(site, it, newcomer));
}

function asLines(site: Site, it: Standing, newcomer: Newcomer): string {
  if (newcomer.kind === "lines") return newcomer.text;
  return indentationBeside(site, it) + entryText(site, it, newcomer) + site.lineEnd;
}

/** Between two entries of one line. */
function inLine(site: Site, it: Standing, newcomer: Newcomer): string {
  if (newcomer.kind !== "lines") return ` ${entryText(site, it, newcomer)}`;
  return site.lineEnd + newcomer.text + indentationBeside(site, it);
}

function entryText(site: Site, it: Standing, { kind, text }: Newcomer): string {
  return kind === "printed" ? laidOut(text, indentationBeside(site, it), site.lineEnd) : text;
}

/** What a line for the entry begins with: as it does, or as its block would have it. */
export function indentationFor(site: Site, entry: Span): string {
  return indentationBeside(site, standing(site.text, entry));
}

function indentationBeside(site: Site, { isFirst, indentation }: Standing): string {
  return isFirst ? indentation : site.indentation + INDENT;
}

/** Takes an entry away: its lines with what trails it, or itself and the blanks beside it. Comments above stay. */
export function removed(site: Site, span: Span): TextEdit {
  const { text } = site;
  const it = standing(text, span);
  if (!standsAlone(it)) return removedAlone(site, span);
  const start = linesAbove(text, it.lineStart, (line) => isSuppression(line.trimStart()));
  return { span: { start, end: it.lineEnd }, newText: "" };
}

/** Takes something away and leaves every comment beside it: its line if that has nothing else, or the blanks beside it. */
export function removedAlone({ text }: Site, span: Span): TextEdit {
  const it = standing(text, span);
  const isBlank = text.slice(span.end, it.lineEnd).trim() === "";
  if (standsAlone(it) && isBlank) return { span: { start: it.lineStart, end: it.lineEnd }, newText: "" };
  if (it.isFirst) return { span: { start: span.start, end: endOfBlanks(text, span.end) }, newText: "" };
  return replaced(text, { start: startOfBlanks(text, span.start), end: span.end }, "");
}

/** Puts a word or text in another's place, apart from words that stand against it. */
export function replaced(text: string, span: Span, newText: string): TextEdit {
  const before = text[span.start - 1] ?? "";
  const behind = text[span.end] ?? "";
  const first = newText[0] ?? behind;
  const last = newText.at(-1) ?? before;
  if (newText === "") return { span, newText: isWordy(before) && isWordy(behind) ? " " : "" };
  return {
    span,
    newText: `${isWordy(before) && isWordy(first) ? " " : ""}${newText}${isWordy(last) && isWordy(behind) ? " " : ""}`,
  };
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("//");
}

/** Whether the character may be part of a name or keyword. */
function isWordy(character: string): boolean {
  return /[\p{L}\p{M}\p{N}_-]/u.test(character);
}
