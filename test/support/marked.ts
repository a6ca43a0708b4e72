// Texts with a cursor: `$0` says where it is. A line such as `// closing.objectives` begins another file.
import type { Model } from "../../server/src/language/model/analyze.ts";
import type { FileId, Point } from "../../server/src/language/text/place.ts";
import type { Span } from "../../server/src/language/text/span.ts";
import { filesOf, modelOf } from "./fixture.ts";

export interface Marked {
  /** The text of the cursor's file. */
  readonly text: string;
  /** Where the cursor is. */
  readonly point: Point;
  readonly offset: number;
  /** The texts of all files. */
  readonly files: ReadonlyMap<FileId, string>;
  /** Of the main file and what it includes. */
  readonly model: Model;
}

/** The text without its marker; a line end that a template begins with is no part of it. */
export function marked(source: string): Marked {
  const given = source.replace(/^\n/, "");
  const [file, withCursor] = [...filesOf(given)].find(([, text]) => text.includes("$0")) ?? ["", ""];
  const offset = withCursor.indexOf("$0");
  if (offset < 0) throw new Error("The text has no cursor: write $0.");
  const fixture = given.replace("$0", "");
  const text = withCursor.replace("$0", "");
  return { text, offset, point: { file, offset }, files: filesOf(fixture), model: modelOf(fixture) };
}

/** The text with a span of it in angle brackets. */
export function bracketed(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}
