// What the place of a cursor asks for, by the tokens and the tree of what stands before it in its unit.
import type { Model } from "../../model/analyze.ts";
import { declarationAt, startOf, unitAt } from "../../model/source.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import type * as ast from "../../syntax/ast.ts";
import { parseUnit } from "../../syntax/grammar.ts";
import { isUnclosedBlock } from "../../syntax/open-texts.ts";
import * as t from "../../syntax/tokens.ts";
import { shift, type Span } from "../../text/span.ts";

/** What is wanted at a place. */
export type Place =
  | { readonly kind: "nothing" }
  | { readonly kind: "declaration" }
  | { readonly kind: "declared name"; readonly of: "objective" | "param" }
  | { readonly kind: "property"; readonly of: "objective" | "defaults" }
  | { readonly kind: "value"; readonly of: "confirm" | "modality" }
  | { readonly kind: "variable" }
  | { readonly kind: "target" }
  | { readonly kind: "edge word" }
  | { readonly kind: "step"; readonly before: readonly string[] }
  | { readonly kind: "step variable"; readonly step: ast.Step | undefined }
  | { readonly kind: "param"; readonly brace: "missing" | "there" };

export interface Spot {
  readonly place: Place;
  /** What is typed of the word, in the whole text: from the word's beginning to the cursor. */
  readonly typed: Span;
  /** The whole word, with what of it stands behind the cursor. */
  readonly word: Span;
  /** The declaration that the cursor stands in: its file in the set, its unit, and its index there. */
  readonly file: number;
  readonly unit: number;
  readonly declaration: number;
}

type Token = t.Tokens["tokens"][number];

/** What stands before the word that is being typed. */
interface Before {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly last: Token | undefined;
  /** The text of the unit from the cursor on. */
  readonly rest: string;
}

const NOTHING: Place = { kind: "nothing" };

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
  const { tokens, comments } = t.tokenize(text.slice(0, cursor));
  const length = typedLength(tokens, cursor);
  const before = beforeWord(text, tokens, cursor, length);
  const { declarations } = parseUnit(before.text);
  const isInComment = comments.some((comment) => t.endOf(comment) === cursor);
  const typed = shift({ start: cursor - length, end: cursor }, start);
  return {
    place: isInComment ? NOTHING : placeOf(before, declarations.at(-1)),
    typed,
    word: { start: typed.start, end: offset + lengthBehind(before.rest) },
    file,
    unit,
    declaration: declarations.length - 1,
  };
}

function beforeWord(text: string, tokens: readonly Token[], cursor: number, length: number): Before {
  const last = tokens.at(-1);
  // Within a text the word is a part of the token.
  const kept = last && isOpenText(last) ? tokens : tokens.filter((it) => it.startOffset < cursor - length);
  return { text: text.slice(0, cursor - length), tokens: kept, last: kept.at(-1), rest: text.slice(cursor) };
}

/** How much of a word ends at the cursor; `new-` is the beginning of a name, and `-` that of an arrow. */
function typedLength(tokens: readonly Token[], cursor: number): number {
  const last = tokens.at(-1);
  if (!last || t.endOf(last) !== cursor) return 0;
  if (isOpenText(last)) return interpolation(last)?.length ?? 0;
  if (isWord(last)) return last.image.length;
  if (last.image !== "-") return 0;
  const word = tokens.at(-2);
  return word && isWord(word) && t.endOf(word) === last.startOffset ? word.image.length + 1 : 1;
}

const WHOLE_WORD = new RegExp(`^(?:${t.NAME.source})$`, "u");

function isWord({ image }: Token): boolean {
  return WHOLE_WORD.test(image);
}

