// The objectives of one file in the order that is wanted: what keeps its order stays where it is, the rest is put beside it.
import { applyEdits, inserted, shiftEdits } from "../../text/edits.ts";
import { endOfBlanks, startOfBlanks } from "../../text/lines.ts";
import { longestRise } from "../../text/longest-rise.ts";
import type { Span, TextEdit } from "../../text/span.ts";
import { aboveComments, standing, standsAlone, type Standing } from "./site.ts";

/** A text that has declarations. */
export interface Layout {
  readonly text: string;
  readonly lineEnd: string;
  /** The objectives' declarations, in order. */
  readonly declarations: readonly Span[];
  /** Where objectives go if there is none to go beside. */
  readonly home: number;
}

/** An objective that has its place in the text (the index of its declaration), or a new one's text. */
export type Wanted = number | string;

/**
 * The edits that bring the objectives into the wanted order and leave out the others. `editsOf` says what changes in a
 * declaration, wherever it goes.
 */
export function arrange(
  layout: Layout,
  wanted: readonly Wanted[],
  editsOf: (declaration: number) => readonly TextEdit[],
): readonly TextEdit[] {
  const stays = stayingOf(wanted);
  const texts = wanted.map((it) => (typeof it === "string" ? it : movedText(layout, it, editsOf(it))));
  const gone = layout.declarations.flatMap((_, index) => (stays.has(index) ? [] : [index]));
  if (stays.size === 0 && texts.length > 0 && gone.length > 0 && standsAlone(standingAt(layout, 0)))
    return [inPlaceOf(layout, 0, texts), ...removals(layout, gone.slice(1))];
  return [
    ...[...stays].flatMap(editsOf),
    ...removals(layout, gone),
    ...insertions(layout, wanted, texts, stays),
  ];
}

/** What moves or goes with a declaration: its lines, with the comments directly above and behind it, or it alone. */
function chunkAt(layout: Layout, index: number): Span {
  const it = standingAt(layout, index);
  if (!standsAlone(it)) return spanAt(layout, index);
  return { start: aboveComments(layout.text, it.lineStart), end: it.lineEnd };
}

function standingAt(layout: Layout, index: number): Standing {
  return standing(layout.text, spanAt(layout, index));
}

function spanAt({ declarations, home }: Layout, index: number): Span {
  return declarations[index] ?? { start: home, end: home };
}

function stayingOf(wanted: readonly Wanted[]): ReadonlySet<number> {
  const rise = longestRise(wanted.map((it) => (typeof it === "number" ? it : undefined)));
  return new Set(wanted.filter((it, index): it is number => typeof it === "number" && rise.has(index)));
}

/** A declaration where it goes: its lines without the last line end, changed by the edits. */
export function movedText(layout: Layout, declaration: number, edits: readonly TextEdit[]): string {
  const { start, end } = chunkAt(layout, declaration);
  const text = applyEdits(layout.text.slice(start, end), shiftEdits(edits, -start));
  return text.replace(/(?:\r\n|\r|\n)$/, "");
}

// ── What comes ──

function insertions(
  layout: Layout,
  wanted: readonly Wanted[],
  texts: readonly string[],
  stays: ReadonlySet<number>,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let waiting: string[] = [];
  let last: number | undefined;
  for (const [index, it] of wanted.entries()) {
    if (typeof it !== "number" || !stays.has(it)) {
      waiting.push(texts[index] ?? "");
      continue;
    }
    if (waiting.length > 0)
      edits.push(last === undefined ? before(layout, it, waiting) : behind(layout, last, waiting));
    waiting = [];
    last = it;
  }
  if (waiting.length === 0) return edits;
  return [...edits, last === undefined ? atHome(layout, waiting) : behind(layout, last, waiting)];
}

function behind(layout: Layout, declaration: number, texts: readonly string[]): TextEdit {
  const { text, lineEnd } = layout;
  const span = spanAt(layout, declaration);
  const it = standing(text, span);
  if (!it.isLast) return inTheLine(layout, { start: span.end, end: endOfBlanks(text, span.end) }, texts);
  const isEnded = /[\r\n]/.test(text.charAt(it.lineEnd - 1));
  const said = texts.join(lineEnd + lineEnd);
  if (!isEnded) return inserted(it.lineEnd, lineEnd + lineEnd + said);
  return inserted(it.lineEnd, lineEnd + said + lineEnd + (isClear(text, it.lineEnd) ? "" : lineEnd));
}

