// The source map of a compiled document for programs: `compile --source-map`.
import type { SourceMap } from "../../language/compile/source-map.ts";
import type { FileFindings, Range } from "./reported.ts";
import { rangesIn } from "./reported.ts";

export interface SourceMapFile {
  readonly version: 1;
  /** The set, as people see it. */
  readonly file: string;
  /** In the order of the document. */
  readonly mappings: readonly Mapping[];
}

export interface Mapping extends Range {
  /** RFC 6901, in the compiled document. */
  readonly pointer: string;
  readonly file: string;
  readonly from: SourceMap[number]["from"];
}

/** Lines and columns from 1; `files` are those of the set. */
export function sourceMapFile(
  file: string,
  map: SourceMap,
  files: readonly Pick<FileFindings, "id" | "file" | "text">[],
): SourceMapFile {
  const rangeOf = rangesIn(files);
  const mappings = map.flatMap(({ pointer, place, from }) => {
    const range = rangeOf(place);
    return range ? [{ pointer, ...range, from }] : [];
  });
  return { version: 1, file, mappings };
}
