// Texts with a cursor: `$0` says where it is.
import { analyze, type Model } from "../../server/src/language/model/analyze.ts";
import { parse } from "../../server/src/language/model/source.ts";
import type { Span } from "../../server/src/language/text/span.ts";

export interface Marked {
  readonly text: string;
  /** Where the cursor is. */
  readonly offset: number;
  readonly model: Model;
}

/** The text without its marker; a line end that a template begins with is no part of it. */
export function marked(source: string): Marked {
  const given = source.replace(/^\n/, "");
  const offset = given.indexOf("$0");
  if (offset < 0) throw new Error("The text has no cursor: write $0.");
  const text = given.replace("$0", "");
  return { text, offset, model: analyze(parse(text)) };
}

/** The text with a span of it in angle brackets. */
export function bracketed(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}
