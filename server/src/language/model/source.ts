// A text as its units: the pieces between declarations, each read by itself and kept while its text stays the same.
import type * as ast from "../syntax/ast.ts";
import { parseUnit } from "../syntax/grammar.ts";
import type { Issue } from "../syntax/messages.ts";
import { split } from "../syntax/split.ts";
import { lastAtOrBefore } from "../text/line-index.ts";
import { lazy, lazyKind } from "../text/lazy.ts";
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
  readonly starts: Uint32Array;
  /** The length of the text. */
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
  return sourceOf(split(text).map(readUnit), text.length);
}

/** Reads a text again after it was replaced: what it shares with the previous text is not read again. */
export function reparse(text: string, previous: Source): Source {
  const known = new Map(previous.units.map((unit) => [unit.text, unit]));
  return sourceOf(
    split(text).map((piece) => known.get(piece) ?? readUnit(piece)),
    text.length,
  );
}

/** The source after an edit: only the units that it touches are split and read again, with their neighbours. */
export function edit(source: Source, { span, newText }: TextEdit): Source {
  const first = Math.max(0, unitAt(source, span.start) - 1);
  const last = Math.min(source.units.length - 1, unitAt(source, span.end) + 1);
  const touched = source.units.slice(first, last + 1);
  const before = touched.map((unit) => unit.text).join("");
  const start = source.starts[first] ?? 0;
  const after = before.slice(0, span.start - start) + newText + before.slice(span.end - start);
  const known = new Map(touched.map((unit) => [unit.text, unit]));
  const read = split(after).map((piece) => known.get(piece) ?? readUnit(piece));
  const units = spliced(source.units, first, touched.length, read);
  const change = { from: source.units, first, removed: touched.length, added: read.length };
  const oldStarts = source.starts;
  const starts = lazy(() => movedStarts(oldStarts, units, change));
  return sourceWith(units, source.length + after.length - before.length, starts, change);
}

/** As `toSpliced`, which takes what is added as arguments: a call does not take as many as a paste may bring. */
function spliced(units: readonly Unit[], first: number, removed: number, added: readonly Unit[]): Unit[] {
  if (added.length < 1_000) return units.toSpliced(first, removed, ...added);
  return [...units.slice(0, first), ...added, ...units.slice(first + removed)];
}

/** The text that was read. */
export function textOf({ units }: Source): string {
  return units.map((unit) => unit.text).join("");
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
export function unitAt({ starts }: Source, offset: number): number {
  return lastAtOrBefore(starts, offset);
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
export function* declarationsOf({
  units,
  starts,
}: Source): Iterable<{ readonly node: ast.Declaration; readonly offset: number }> {
  for (const [index, { declarations }] of units.entries()) {
    for (const node of declarations) yield { node, offset: starts[index] ?? 0 };
  }
}

/** The span in the text of one that is relative to a unit. */
export function absolute({ starts }: Source, unit: number, { start, end }: Span): Span {
  const offset = starts[unit] ?? 0;
  return { start: start + offset, end: end + offset };
}

function sourceOf(units: readonly Unit[], length: number): Source {
  return sourceWith(
    units,
    length,
    lazy(() => fillStarts(new Uint32Array(units.length), units, 0, units.length)),
    undefined,
  );
}

function sourceWith(
  units: readonly Unit[],
  length: number,
  starts: () => Uint32Array,
  change: Change | undefined,
): Source {
  return newSource({ units, length, change }, { starts });
}

const newSource = lazyKind<Pick<Source, "starts">>("starts");

/** Computes the starts from one unit to before another; that of the first stands already, or is 0. */
function fillStarts(starts: Uint32Array, units: readonly Unit[], from: number, to: number): Uint32Array {
  for (let index = Math.max(1, from); index < to; index++) {
    starts[index] = (starts[index - 1] ?? 0) + (units[index - 1]?.text.length ?? 0);
  }
  return starts;
}

/** The starts after a change: what is below it moves as a whole, without a look at its units. */
function movedStarts(
  before: Uint32Array,
  units: readonly Unit[],
  { first, removed, added }: Change,
): Uint32Array {
  const starts = new Uint32Array(units.length);
  starts.set(before.subarray(0, first));
  fillStarts(starts, units, first, Math.min(first + added + 1, units.length));
  const below = first + added;
  const offset = (starts[below] ?? 0) - (before[first + removed] ?? 0);
  for (let index = below + 1; index < units.length; index++) {
    starts[index] = (before[index - added + removed] ?? 0) + offset;
  }
  return starts;
}

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
