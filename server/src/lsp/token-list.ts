// Semantic tokens as the protocol counts them: those of a unit by themselves, so that a keystroke makes few of them anew.
import {
  flowPlaces,
  flowPlacesIn,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  unitTokens,
  type FlowPlace,
  type SemanticToken,
  type TokenExtent,
} from "../language/features/semantic-tokens.ts";
import type { Model } from "../language/model/analyze.ts";
import type { Source, Unit } from "../language/model/source.ts";
import { countWhile } from "../language/text/edits.ts";
import { lastAtOrBefore, lineStarts } from "../language/text/line-index.ts";

/** The tokens of a file. */
export interface TokenList {
  readonly pieces: readonly TokenPiece[];
  /** What is known of the flow that they were made by. */
  readonly stages: Model["stages"];
}

/** Those of a unit. */
interface TokenPiece {
  readonly unit: Unit;
  readonly places: string;
  /** Five numbers a token: lines and columns from the one before, length, type, modifiers. The first counts from the unit's beginning. */
  readonly data: readonly number[];
  /** The lines from its last token to where the unit ends; of one without tokens, all of them. */
  readonly linesBehind: number;
}

/** An edit of the numbers. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** Numbers a token. */
const SIZE = 5;

/** The tokens of a file of the set. Those before stand where neither a unit nor where the flow has its objectives is another. */
export function tokenList(
  model: Model,
  { units }: Source,
  extent: TokenExtent,
  before?: TokenList,
): TokenList {
  const placeOf = flowPlaces(model);
  const known = before?.pieces ?? [];
  const isFlowKnown = before?.stages === model.stages;
  const moved = units.length - known.length;
  const pieces = units.map((unit, index) => {
    const same = ofUnit(unit, known[index]) ?? ofUnit(unit, known[index - moved]);
    if (same && isFlowKnown) return same;
    const places = flowPlacesIn(unit, placeOf);
    return same?.places === places ? same : pieceOf(unit, places, placeOf, extent);
  });
  return { pieces, stages: model.stages };
}

function ofUnit(unit: Unit, piece: TokenPiece | undefined): TokenPiece | undefined {
  return piece?.unit === unit ? piece : undefined;
}

function pieceOf(unit: Unit, places: string, placeOf: FlowPlace, extent: TokenExtent): TokenPiece {
  const starts = lineStarts(unit.text);
  const data: number[] = [];
  let [line, column] = [0, 0];
  for (const token of unitTokens(unit, placeOf, extent)) {
    const onLine = lastAtOrBefore(starts, token.span.start);
    const onColumn = token.span.start - (starts[onLine] ?? 0);
    data.push(onLine - line, onLine === line ? onColumn - column : onColumn, ...wordsOf(token));
    [line, column] = [onLine, onColumn];
  }
  return { unit, places, data: data.slice(), linesBehind: starts.length - 1 - line };
}

function wordsOf({ span, type, modifiers }: SemanticToken): readonly number[] {
  const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
  return [span.end - span.start, TOKEN_TYPES.indexOf(type), bits];
}

/** The numbers of all tokens. */
export function tokenData({ pieces }: TokenList): number[] {
  return joined(pieces, 0);
}

/** Those of the units from one to before another; the first of them begins on this line. */
export function tokenDataOf({ pieces }: TokenList, first: number, end: number, line: number): number[] {
  return joined(pieces.slice(first, end), line);
}

/** The edits that make the numbers of one list those of another. Pieces that both have are not looked into. */
export function tokenEdits(
  { pieces: before }: TokenList,
  { pieces: after }: TokenList,
): readonly TokenEdit[] {
  const least = Math.min(before.length, after.length);
  const head = countWhile(least, (index) => before[index] === after[index]);
  const tail = countWhile(least - head, (index) => before.at(-1 - index) === after.at(-1 - index));
  const lines = linesUpTo(head, after);
  // The first tokens behind what changed stand as many lines below it as there are now.
  const next = after.slice(after.length - tail).findIndex(({ data }) => data.length > 0);
  const same = next < 0 ? 0 : tail - next - 1;
  const [removed, added] = [before, after].map((it) => joined(it.slice(head, it.length - same), lines));
  const start = before.slice(0, head).reduce((sum, { data }) => sum + data.length, 0);
  return smallestEdit(removed ?? [], added ?? [], start);
}

/** The lines from the last token of these pieces to where they end. */
function linesUpTo(end: number, pieces: readonly TokenPiece[]): number {
  let lines = 0;
  for (let index = end - 1; index >= 0; index--) {
    const piece = pieces[index];
    lines += piece?.linesBehind ?? 0;
    if (piece && piece.data.length > 0) break;
  }
  return lines;
}

/** The numbers of pieces that stand behind each other, the first of them as many lines below the token before. */
function joined(pieces: readonly TokenPiece[], linesBefore: number): number[] {
  const all: number[] = [];
  let lines = linesBefore;
  for (const { data, linesBehind } of pieces) {
    const first = all.length;
    for (const number of data) all.push(number);
    if (data.length > 0) all[first] = (all[first] ?? 0) + lines;
    lines = data.length > 0 ? linesBehind : lines + linesBehind;
  }
  return all;
}

/** Of whole tokens. */
function smallestEdit(
  removed: readonly number[],
  added: readonly number[],
  start: number,
): readonly TokenEdit[] {
  const least = Math.min(removed.length, added.length);
  const head = wholeTokens(countWhile(least, (index) => removed[index] === added[index]));
  const same = (index: number): boolean => removed.at(-1 - index) === added.at(-1 - index);
  const tail = wholeTokens(countWhile(least - head, same));
  const data = added.slice(head, added.length - tail);
  const deleteCount = removed.length - head - tail;
  return data.length + deleteCount === 0 ? [] : [{ start: start + head, deleteCount, data }];
}

function wholeTokens(numbers: number): number {
  return numbers - (numbers % SIZE);
}
