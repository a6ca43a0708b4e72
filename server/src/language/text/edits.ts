// Edits of one text: put in order, made as small as they can be, moved, and applied.
import { byPlace, shift, type Span, type TextEdit } from "./span.ts";

/** The text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { span, newText } of edits) {
    pieces.push(text.slice(done, span.start), newText);
    done = span.end;
  }
  return [...pieces, text.slice(done)].join("");
}

/** The edits in order: those that touch are one, and what an edit would write as it is stays out of it. */
export function tidyEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  return joinedEdits(edits).flatMap(({ span, newText }) => {
    const least = smallestEdit(text.slice(span.start, span.end), newText);
    return least ? shiftEdits([least], span.start) : [];
  });
}

/** The edits in order: those that touch are one. */
export function joinedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted(byPlace)) {
    const last = joined.at(-1);
    if (last && edit.span.start <= last.span.end) joined[joined.length - 1] = union(last, edit);
    else joined.push(edit);
  }
  return joined;
}

/** The edits as they count from `offset` on. */
export function shiftEdits(edits: readonly TextEdit[], offset: number): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({ span: shift(span, offset), newText }));
}

export function inserted(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

/** The smallest edit between two texts, which cuts no line end or character in two; undefined where they are equal. */
export function smallestEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const least = Math.min(before.length, after.length);
  let start = countWhile(least, (index) => before[index] === after[index]);
  while (isWithin(before, start) || isWithin(after, start)) start -= 1;
  let kept = countWhile(
    least - start,
    (index) => before[before.length - 1 - index] === after[after.length - 1 - index],
  );
  while (isWithin(before, before.length - kept) || isWithin(after, after.length - kept)) kept -= 1;
  return { span: { start, end: before.length - kept }, newText: after.slice(start, after.length - kept) };
}

/** For how many numbers from 0 on it holds, one after the other. */
export function countWhile(limit: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count += 1;
  return count;
}

function union({ span: one, newText }: TextEdit, { span: other, newText: more }: TextEdit): TextEdit {
  const span: Span = { start: one.start, end: Math.max(one.end, other.end) };
  return { span, newText: newText + more };
}

/** Whether the offset is in the middle of a line end or of a character of two units. */
function isWithin(text: string, offset: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
