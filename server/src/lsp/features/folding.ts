// Folding, as lines or to the character, with what stands there instead where a client shows it.
import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { folding, outermost, type Fold } from "../../language/features/folding.ts";
import type { Client } from "../client.ts";
import type { Feature } from "../feature.ts";
import { aboutOpen } from "../serving.ts";

/** What folds depends on a text alone, so there is never a reason to tell a client to ask again. */
export const foldingRanges: Feature = {
  capability: () => ({ foldingRangeProvider: true }),
  register: ({ connection, client, ...server }) =>
    connection.onFoldingRanges(({ textDocument }) =>
      aboutOpen(server, textDocument.uri, ({ lines, source }) =>
        oneALine(
          outermost(folding(source), client.mostFolds).map((fold) => toFoldingRange(lines, fold, client)),
        ),
      ),
    ),
};

const KINDS: Readonly<Partial<Record<Fold["kind"], FoldingRangeKind>>> = {
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
  region: FoldingRangeKind.Region,
};

function toFoldingRange(
  lines: TextDocument,
  { kind, span, lastLine, gist }: Fold,
  { folds, foldedTexts }: Client,
): FoldingRange {
  const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
  const kindOf = KINDS[kind];
  const [open, close] = BRACKETS[kind];
  return {
    startLine: start.line,
    endLine: folds === "lines" && lastLine === "shown" ? end.line - 1 : end.line,
    ...(folds === "lines" ? {} : { startCharacter: start.character, endCharacter: end.character }),
    ...(kindOf ? { kind: kindOf } : {}),
    ...(foldedTexts === "understood" ? { collapsedText: `${open}${gist || "…"}${close}` } : {}),
  };
}

const BRACKETS: Readonly<Record<Fold["kind"], readonly [string, string]>> = {
  block: ["{ ", " }"],
  text: ['"', '"'],
  comment: ["// ", ""],
  imports: ["", ""],
  region: ["", ""],
};

/** A line folds in one way, and only with others: the outermost fold counts. */
function oneALine(ranges: readonly FoldingRange[]): FoldingRange[] {
  const taken = new Set<number>();
  return ranges.filter(({ startLine, endLine }) => {
    if (startLine >= endLine || taken.has(startLine)) return false;
    taken.add(startLine);
    return true;
  });
}
