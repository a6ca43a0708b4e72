// The layout of a declaration or of a line in it: words, perhaps a block behind them, and the comments in between.
import { isSuppression } from "../../diagnostics/suppressions.ts";
import type { Comment } from "../../syntax/ast.ts";
import { columnsOf, filledLines, INDENT, WIDEST } from "../../syntax/print.ts";
import { isOnOneLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";

/** What is written without a break: a keyword, a name with its comma, a text. */
export interface Word {
  readonly span: Span;
  readonly text: string;
}

export interface Entry {
  readonly span: Span;
  readonly words: readonly Word[];
  /** `fill`: further lines begin at the last column. `never`: only behind a comment. */
  readonly wrap: "fill" | "never";
  /** What stands between its braces, with a blank line between two groups. */
  readonly block: readonly (readonly Entry[])[] | undefined;
}

/** The text that an entry's spans count in, and the comments within the entry. */
export interface Source {
  readonly text: string;
  readonly comments: readonly Comment[];
}

/** The entry's lines; the first without its indentation, because something may stand before it. */
export function printEntry(source: Source, entry: Entry, indentation: string): string {
  if (entry.block === undefined) return printWords(source, entry, indentation);
  const line =
    entry.block.flat().length === 0 && source.comments.length === 0
      ? emptyBlock(entry)
      : printLine(source, entry);
  if (line !== undefined && columnsOf(indentation + line) <= WIDEST) return line;
  return printBlock(source, entry, entry.block, indentation);
}

/** As much of a comment as is text: blanks at the end of a doc comment's line are Markdown. */
export function printComment({ text }: Comment): string {
  return text.startsWith("///") ? text : text.trimEnd();
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}

function emptyBlock(entry: Entry): string {
  return `${wordsOf(entry)} {}`;
}

/** The entry on one line, where it was written so. */
function printLine({ text }: Source, entry: Entry): string | undefined {
  return isOnOneLine(text, entry.span) ? lineOf(entry) : undefined;
}

function lineOf(entry: Entry): string {
  const inner = entry.block?.flat().map(lineOf);
  if (inner === undefined) return wordsOf(entry);
  return inner.length === 0 ? emptyBlock(entry) : `${wordsOf(entry)} { ${inner.join(" ")} }`;
}

function wordsOf({ words }: Entry): string {
  return words.map((it) => it.text).join(" ");
}

// ── Words ──

interface Row {
  readonly words: readonly string[];
  readonly comment: string | undefined;
  readonly wrap: Entry["wrap"];
}

/** Every comment between two words ends its line. */
function printWords(source: Source, entry: Entry, indentation: string): string {
  const further = indentation + INDENT;
  const lines = rowsOf(source, entry).flatMap(({ words, comment, wrap }, index) => {
    const first = index === 0 ? indentation : further;
    const text = wrap === "fill" ? filledLines(words, first, further) : [words.join(" ")];
    return comment === undefined ? text : withComment(text, comment);
  });
  return lines.join(`\n${further}`);
}

function withComment(lines: readonly string[], comment: string): readonly string[] {
  const last = lines.at(-1) ?? "";
  return [...lines.slice(0, -1), last === "" ? comment : `${last} ${comment}`];
}

/** A comment on a line of its own keeps one, and so do the words below it, where it silences what is on their line. */
function rowsOf({ text, comments }: Source, { words, wrap, span }: Entry): readonly Row[] {
  const rows: Row[] = [];
  let row: string[] = [];
  let isSilenced = false;
  let end = span.start;
  const endRow = (comment: string | undefined): void => {
    rows.push({ words: row, comment, wrap: isSilenced ? "never" : wrap });
    if (row.length > 0) isSilenced = false;
    row = [];
  };
  for (const piece of [...words, ...comments].sort((a, b) => a.span.start - b.span.start)) {
    const isComment = piece.text.startsWith("//");
    const isBelow = row.length > 0 && !isOnOneLine(text, { start: end, end: piece.span.start });
    if (isBelow && (isComment || isSilenced)) endRow(undefined);
    if (isComment) endRow(printComment(piece));
    else row.push(piece.text);
    isSilenced ||= isComment && isSuppression(piece.text);
    ({ end } = piece.span);
  }
  if (row.length > 0) endRow(undefined);
  return rows;
}

// ── Blocks ──

/** The comments in and around an entry of a block, as lines but for those inside. */
interface Neighbours {
  readonly before: string[];
  readonly inside: Comment[];
  readonly behind: string[];
}

/** The comments of a block. */
interface Placed {
  /** The first stands behind the brace. */
  readonly opening: string[];
  readonly at: ReadonlyMap<Entry, Neighbours>;
  readonly closing: string[];
}

function printBlock(
  source: Source,
  entry: Entry,
  groups: readonly (readonly Entry[])[],
  indentation: string,
): string {
  const inner = indentation + INDENT;
  const { opening, at, closing } = placeComments(source, entry, groups.flat());
  const [first, ...below] = opening;
  const printChild = (child: Entry): readonly string[] => {
    const { before, inside, behind } = at.get(child) ?? noNeighbours();
    const printed = printEntry({ text: source.text, comments: inside }, child, inner);
    return [...before, [printed, ...behind].join(" ")];
  };
  const written = groups.filter((group) => group.length > 0).map((group) => group.flatMap(printChild));
  const lines = [
    ...below,
    ...written.flatMap((group, index) => (index === 0 ? group : ["", ...group])),
    ...closing,
  ];
  if (lines.at(-1) === "") lines.pop();
  const head = [`${wordsOf(entry)} {`, ...(first === undefined ? [] : [first])].join(" ");
  return [head, ...lines.map((line) => (line === "" ? "" : inner + line)), `${indentation}}`].join("\n");
}

function noNeighbours(): Neighbours {
  return { before: [], inside: [], behind: [] };
}

function placeComments(source: Source, entry: Entry, children: readonly Entry[]): Placed {
  const inOrder = children.toSorted((a, b) => a.span.start - b.span.start);
  const at = new Map(inOrder.map((child) => [child, noNeighbours()]));
  const placed: Placed = { opening: [], at, closing: [] };
  const brace = braceOf(source, entry);
  let index = 0;
  for (const comment of source.comments) {
    while ((inOrder[index]?.span.end ?? Infinity) <= comment.span.start) index += 1;
    const [previous, next] = [inOrder[index - 1], inOrder[index]];
    if (next && next.span.start < comment.span.start) at.get(next)?.inside.push(comment);
    else placeBetween({ text: source.text, brace, placed }, comment, previous, next);
  }
  return placed;
}

interface Block {
  readonly text: string;
  readonly brace: number;
  readonly placed: Placed;
}

function placeBetween(
  { text, brace, placed }: Block,
  comment: Comment,
  previous: Entry | undefined,
  next: Entry | undefined,
): void {
  const { opening, at, closing } = placed;
  const { start, end } = comment.span;
  const line = printComment(comment);
  const isBehind = start < brace || isOnOneLine(text, { start: previous?.span.end ?? brace, end: start });
  // What silences a finding below stands above it, wherever that goes.
  if (isBehind && !isSuppression(comment.text)) {
    (previous ? at.get(previous)?.behind : opening)?.push(line);
    return;
  }
  // A blank line below says that it is about nothing there.
  const lines = isBlankBelow(text, end) ? [line, ""] : [line];
  (next ? at.get(next)?.before : closing)?.push(...lines);
}

function isBlankBelow(text: string, end: number): boolean {
  return /^(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/.test(text.slice(end));
}

/** Where the block opens: behind its words, and the comments behind these. */
function braceOf({ text, comments }: Source, { words, span }: Entry): number {
  let end = words.at(-1)?.span.end ?? span.start;
  for (const comment of comments) {
    if (comment.span.start < end) continue;
    if (!isBlank(text, end, comment.span.start)) break;
    ({ end } = comment.span);
  }
  return end + text.slice(end).search(/\S|$/);
}
