// A prompt that is made of others: where it has several lines it is written as they were.
import type * as ast from "../../syntax/ast.ts";
import {
  contentLines,
  CONTINUATION,
  printBlockString,
  printFolded,
  printProseParts,
} from "../../syntax/print.ts";

/** As a line of a block. */
export function printPromptLike({ form }: ast.Text, parts: readonly ast.TextPart[]): string {
  const lines = contentLines(parts);
  if (lines.length === 1 || form === "string") return printProseParts("prompt", parts);
  const folded = form === "folded" ? printFolded(lines, CONTINUATION) : undefined;
  return `prompt ${folded ?? printBlockString(lines, CONTINUATION)}`;
}
