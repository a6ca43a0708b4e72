// Where pieces begin, after any replacements: what a list made anew would say.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  movedOffsets,
  offsetOf,
  offsetsOf,
  pieceAt,
  type Offsets,
} from "../../../server/src/language/text/offsets.ts";
import { LAW } from "../../support/generators.ts";

interface Piece {
  readonly text: string;
}

function checkSame(offsets: Offsets, pieces: readonly Piece[]): void {
  const fresh = offsetsOf(pieces);
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  expect(pieces.map((_, index) => offsetOf(offsets, index))).toEqual(
    pieces.map((_, index) => offsetOf(fresh, index)),
  );
  for (let offset = 0; offset <= length; offset++)
    expect(pieceAt(offsets, offset)).toBe(pieceAt(fresh, offset));
}

const anyPiece = fc.nat({ max: 3 }).map((length): Piece => ({ text: "x".repeat(length + 1) }));
const anyChange = fc.record({
  at: fc.nat(),
  removed: fc.nat({ max: 3 }),
  added: fc.array(anyPiece, { maxLength: 3 }),
});

test("after any replacements each piece is found where it begins", () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { minLength: 1, maxLength: 8 }), fc.array(anyChange), (first, changes) => {
      let [pieces, offsets] = [first, offsetsOf(first)];
      for (const { at, removed: most, added } of changes) {
        const start = at % pieces.length;
        const removed = Math.min(most, pieces.length - start);
        const after = pieces.toSpliced(start, removed, ...added);
        if (after.length === 0) continue;
        offsets = movedOffsets(offsets, after, { first: start, removed, added: added.length });
        pieces = after;
        checkSame(offsets, pieces);
      }
    }),
    LAW,
  );
});

test("letters typed into one piece keep the list", () => {
  const pieces = ["aa", "b", "cc"].map((text) => ({ text }));
  const replacement = { first: 0, removed: 2, added: 2 };
  const before = offsetsOf(pieces);
  const once = movedOffsets(before, pieces.with(1, { text: "bb" }), replacement);
  const twice = movedOffsets(once, pieces.with(1, { text: "bbb" }), replacement);
  const back = movedOffsets(twice, pieces, replacement);
  for (const { listed } of [once, twice, back]) expect(listed).toBe(before.listed);
  expect([before, once, twice, back].map((it) => offsetOf(it, 2))).toEqual([3, 4, 5, 3]);
});
