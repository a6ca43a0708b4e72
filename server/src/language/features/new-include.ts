// Files that a set is to include: lines of their own behind its header and the includes that it has.
import { fileIndex, spanAt, type Model } from "../model/analyze.ts";
import { printString } from "../syntax/print.ts";
import { lineBreakOf, lineEnd } from "../text/lines.ts";
import type { FileId } from "../text/place.ts";
import type { TextEdit } from "../text/span.ts";

/** `paths` as the file would write them. Undefined where there is nothing to include. */
export function newIncludes(model: Model, id: FileId, paths: readonly string[]): TextEdit | undefined {
  const file = fileIndex(model, id) ?? -1;
  const source = model.files[file]?.source;
  if (!source || paths.length === 0) return undefined;
  const text = source.text;
  const lineBreak = lineBreakOf(text);
  const lines = paths.map((path) => `include ${printString(path)}`).join(lineBreak);
  const above = model.symbols.declarations.findLast(
    ({ at, role }) => at.file === file && (role === "header" || role === "include"),
  );
  if (!above) {
    const start = text.startsWith("\uFEFF") ? 1 : 0;
    const below = text.length === start ? "" : lineBreak;
    return { span: { start, end: start }, newText: lines + lineBreak + below };
  }
  const end = lineEnd(text, spanAt(model, above.at).end);
  const gap = above.role === "header" ? lineBreak : "";
  return { span: { start: end, end }, newText: `${gap}${lineBreak}${lines}` };
}
