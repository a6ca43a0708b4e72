// Files after edits: what a rename, a fix or a pull makes of a fixture.
import type { FileEdit, FileId } from "../../server/src/language/text/place.ts";

/** The texts after the edits; throws where two of them overlap, which no editor would carry out. */
export function edited(
  files: ReadonlyMap<FileId, string>,
  edits: readonly FileEdit[],
): ReadonlyMap<FileId, string> {
  return new Map(
    Array.from(files, ([file, text]) => [
      file,
      editedText(
        text,
        edits.filter((it) => it.file === file),
      ),
    ]),
  );
}

/** A fixture of these files: the main one first, then each behind a line with its name. */
export function fixtureOf(files: ReadonlyMap<FileId, string>): string {
  return [...files]
    .map(([file, text], index) => (index === 0 ? text : `// ${file.slice("/set/".length)}\n${text}`))
    .join("");
}

function editedText(text: string, edits: readonly FileEdit[]): string {
  const inOrder = edits.toSorted(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
  let done = 0;
  let result = "";
  for (const { span, newText } of inOrder) {
    if (span.start < done || span.end > text.length) throw new Error("Edits overlap, or leave the text.");
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}
