// The smallest run of whole lines that makes one text of another.
import type { TextEdit } from "./span.ts";

/** The edit between two texts; undefined where they are equal. */
export function replacement(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const start = lineStartBefore(before, commonStart(before, after));
  const shared = commonEnd(before.slice(start), after.slice(start));
  const kept =
    shared - firstLineStart(before.slice(before.length - shared), before[before.length - shared - 1]);
  return {
    span: { start, end: before.length - kept },
    newText: after.slice(start, after.length - kept),
  };
}

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1;
  return length;
}

function lineStartBefore(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf("\n") + 1;
}

/** How much of the text belongs to a line that began before it. */
function firstLineStart(text: string, before: string | undefined): number {
  if (before === undefined || before === "\n") return 0;
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end + 1;
}
