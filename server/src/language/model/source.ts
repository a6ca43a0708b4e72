// A text as its units: the pieces between declarations, each read by itself and kept while its text stays the same.
import type * as ast from "../syntax/ast.ts";
import { parseUnit } from "../syntax/grammar.ts";
import type { Issue } from "../syntax/messages.ts";
import { split } from "../syntax/split.ts";
import { applyEdits, shiftEdits } from "../text/edits.ts";
import { lazy, lazyKind } from "../text/lazy.ts";
import { movedOffsets, offsetOf, offsetsOf, pieceAt, type Offsets } from "../text/offsets.ts";
import type { Span, TextEdit } from "../text/span.ts";
import { mentionsOf, sameSignature, type Mention } from "./mentions.ts";

/** A piece of text with one declaration (more, where they share a line or are indented). Spans are relative to it. */
export interface Unit {
  readonly text: string;
  readonly declarations: readonly ast.Declaration[];
  readonly comments: readonly ast.Comment[];
  readonly issues: readonly Issue[];
  readonly mentions: readonly Mention[];
}

export interface Source {
  readonly units: readonly Unit[];
  /** Where each unit begins in the text. */
  readonly offsets: Offsets;
  /** The text that was read, put together when it is first asked for. */
  readonly text: string;
  readonly length: number;
  /** What an edit replaced, where one made this source. */
  readonly change: Change | undefined;
}

/** Which units of a source before were replaced by how many. */
export interface Change {
  readonly from: readonly Unit[];
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** Reads a text. It never fails: what cannot be read is an issue of its unit. */
export function parse(text: string): Source {
  return freshSource(split(text).map(readUnit), text);
}

/** Reads a text again after it was replaced: what it shares with the previous text is not read again. */
export function reparse(text: string, previous: Source): Source {
  const known = new Map(previous.units.map((unit) => [unit.text, unit]));
  return freshSource(
    split(text).map((piece) => known.get(piece) ?? readUnit(piece)),
    text,
  );
}

/** The source after an edit: only the units that it touches are split and read again, with their neighbours. */
export function edit(source: Source, { span, newText }: TextEdit): Source {
  const first = Math.max(0, unitAt(source, span.start) - 1);
  const last = Math.min(source.units.length - 1, unitAt(source, span.end) + 1);
  const touched = source.units.slice(first, last + 1);
  const before = touched.map((unit) => unit.text).join("");
  const start = startOf(source, first);
  const after = before.slice(0, span.start - start) + newText + before.slice(span.end - start);
  const known = new Map(touched.map((unit) => [unit.text, unit]));
  const read = split(after).map((piece) => known.get(piece) ?? readUnit(piece));
  const units = spliced(source.units, first, touched.length, read);
  const change = { from: source.units, first, removed: touched.length, added: read.length };
  const offsets = movedOffsets(source.offsets, units, change);
  const length = source.length + after.length - before.length;
  return newSource({ units, offsets, length, change }, { text: joinedText(units) });
}

/** The source after edits that are in order and do not overlap: one edit, which keeps what stands between them. */
export function editAll(source: Source, edits: readonly TextEdit[]): Source {
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return source;
  const span = { start: first.span.start, end: last.span.end };
  const within = source.text.slice(span.start, span.end);
  return edit(source, { span, newText: applyEdits(within, shiftEdits(edits, -span.start)) });
}

/** As `toSpliced`, which takes what is added as arguments: a call does not take as many as a paste may bring. */
function spliced(units: readonly Unit[], first: number, removed: number, added: readonly Unit[]): Unit[] {
  if (added.length < 1_000) return units.toSpliced(first, removed, ...added);
  return [...units.slice(0, first), ...added, ...units.slice(first + removed)];
}

/** Whether two texts of a file look alike to the rest of its set: they mention the same names in the same order. */
export function looksAlike(source: Source, previous: Source): boolean {
  if (source === previous) return true;
  if (source.units.length !== previous.units.length) return false;
  const { change } = source;
  if (change?.from !== previous.units) return areAlike(source.units, previous.units);
  const touched = source.units.slice(change.first, change.first + change.added);
  return areAlike(touched, previous.units.slice(change.first, change.first + change.removed));
}

/** The index of the unit that the offset stands in; at a border, of the later one. */
export function unitAt({ offsets }: Source, offset: number): number {
  return pieceAt(offsets, offset);
}

/** Where the unit begins in the text. */
export function startOf({ offsets }: Source, unit: number): number {
  return offsetOf(offsets, unit);
}

/** The declaration's tree. */
export function declarationAt(
  source: Source,
  unit: number,
  declaration: number,
): ast.Declaration | undefined {
  return source.units[unit]?.declarations[declaration];
}

/** Every declaration with the offset of its unit, in order. */
export function* declarationsOf(
  source: Source,
): Iterable<{ readonly node: ast.Declaration; readonly offset: number }> {
  for (const [index, { declarations }] of source.units.entries()) {
    for (const node of declarations) yield { node, offset: startOf(source, index) };
  }
}

/** The span in the text of one that is relative to a unit. */
export function absolute(source: Source, unit: number, { start, end }: Span): Span {
  const offset = startOf(source, unit);
  return { start: start + offset, end: end + offset };
}

function freshSource(units: readonly Unit[], text: string): Source {
  const fields = { units, offsets: offsetsOf(units), length: text.length, change: undefined };
  return newSource(fields, { text: () => text });
}

/** A function of its own: what puts the text together needs the units, and must not keep the source before. */
function joinedText(units: readonly Unit[]): () => string {
  return lazy(() => units.map((unit) => unit.text).join(""));
}

const newSource = lazyKind<Pick<Source, "text">>("text");

function readUnit(text: string): Unit {
  const { declarations, comments, issues } = parseUnit(text);
  return { text, declarations, comments, issues, mentions: mentionsOf(declarations) };
}

function areAlike(units: readonly Unit[], others: readonly Unit[]): boolean {
  return units.every((unit, index) => {
    const other = others[index];
    return unit === other || (other !== undefined && sameSignature(unit.mentions, other.mentions));
  });
}
