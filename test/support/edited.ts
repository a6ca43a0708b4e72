// Texts after edits, as an editor carries them out: what a layout, a rename, a fix or a pull makes of a fixture.
import { applyEdits } from "../../server/src/language/text/edits.ts";
import type { FileEdit, FileId } from "../../server/src/language/text/place.ts";
import type { TextEdit } from "../../server/src/language/text/span.ts";
import { MAIN } from "./fixture.ts";

/** The text after the edits; throws where two of them overlap, which no editor would carry out. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
  let done = 0;
  for (const { span } of inOrder) {
    if (span.start < done || span.end > text.length) throw new Error("Edits overlap, or leave the text.");
    done = span.end;
  }
  return applyEdits(text, inOrder);
}

/** The same of several files. */
export function edited(
  files: ReadonlyMap<FileId, string>,
  edits: readonly FileEdit[],
): ReadonlyMap<FileId, string> {
  const editsOf = (id: FileId): readonly FileEdit[] => edits.filter(({ file }) => file === id);
  return new Map(Array.from(files, ([id, text]) => [id, editedText(text, editsOf(id))]));
}

/** A fixture of these files: the main one, and each other behind a line with its name. */
export function fixtureOf(files: ReadonlyMap<FileId, string>): string {
  return [...files]
    .map(([file, text]) => (file === MAIN ? text : `// ${file.slice("/set/".length)}\n${text}`))
    .join("");
}
