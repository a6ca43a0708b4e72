// `bad-indent`: indents the line as far as the closing quotes, or these with all lines where they stand in column 0.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { CONTINUATION } from "../../syntax/print.ts";
import { closingIndent } from "../../syntax/read-text.ts";
import type { FileEdit } from "../../text/place.ts";
import { lineStarts } from "../../text/line-index.ts";
import { endOfBlanks } from "../../text/lines.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, insertion, tokenAt, type Found, type Piece } from "./found.ts";

export function badIndent(model: Model, finding: Finding): readonly Fix[] {
  const found = foundIn(model, finding);
  const text = found && tokenAt(found);
  if (!text) return [];
  const closing = closingIndent(text.image);
  if (closing === undefined) return [];
  return closing === ""
    ? [safe(sentence`Indent this text`, ...allIndented(found, text))]
    : [lineIndented(found, closing)];
}

/** Its blanks are none of its words; but where they are of another kind, it may be meant to be deeper than the others. */
function lineIndented(found: Found, indentation: string): Fix {
  const { start } = found.span;
  const end = endOfBlanks(found.unit.text, start);
  const make = indentation.startsWith(found.unit.text.slice(start, end)) ? safe : choice;
  return make(sentence`Indent this line`, edit(found, { start, end }, indentation));
}

/** All as far as the closing quotes, so that every line keeps the blanks that are its words. */
function allIndented(found: Found, { image, start }: Piece): readonly FileEdit[] {
  const [, ...lines] = lineStarts(image);
  const written = lines.filter((at) => /^[^\S\r\n]*\S/.test(image.slice(at)));
  return written.map((at) => insertion(found, start + at, CONTINUATION));
}
