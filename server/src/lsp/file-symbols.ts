// What a file declares, with what it takes to say where that is: for open files, and for those that are only surveyed.
import type * as lsp from "vscode-languageserver";
import { symbolsIn, type WorkspaceSymbol } from "../language/features/workspace-symbols.ts";
import type { Source } from "../language/model/source.ts";
import { lastAtOrBefore, lineStarts } from "../language/text/line-index.ts";
import type { FileId } from "../language/text/place.ts";
import type { Span } from "../language/text/span.ts";
import type { OpenDocument } from "./documents.ts";

export interface FileSymbols {
  readonly file: FileId;
  /** As its client spells it. */
  readonly uri: string;
  readonly symbols: readonly WorkspaceSymbol[];
  readonly rangeOf: (span: Span) => lsp.Range;
}

export function openFileSymbols({ id, uri, source, lines }: OpenDocument): FileSymbols {
  return {
    file: id,
    uri,
    symbols: symbolsIn(source),
    rangeOf: rangesBy((offset) => lines.positionAt(offset)),
  };
}

/** Keeps where the lines begin, and not the text. */
export function closedFileSymbols(file: FileId, source: Source): FileSymbols {
  return {
    file,
    uri: file,
    symbols: symbolsIn(source),
    rangeOf: rangesBy(positionsBy(lineStarts(source.text))),
  };
}

type PositionAt = (offset: number) => lsp.Position;

function rangesBy(positionAt: PositionAt): FileSymbols["rangeOf"] {
  return ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) });
}

/** A function of its own: it keeps nothing but these. */
function positionsBy(starts: readonly number[]): PositionAt {
  return (offset) => {
    const line = lastAtOrBefore(starts, offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
}