function before(layout: Layout, declaration: number, texts: readonly string[]): TextEdit {
  const { text } = layout;
  const span = spanAt(layout, declaration);
  const it = standing(text, span);
  if (!it.isFirst)
    return inTheLine(layout, { start: startOfBlanks(text, span.start), end: span.start }, texts);
  return above(layout, aboveComments(text, it.lineStart), texts);
}

/** Where all go, the first one's lines are where the others come. */
function inPlaceOf(layout: Layout, declaration: number, texts: readonly string[]): TextEdit {
  const { text, lineEnd } = layout;
  const span = chunkAt(layout, declaration);
  const end = /[\r\n]/.test(text.charAt(span.end - 1)) ? lineEnd : "";
  return { span, newText: texts.join(lineEnd + lineEnd) + end };
}

/** In a file without objectives, or in place of those that go. */
function atHome(layout: Layout, texts: readonly string[]): TextEdit {
  const { text, declarations, home } = layout;
  if (declarations.length > 0) return before(layout, 0, texts);
  return home < text.length ? above(layout, home, texts) : atEnd(layout, texts);
}

/** In place of the blank lines at the end, and with a line end behind if the last line has one. */
function atEnd({ text, lineEnd }: Layout, texts: readonly string[]): TextEdit {
  const span = { start: endOfText(text, text.length), end: text.length };
  const said = texts.join(lineEnd + lineEnd);
  if (span.start === 0) return { span, newText: said + lineEnd };
  const isEnded = /[\r\n]/.test(text.charAt(span.start - 1));
  return { span, newText: isEnded ? lineEnd + said + lineEnd : lineEnd + lineEnd + said };
}

/** Above a line, with blank lines around. */
function above({ text, lineEnd }: Layout, offset: number, texts: readonly string[]): TextEdit {
  const gap = isOpen(text.slice(0, offset)) ? "" : lineEnd;
  return inserted(offset, gap + texts.map((it) => it + lineEnd + lineEnd).join(""));
}

/** Between two declarations of one line, in place of the blanks between them. */
function inTheLine({ lineEnd }: Layout, span: Span, texts: readonly string[]): TextEdit {
  const gap = lineEnd + lineEnd;
  return { span, newText: gap + texts.join(gap) + gap };
}

/** Whether a blank line, or nothing, stands there. */
function isClear(text: string, offset: number): boolean {
  return /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(offset));
}

/** Whether the text ends with a blank line, or is blank. */
function isOpen(text: string): boolean {
  if (text.trim() === "") return true;
  const [end = ""] = /(?:\r\n|\r|\n)$/.exec(text) ?? [];
  return end !== "" && /[\r\n][^\S\r\n]*$/.test(text.slice(0, -end.length));
}

// ── What goes ──

function removals(layout: Layout, gone: readonly number[]): readonly TextEdit[] {
  const { text } = layout;
  const chunks = gone.map((index) => ({ span: chunkAt(layout, index), it: standingAt(layout, index) }));
  const inLines = chunks
    .filter(({ it }) => !standsAlone(it))
    .map(({ span, it }) => removedFromLine(text, span, it));
  const alone = chunks.filter(({ it }) => standsAlone(it)).map(({ span }) => span);
  return [...inLines, ...runsOf(text, alone).map((span) => removedLines(text, span))];
}

function removedFromLine(text: string, span: Span, { isFirst }: Standing): TextEdit {
  return isFirst
    ? { span: { start: span.start, end: endOfBlanks(text, span.end) }, newText: "" }
    : { span: { start: startOfBlanks(text, span.start), end: span.end }, newText: "" };
}

/** Chunks with nothing but blank lines between them go as one. */
function runsOf(text: string, chunks: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const chunk of chunks) {
    const last = runs.at(-1);
    if (last && text.slice(last.end, chunk.start).trim() === "")
      runs[runs.length - 1] = { start: last.start, end: chunk.end };
    else runs.push(chunk);
  }
  return runs;
}

/** Of the blank lines above and below the lines, those above stay; at the end of the text neither do. */
function removedLines(text: string, { start, end }: Span): TextEdit {
  const rest = text.slice(end);
  if (rest.trim() === "") return { span: { start: endOfText(text, start), end: text.length }, newText: "" };
  if (!isOpen(text.slice(0, start))) return { span: { start, end }, newText: "" };
  const blank = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(rest)?.[0].length ?? 0;
  return { span: { start, end: end + blank }, newText: "" };
}

/** Behind the end of the last line with text before the offset. */
function endOfText(text: string, offset: number): number {
  const said = text.slice(0, offset).trimEnd().length;
  return said + (/^[^\S\r\n]*(?:\r\n|\r|\n)?/.exec(text.slice(said, offset))?.[0].length ?? 0);
}
