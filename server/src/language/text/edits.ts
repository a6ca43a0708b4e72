// Several edits of one text: put in order, made as small as they can be, and applied.
import type { TextEdit } from "./span.ts";

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
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted(byPlace)) {
    const last = joined.at(-1);
    if (last && edit.span.start <= last.span.end) joined[joined.length - 1] = union(last, edit);
    else joined.push(edit);
  }
  return joined.map((edit) => trimmed(text, edit)).filter((edit) => !isEmpty(edit));
}

/** The edits as they count from `offset` on. */
export function shiftEdits(edits: readonly TextEdit[], offset: number): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({
    span: { start: span.start + offset, end: span.end + offset },
    newText,
  }));
}

/** What is put in at a place comes before what is changed there. */
function byPlace({ span: one }: TextEdit, { span: other }: TextEdit): number {
  return one.start - other.start || one.end - other.end;
}

function union(one: TextEdit, other: TextEdit): TextEdit {
  return {
    span: { start: one.span.start, end: Math.max(one.span.end, other.span.end) },
    newText: one.newText + other.newText,
  };
}

function isEmpty({ span, newText }: TextEdit): boolean {
  return span.start === span.end && newText === "";
}

function trimmed(text: string, { span, newText }: TextEdit): TextEdit {
  const old = text.slice(span.start, span.end);
  const most = Math.min(old.length, newText.length);
  let before = 0;
  while (before < most && old[before] === newText[before]) before += 1;
  while (before > 0 && splitsCharacter(old, newText, before)) before -= 1;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === newText.at(-1 - behind)) behind += 1;
  while (behind > 0 && splitsCharacter(old, newText, old.length - behind, newText.length - behind))
    behind -= 1;
  return {
    span: { start: span.start + before, end: span.end - behind },
    newText: newText.slice(before, newText.length - behind),
  };
}

/** Whether a line end of two characters, or a character of two halves, would be cut. */
function splitsCharacter(old: string, newText: string, place: number, newPlace = place): boolean {
  return [old.slice(place - 1, place + 1), newText.slice(newPlace - 1, newPlace + 1)].some((pair) =>
    /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(pair),
  );
}
