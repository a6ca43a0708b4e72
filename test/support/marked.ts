// Texts with a cursor: `$0` says where it is. A line such as `// closing.objectives` begins another file.
import type { Model } from "../../server/src/language/model/analyze.ts";
import type { Sets } from "../../server/src/language/model/sharing.ts";
import type { FileId, Point } from "../../server/src/language/text/place.ts";
import type { Span } from "../../server/src/language/text/span.ts";
import { filesOf, modelOf, workspaceOf } from "./fixture.ts";

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
  /** The sets that the cursor's file is a part of, then the others, as a workspace has them. */
  readonly sets: Sets;
}

/** The text without its marker; a line end that a template begins with is no part of it. */
export function marked(source: string): Marked {
  const given = source.replace(/^\n/, "");
  const [file, withCursor] = [...filesOf(given)].find(([, text]) => text.includes("$0")) ?? ["", ""];
  const offset = withCursor.indexOf("$0");
  if (offset < 0) throw new Error("The text has no cursor: write $0.");
  const fixture = given.replace("$0", "");
  const text = withCursor.replace("$0", "");
  const [model, files] = [modelOf(fixture), filesOf(fixture)];
  return { text, offset, point: { file, offset }, files, model, sets: setsAround(file, fixture) };
}

/** The sets of a fixture, those first that the file is a part of. */
export function setsAround(file: FileId, fixture: string): Sets {
  const models = workspaceOf(fixture);
  const [first, ...others] = [...models].sort(
    (one, other) => Number(has(other, file)) - Number(has(one, file)),
  );
  return first ? [first, ...others] : [modelOf(fixture)];
}

function has({ files }: Model, file: FileId): boolean {
  return files.some(({ id }) => id === file);
}

/** The text with a span of it in angle brackets. */
export function bracketed(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}
