// Includes follow the files that they lead to, once these, or the files that say them, stand elsewhere.
import { includesIn, type Library, type SetFile } from "../model/files.ts";
import { absolute } from "../model/source.ts";
import { printString } from "../syntax/print.ts";
import type { FileEdit, FileId } from "../text/place.ts";

export interface Paths extends Pick<Library, "resolve"> {
  /** The path by which one file includes another; undefined where no path leads from one to the other. */
  readonly pathTo: (from: FileId, to: FileId) => string | undefined;
}

/** What has to be edited, before the files are moved, so that afterwards every include leads to the file that it leads to now. */
export function includeEdits(
  files: readonly SetFile[],
  movedTo: (file: FileId) => FileId,
  { resolve, pathTo }: Paths,
): readonly FileEdit[] {
  return files.flatMap(({ id: file, source }) =>
    includesIn(source).flatMap(({ unit, mention, path }) => {
      const included = resolve(file, path);
      const span = source.units[unit]?.mentions[mention]?.span;
      if (included === undefined || !span) return [];
      const [from, to] = [movedTo(file), movedTo(included)];
      const newPath = resolve(from, path) === to ? path : pathTo(from, to);
      if (newPath === undefined || newPath === path) return [];
      return [{ file, span: absolute(source, unit, span), newText: printString(inStyleOf(path, newPath)) }];
    }),
  );
}

/** Who writes no `./` gets none. */
function inStyleOf(before: string, path: string): string {
  return before.startsWith(".") ? path : path.replace(/^\.\//, "");
}
