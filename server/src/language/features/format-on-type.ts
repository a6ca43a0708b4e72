// Layout as one types: the declaration that a brace closes, and the indentation of a new line.
import { startOf, unitAt, type Source, type Unit } from "../model/source.ts";
import { INDENT } from "../syntax/print.ts";
import * as t from "../syntax/tokens.ts";
import { shiftEdits } from "../text/edits.ts";
import { indentationAt, lineStart } from "../text/lines.ts";
import type { TextEdit } from "../text/span.ts";
import { formatRanges } from "./format.ts";

/**
 * The edits after `}` or a line end was typed and the cursor stands at `offset`. They lay out the declaration that the
 * brace closes, or indent the new line. No text in a string changes, and of what is broken only the new line's blanks.
 */
export function formatOnType(source: Source, offset: number, typed: string): readonly TextEdit[] {
  if (typed === "\n") return indentLine(source, offset);
  return typed === "}" && closesDeclaration(source, offset)
    ? formatRanges(source, [{ start: offset, end: offset }])
    : [];
}

function closesDeclaration(source: Source, offset: number): boolean {
  const index = unitAt(source, offset - 1);
  const unit = source.units[index];
  const end = offset - startOf(source, index);
  return unit?.text[end - 1] === "}" && unit.declarations.some(({ span }) => span.end === end);
}

// ── A new line ──

type Token = t.Tokens["tokens"][number];

interface Line {
  readonly start: number;
  /** The blanks that it begins with. */
  readonly blanks: string;
  /** The tokens of its unit that begin before it. */
  readonly before: readonly Token[];
  /** The token that it begins with. */
  readonly first: Token | undefined;
}

function indentLine(source: Source, offset: number): readonly TextEdit[] {
  const index = unitAt(source, offset);
  const [unit, start] = [source.units[index], startOf(source, index)];
  if (unit === undefined) return [];
  const line = lineAt(unit, offset - start);
  const wanted = indentationOf(line);
  if (wanted === undefined || wanted === line.blanks) return [];
  return shiftEdits([indented(line, wanted)], start);
}

function lineAt({ text }: Unit, offset: number): Line {
  const start = lineStart(text, offset);
  const blanks = indentationAt(text, start);
  const { tokens } = t.tokenize(text);
  return {
    start,
    blanks,
    before: tokens.filter((token) => token.startOffset < start),
    first: tokens.find((token) => token.startOffset === start + blanks.length),
  };
}

/** Only the line's beginning is replaced, so that a cursor behind its blanks moves along. */
function indented({ start, blanks }: Line, wanted: string): TextEdit {
  let shared = 0;
  while (shared < Math.min(blanks.length, wanted.length) && blanks.at(-1 - shared) === wanted.at(-1 - shared))
    shared += 1;
  return {
    span: { start, end: start + blanks.length - shared },
    newText: wanted.slice(0, wanted.length - shared),
  };
}

/** Undefined where the line stays as it is. */
function indentationOf(line: Line): string | undefined {
  const last = line.before.at(-1);
  if (last?.tokenType === t.UnclosedString) return undefined;
  // Strings without an end go to the end of the text.
  if (last === undefined || t.endOf(last) < line.start) return indentationOutside(line);
  return last.tokenType === t.Block ? indentationInside(line, last) : undefined;
}

const DEEPEST = 2;

function indentationOutside({ before, first }: Line): string {
  const open = before.reduce((depth, { tokenType }) => {
    if (tokenType === t.OpenBrace) return depth + 1;
    return tokenType === t.CloseBrace ? Math.max(0, depth - 1) : depth;
  }, 0);
  const depth = Math.min(DEEPEST, first?.tokenType === t.CloseBrace ? Math.max(0, open - 1) : open);
  return INDENT.repeat(isContinued(before.at(-1), first) ? depth + 1 : depth);
}

const UNFINISHED = [t.Comma, t.Equals, t.Arrow, t.EdgeWord.when, ...t.propertyTokens];
const NEW_BEGINNINGS = [t.CloseBrace, t.Arrow, ...t.propertyTokens];

/** Whether the line goes on with what the last token began. */
function isContinued(last: Token | undefined, first: Token | undefined): boolean {
  const isBeginning = first !== undefined && NEW_BEGINNINGS.includes(first.tokenType);
  return last !== undefined && UNFINISHED.includes(last.tokenType) && !isBeginning;
}

/** A line may be deeper in its block: that is text. */
function indentationInside(line: Line, { image, startOffset }: Token): string | undefined {
  const content = image.slice(0, line.start - startOffset);
  const closing = /[\r\n]([^\S\r\n]*)"""$/.exec(image);
  const isClosing = closing !== null && startOffset + closing.index + 1 === line.start;
  const first = /[\r\n]([^\S\r\n]*)[^\s]/.exec(content)?.[1];
  if (isClosing && first !== undefined) return undefined;
  const known = isClosing ? undefined : (closing?.[1] ?? first);
  const wanted = known === undefined || known === "" ? indentationOutside(line) + INDENT : known;
  return line.blanks.length < wanted.length ? wanted : undefined;
}