/** What is typed of a param's name behind `${`, at the end of a text; behind a backslash `$` begins none. */
function interpolation({ image }: Token): string | undefined {
  const [, escapes = "", name] = /(\\*)\$\{([\p{L}\p{M}\p{N}_-]*)$/u.exec(image) ?? [];
  return escapes.length % 2 === 0 ? name : undefined;
}

/** How much of the word stands behind the cursor; the hyphen of an arrow belongs to none. */
function lengthBehind(rest: string): number {
  return /^(?:[\p{L}\p{M}\p{N}_]|-(?!>))*/u.exec(rest)?.[0].length ?? 0;
}

function isText({ tokenType }: Token): boolean {
  return [t.String_, t.UnclosedString, t.Block, t.MisopenedBlock].includes(tokenType);
}

/** Whether the text goes on behind its end: nothing closes it. */
function isOpenText(token: Token): boolean {
  const { tokenType, image } = token;
  if (tokenType === t.UnclosedString || isUnclosedBlock(token)) return true;
  return tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(image);
}

function placeOf(before: Before, declaration: ast.Declaration | undefined): Place {
  const { last, rest } = before;
  if (last && isOpenText(last) && touches(before, last)) return inText(before);
  if (last && touchesEnd(before, last)) return NOTHING;
  if (!declaration) return atTop(before);
  const depth = depthIn(before, declaration);
  if (depth === 0) return atHead(before, declaration);
  const isAtMargin = /(?:^|[\r\n])$/.test(before.text);
  if (isAtMargin && !closes(rest)) return { kind: "declaration" };
  return inBlock(before, declaration, depth);
}

function touches({ text }: Before, last: Token): boolean {
  return t.endOf(last) >= text.length;
}

/** Right behind a closed text or brace nothing begins. */
function touchesEnd(before: Before, last: Token): boolean {
  return touches(before, last) && (isText(last) || last.tokenType === t.CloseBrace);
}

function depthIn({ tokens }: Before, { span }: ast.Declaration): number {
  const count = (type: Token["tokenType"]): number =>
    tokens.filter(({ tokenType, startOffset }) => tokenType === type && startOffset >= span.start).length;
  return Math.max(0, count(t.OpenBrace) - count(t.CloseBrace));
}

function closes(rest: string): boolean {
  return t.tokenize(rest).tokens.some(({ tokenType }) => tokenType === t.CloseBrace);
}

// ── In a text ──

const TAKE_PARAMS: readonly Token["tokenType"][] = [
  t.Declaration.objectives,
  t.Property.prompt,
  t.Property.callback,
  t.EdgeWord.when,
  t.EdgeWord.otherwise,
];

function inText({ last, tokens, rest }: Before): Place {
  if (!last || interpolation(last) === undefined || !takesParams(tokens)) return NOTHING;
  return { kind: "param", brace: rest[lengthBehind(rest)] === "}" ? "there" : "missing" };
}

/** By what stands before the text: its keyword, or the `=` of a step's value, which a param's value has too. */
function takesParams(tokens: readonly Token[]): boolean {
  const opener = tokens.at(-2)?.tokenType;
  if (opener === t.Equals) return tokens.at(-4)?.tokenType !== t.Declaration.param;
  return opener !== undefined && TAKE_PARAMS.includes(opener);
}

// ── Outside of blocks ──

/** A declaration begins on a line of its own. */
function atTop({ text }: Before): Place {
  return /(?:^|[\r\n])\s*$/.test(text) ? { kind: "declaration" } : NOTHING;
}

function atHead(before: Before, { kind }: ast.Declaration): Place {
  const isBehindKeyword =
    before.last?.tokenType === t.Declaration.objective || before.last?.tokenType === t.Declaration.param;
  if ((kind === "objective" || kind === "param") && isBehindKeyword && isOnLine(before)) {
    return { kind: "declared name", of: kind };
  }
  return atTop(before);
}

/** Whether the last token stands on the cursor's line. */
function isOnLine({ last, text }: Before): boolean {
  return last !== undefined && !/[\r\n]/.test(text.slice(t.endOf(last)));
}

// ── In blocks ──

function inBlock(before: Before, declaration: ast.Declaration, depth: number): Place {
  switch (declaration.kind) {
    case "objective":
      return inObjective(before, declaration);
    case "defaults":
      return atValue(before) ?? (mayBegin(before) ? { kind: "property", of: "defaults" } : NOTHING);
    case "scenario":
      return depth === 1 ? atStep(before, declaration) : atStepVariable(before, declaration);
    case "header":
    case "include":
    case "param":
      return NOTHING;
  }
}

function inObjective(before: Before, { edges, properties }: ast.Objective): Place {
  const type = before.last?.tokenType;
  if (type === t.Arrow && isOnLine(before)) return { kind: "target" };
  if (isBehindTarget(before, edges.at(-1))) return { kind: "edge word" };
  const isInCollect = properties.some(({ kind, span }) => kind === "collect" && endsBefore(before, span));
  if (isInCollect && type === t.Comma) return { kind: "variable" };
  if (type === t.Property.collect && isOnLine(before)) return { kind: "variable" };
  return atValue(before) ?? (mayBegin(before) ? { kind: "property", of: "objective" } : NOTHING);
}

function isBehindTarget(before: Before, edge: ast.Edge | undefined): boolean {
  if (!edge?.target || edge.keyword || edge.condition) return false;
  return endsBefore(before, edge.target.span) && isOnLine(before);
}

function endsBefore({ last }: Before, { end }: Span): boolean {
  return last !== undefined && t.endOf(last) === end;
}

function atValue(before: Before): Place | undefined {
  if (!isOnLine(before)) return undefined;
  if (before.last?.tokenType === t.Property.confirm) return { kind: "value", of: "confirm" };
  if (before.last?.tokenType === t.Property.modality) return { kind: "value", of: "modality" };
  return undefined;
}

/** Something new begins on a line of its own, behind a brace, and behind a value that is whole. */
function mayBegin(before: Before): boolean {
  const { last, tokens } = before;
  if (!last || !isOnLine(before)) return true;
  const keyword = tokens.at(-2)?.tokenType;
  const isChoice = keyword === t.Property.confirm || keyword === t.Property.modality;
  return isText(last) || isChoice || last.tokenType === t.OpenBrace || last.tokenType === t.CloseBrace;
}

function atStep(before: Before, { steps, end }: ast.Scenario): Place {
  if (end || !mayBegin(before)) return NOTHING;
  return { kind: "step", before: steps.map(({ name }) => name.text) };
}

function atStepVariable(before: Before, { steps }: ast.Scenario): Place {
  return mayBegin(before) ? { kind: "step variable", step: steps.at(-1) } : NOTHING;
}
