// The layout of a declaration or of a line in it: words, perhaps a block behind them, and the comments in between.
import type { Comment } from "../../syntax/ast.ts";
import { columnsOf, filledLines, INDENT, WIDEST } from "../../syntax/print.ts";
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
  /** `own`: another entry on its line would be taken for a part of it. */
  readonly line: "shared" | "own";
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

/** Whether no line ends between the two places. */
export function onOneLine(text: string, start: number, end: number): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
}

function emptyBlock(entry: Entry): string {
  return `${wordsOf(entry)} {}`;
}

/** The entry on one line, where it was written so. */
function printLine({ text }: Source, entry: Entry): string | undefined {
  const { start, end } = entry.span;
  const stays = onOneLine(text, start, end) && (entry.block ?? []).flat().every((it) => it.line === "shared");
  return stays ? lineOf(entry) : undefined;
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
}

/** Every comment between two words ends its line. */
function printWords(source: Source, entry: Entry, indentation: string): string {
  const further = indentation + INDENT;
  const lines = rowsOf(source, entry.words).flatMap(({ words, comment }, index) => {
    const first = index === 0 ? indentation : further;
    const text = entry.wrap === "fill" ? filledLines(words, first, further) : [words.join(" ")];
    return comment === undefined ? text : withComment(text, comment);
  });
  return lines.join(`\n${further}`);
}

function withComment(lines: readonly string[], comment: string): readonly string[] {
  const last = lines.at(-1) ?? "";
  return [...lines.slice(0, -1), last === "" ? comment : `${last} ${comment}`];
}

function rowsOf({ comments }: Source, words: readonly Word[]): readonly Row[] {
  const rows: Row[] = [];
  let row: string[] = [];
  words.forEach((word, index) => {
    row.push(word.text);
    const next = words[index + 1]?.span.start ?? word.span.end;
    for (const comment of comments) {
      if (comment.span.start < word.span.end || comment.span.start >= next) continue;
      rows.push({ words: row, comment: printComment(comment) });
      row = [];
    }
  });
  return row.length === 0 ? rows : [...rows, { words: row, comment: undefined }];
}

// ── Blocks ──

/** A comment of a block that is in none of its entries. */
interface Placed {
  readonly text: string;
  /** The entry that it precedes or trails; the block itself for the line that opens it and the one that closes it. */
  readonly owner: Entry;
  readonly place: "before" | "behind" | "opening" | "closing";
}

function printBlock(
  source: Source,
  entry: Entry,
  groups: readonly (readonly Entry[])[],
  indentation: string,
): string {
  const inner = indentation + INDENT;
  const placed = placeComments(source, entry, groups.flat());
  const texts = (owner: Entry, place: Placed["place"]): string[] =>
    placed.filter((it) => it.owner === owner && it.place === place).map((it) => it.text);
  const [opening, ...below] = texts(entry, "opening");
  const written = groups
    .filter((group) => group.length > 0)
    .map((group) =>
      group.flatMap((child) => [
        ...texts(child, "before"),
        [printEntry(within(source, child), child, inner), ...texts(child, "behind")].join(" "),
      ]),
    );
  const lines = [
    ...below,
    ...written.flatMap((group, index) => (index === 0 ? group : ["", ...group])),
    ...texts(entry, "closing"),
  ];
  const head = [`${wordsOf(entry)} {`, ...(opening === undefined ? [] : [opening])].join(" ");
  return [head, ...lines.map((line) => (line === "" ? "" : inner + line)), `${indentation}}`].join("\n");
}

function within({ text, comments }: Source, { span }: Entry): Source {
  return { text, comments: comments.filter((it) => span.start <= it.span.start && it.span.end <= span.end) };
}

function placeComments(
  { text, comments }: Source,
  entry: Entry,
  children: readonly Entry[],
): readonly Placed[] {
  const inOrder = children.toSorted((a, b) => a.span.start - b.span.start);
  return comments.flatMap((comment) => placeComment(text, comment, entry, inOrder) ?? []);
}

/** Undefined where the comment is inside one of the children. */
function placeComment(
  text: string,
  comment: Comment,
  entry: Entry,
  children: readonly Entry[],
): Placed | undefined {
  const { start } = comment.span;
  const headEnd = entry.words.at(-1)?.span.end ?? entry.span.start;
  const previous = children.findLast((it) => it.span.start < start);
  if (previous !== undefined && start < previous.span.end) return undefined;
  const next = children.find((it) => start < it.span.start);
  const written = printComment(comment);
  const behind = start < headEnd || onOneLine(text, previous?.span.end ?? headEnd, start);
  if (behind) return { text: written, owner: previous ?? entry, place: previous ? "behind" : "opening" };
  return { text: written, owner: next ?? entry, place: next ? "before" : "closing" };
}
