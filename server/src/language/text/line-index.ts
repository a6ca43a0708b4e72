// Lines and columns of offsets, for people: LF, CRLF and a lone CR end a line.

/** Both from 0; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  readonly positionAt: (offset: number) => Position;
  /** The line's text without its end. */
  readonly lineText: (line: number) => string;
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    positionAt: (offset) => {
      const line = lastAtOrBefore(starts, offset);
      return { line, column: offset - startOf(line) };
    },
    lineText: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, ""),
  };
}

/** Where each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** The index of the last of the ascending numbers that is not above the limit; 0 where all are. */
export function lastAtOrBefore(ascending: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
