// Places in a text: half-open ranges of UTF-16 offsets.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The span moved by `offset`, as from a declaration's own coordinates to those of its file. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** The order by where they begin, then by where they end: what is put in at a place comes before what is changed there. */
export function byPlace({ span: one }: Placed, { span: other }: Placed): number {
  return one.start - other.start || one.end - other.end;
}

interface Placed {
  readonly span: Span;
}

/** Whether the whole of a span is inside another. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the offset is inside the span or at either of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
