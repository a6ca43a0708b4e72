// Where the pieces of a text begin, kept up while a letter is typed into one of them.
import { lastAtOrBefore } from "./line-index.ts";

/**
 * Where each piece begins. From one of them on all have moved since they were listed: a letter moves everything below it by
 * the same number, and a list anew for every letter would take its time by the length of the text.
 */
export interface Offsets {
  readonly listed: Uint32Array;
  readonly movedFrom: number;
  readonly movedBy: number;
}

interface Piece {
  readonly text: string;
}

/** Which pieces were replaced by how many. */
interface Replacement {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

export function offsetsOf(pieces: readonly Piece[]): Offsets {
  return unmoved(fill(new Uint32Array(pieces.length), pieces, { first: 0, end: pieces.length }));
}

/** Where the piece begins. */
export function offsetOf({ listed, movedFrom, movedBy }: Offsets, index: number): number {
  const offset = listed[index] ?? 0;
  return index < movedFrom ? offset : offset + movedBy;
}

/** The piece that the offset stands in; at a border, the later one. */
export function pieceAt(offsets: Offsets, offset: number): number {
  const { listed, movedFrom, movedBy } = offsets;
  const hasMoved = movedFrom < listed.length && offset >= offsetOf(offsets, movedFrom);
  return hasMoved
    ? lastAtOrBefore(listed, offset - movedBy)
    : Math.min(movedFrom - 1, lastAtOrBefore(listed, offset));
}

/** The offsets once some pieces are replaced by others. */
export function movedOffsets(before: Offsets, pieces: readonly Piece[], replacement: Replacement): Offsets {
  return grown(before, pieces, replacement) ?? relisted(before, pieces, replacement);
}

/** Where at most one piece has another length now, and what had moved until now had moved from there on. */
function grown(
  before: Offsets,
  pieces: readonly Piece[],
  { first, removed, added }: Replacement,
): Offsets | undefined {
  if (removed !== added) return undefined;
  let movedFrom = pieces.length;
  let movedBy = 0;
  let offset = offsetOf(before, first);
  for (let index = first + 1; index <= first + added && index < pieces.length; index++) {
    offset += pieces[index - 1]?.text.length ?? 0;
    const by = offset - offsetOf(before, index);
    if (by === movedBy) continue;
    if (movedBy !== 0) return undefined;
    [movedFrom, movedBy] = [index, by];
  }
  if (movedBy === 0) return before;
  if (before.movedBy !== 0 && before.movedFrom !== movedFrom) return undefined;
  return { listed: before.listed, movedFrom, movedBy: before.movedBy + movedBy };
}

/** What is below moves as a whole, without a look at its pieces. */
function relisted(
  before: Offsets,
  pieces: readonly Piece[],
  { first, removed, added }: Replacement,
): Offsets {
  const listed = new Uint32Array(pieces.length);
  for (let index = 0; index <= first && index < pieces.length; index++)
    listed[index] = offsetOf(before, index);
  const below = first + added;
  fill(listed, pieces, { first, end: Math.min(below + 1, pieces.length) });
  const by = (listed[below] ?? 0) - offsetOf(before, first + removed);
  for (let index = below + 1; index < pieces.length; index++) {
    listed[index] = offsetOf(before, index - added + removed) + by;
  }
  return unmoved(listed);
}

/** Computes the offsets of some pieces; that of the first stands already. */
function fill(
  listed: Uint32Array,
  pieces: readonly Piece[],
  { first, end }: { readonly first: number; readonly end: number },
): Uint32Array {
  for (let index = first + 1; index < end; index++) {
    listed[index] = (listed[index - 1] ?? 0) + (pieces[index - 1]?.text.length ?? 0);
  }
  return listed;
}

function unmoved(listed: Uint32Array): Offsets {
  return { listed, movedFrom: listed.length, movedBy: 0 };
}
