// The edits that make one text of another: between words where both say the same ones, so that marks on words stay.
import { countWhile, shiftEdits, smallestEdit } from "./edits.ts";
import type { Span, TextEdit } from "./span.ts";

/** The edits in order; none where the texts are equal. No edit begins or ends within a line end or a character. */
export function differences(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  return alignedSpans(wordsOf(before), wordsOf(after)).flatMap(([old, wanted]) => {
    const edit = smallestEdit(before.slice(old.start, old.end), after.slice(wanted.start, wanted.end));
    return edit ? shiftEdits([edit], old.start) : [];
  });
}

interface Word extends Span {
  readonly text: string;
}

/** Runs of letters, other characters one by one, and the end. */
function wordsOf(text: string): readonly Word[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}_]+|\S/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
  }));
  return [...words, { start: text.length, end: text.length, text: "" }];
}

/** What may differ: the blanks between the words at both ends that are the same, and whatever stands between these. */
function alignedSpans(old: readonly Word[], wanted: readonly Word[]): readonly (readonly [Span, Span])[] {
  const least = Math.min(old.length, wanted.length);
  const head = countWhile(least, (index) => old[index]?.text === wanted[index]?.text);
  const tail = countWhile(least - head, (index) => old.at(-1 - index)?.text === wanted.at(-1 - index)?.text);
  const [oldTail, wantedTail] = [old.length - tail, wanted.length - tail];
  const between = (one: number, other: number): readonly [Span, Span] => [
    gapBefore(old, one),
    gapBefore(wanted, other),
  ];
  const middle: readonly [Span, Span] = [
    { start: gapBefore(old, head).start, end: old[oldTail]?.start ?? 0 },
    { start: gapBefore(wanted, head).start, end: wanted[wantedTail]?.start ?? 0 },
  ];
  return [
    ...Array.from({ length: head }, (_, index) => between(index, index)),
    ...(tail > 0 ? [middle] : []),
    ...Array.from({ length: Math.max(0, tail - 1) }, (_, index) =>
      between(oldTail + 1 + index, wantedTail + 1 + index),
    ),
  ];
}

function gapBefore(words: readonly Word[], index: number): Span {
  return { start: words[index - 1]?.end ?? 0, end: words[index]?.start ?? 0 };
}
