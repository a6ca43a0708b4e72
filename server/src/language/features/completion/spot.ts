// The place of a cursor in a set: what it asks for, the word that is typed there, and the declaration around it.
import type { Model } from "../../model/analyze.ts";
import { declarationAt, startOf, unitAt } from "../../model/source.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import type * as ast from "../../syntax/ast.ts";
import { parseUnit } from "../../syntax/grammar.ts";
import * as t from "../../syntax/tokens.ts";
import type { Span } from "../../text/span.ts";
import { isOpenText, isWord, lengthBehind, type Before, type Token } from "./before.ts";
import { inComment } from "./in-comment.ts";
import { inText } from "./in-text.ts";
import { outsideTexts } from "./outside-texts.ts";
import type { Place } from "./place.ts";
import type { Reading } from "./reading.ts";

export interface Spot {
  readonly place: Place;
  /** What is typed of the word, in the whole text: from the word's beginning to the cursor. */
  readonly typed: Span;
  /** The whole word, with what of it stands behind the cursor. */
  readonly word: Span;
  /** What is typed of it. */
  readonly letters: string;
  /** The declaration that the cursor stands in: its file in the set, its unit, and its index there. */
  readonly file: number;
  readonly unit: number;
  readonly declaration: number;
}

/** The tree of the declaration that the cursor stands in, as far as it is written. */
export function nodeAt({ files }: Model, { file, unit, declaration }: Spot): ast.Declaration | undefined {
  const source = files[file]?.source;
  return source && declarationAt(source, unit, declaration);
}

/** Whether this is the objective that the cursor stands in. */
export function isInSpot({ at, declaration }: ObjectiveSymbol, spot: Spot): boolean {
  return at.file === spot.file && at.unit === spot.unit && declaration === spot.declaration;
}

/** `file` is the index of the cursor's file in the set. */
export function spotAt({ files }: Model, file: number, offset: number): Spot {
  const source = files[file]?.source;
  const unit = source ? unitAt(source, offset) : 0;
  const start = source ? startOf(source, unit) : 0;
  const text = source?.units[unit]?.text ?? "";
  const cursor = offset - start;
  const rest = text.slice(cursor);
  const { place, typed, behind = lengthBehind(rest) } = readingAt(text.slice(0, cursor), rest);
  const word = { start: offset - typed, end: offset + behind };
  return {
    place,
    typed: { start: word.start, end: offset },
    word,
    letters: text.slice(cursor - typed, cursor),
    file,
    unit,
    declaration: parseUnit(text.slice(0, cursor - typed)).declarations.length - 1,
  };
}

/** `written` is the unit's text before the cursor, `rest` that behind it. */
function readingAt(written: string, rest: string): Reading {
  const { tokens, comments } = t.tokenize(written);
  const cursor = written.length;
  const comment = comments.find((it) => t.endOf(it) === cursor);
  if (comment) return inComment(comment.image);
  const last = tokens.at(-1);
  if (last && isOpenText(last) && t.endOf(last) >= cursor) return inText(tokens, last, rest);
  const typed = typedLength(tokens, cursor);
  const before = beforeWord(written.slice(0, cursor - typed), tokens, rest);
  return { place: outsideTexts(before, parseUnit(before.text).declarations.at(-1)), typed };
}

function beforeWord(text: string, tokens: readonly Token[], rest: string): Before {
  const kept = tokens.filter(({ startOffset }) => startOffset < text.length);
  return { text, tokens: kept, last: kept.at(-1), rest };
}

/** How much of a word ends at the cursor; `new-` is the beginning of a name, and `-` that of an arrow. */
function typedLength(tokens: readonly Token[], cursor: number): number {
  const last = tokens.at(-1);
  if (!last || t.endOf(last) !== cursor) return 0;
  if (isWord(last)) return last.image.length;
  if (last.image !== "-") return 0;
  const word = tokens.at(-2);
  return word && isWord(word) && t.endOf(word) === last.startOffset ? word.image.length + 1 : 1;
}
