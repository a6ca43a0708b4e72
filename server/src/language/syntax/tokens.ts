// The lexer: the language's tokens, and a scanner that cuts a text into them for Chevrotain's parser.
import { createToken, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../text/span.ts";
import { declarations, edgeWords, properties } from "../vocabulary.ts";
import { meantEnd } from "./meant-end.ts";

/** A name's pattern: words with single hyphens between them, so that `a->b` is an arrow. */
export const NAME = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*/u;

/** Whatever may be meant as a name: a plain one, a string, a reserved word. */
export const AnyName = createToken({ name: "AnyName" });
/** A string, block or folded string, closed or not. */
export const AnyText = createToken({ name: "AnyText" });
/** `:` or `=`. */
export const Sign = createToken({ name: "Sign" });
/** What begins prose that lacks its quotes. */
export const ProseStart = createToken({ name: "ProseStart" });
/** What has no place between an objective's properties and arrows. */
export const OutOfPlace = createToken({ name: "OutOfPlace" });
/** What has no place between a scenario's steps, whatever stands before it. */
export const OutsideStep = createToken({ name: "OutsideStep" });
/** The same without names, which may be steps. */
export const NoStep = createToken({ name: "NoStep", categories: [OutsideStep] });
/** Whatever there is. */
export const Anything = createToken({ name: "Anything" });
/** Whatever is no brace. */
export const NoBrace = createToken({ name: "NoBrace", categories: [Anything] });
/** What cannot begin a declaration. */
export const Outside = createToken({ name: "Outside" });

export const Declaration = mapKeys(declarations, (word) => keyword(word, [AnyName, NoBrace]));
export const Property = mapKeys(properties, (word) => keyword(word, [AnyName, NoBrace, NoStep, Outside]));
export const EdgeWord = mapKeys(edgeWords, (word) =>
  keyword(word, [AnyName, NoBrace, OutOfPlace, NoStep, Outside]),
);

export const Name = createToken({
  name: "Name",
  categories: [AnyName, ProseStart, NoBrace, OutsideStep, Outside],
});

/** A block or folded string, to the line that closes it or, without one, to where it was meant to end. */
export const Block = createToken({
  name: "Block",
  categories: [AnyText, NoBrace, OutOfPlace, NoStep, Outside],
});

/** Three quotes with text behind them on their line: never right, but kept together. */
export const MisopenedBlock = createToken({
  name: "MisopenedBlock",
  categories: [AnyText, NoBrace, OutOfPlace, NoStep, Outside],
});

export const String_ = createToken({
  name: "String",
  categories: [AnyText, AnyName, NoBrace, OutOfPlace, Outside],
});

export const UnclosedString = createToken({
  name: "UnclosedString",
  categories: [AnyText, AnyName, NoBrace, OutOfPlace, Outside],
});

const Comment = createToken({ name: "Comment" });
/** A comment of another language: never right, but kept together. */
export const ForeignComment = createToken({
  name: "ForeignComment",
  categories: [NoBrace, OutOfPlace, NoStep, Outside],
});

export const OpenBrace = createToken({ name: "OpenBrace", categories: [Anything, OutOfPlace, Outside] });
export const CloseBrace = createToken({ name: "CloseBrace", categories: [Anything, Outside] });
export const Comma = createToken({
  name: "Comma",
  categories: [NoBrace, OutOfPlace, NoStep, Outside],
});
export const Equals = createToken({
  name: "Equals",
  categories: [Sign, NoBrace, OutOfPlace, NoStep, Outside],
});
export const Arrow = createToken({ name: "Arrow", categories: [NoBrace, NoStep, Outside] });
export const Colon = createToken({
  name: "Colon",
  categories: [Sign, NoBrace, OutOfPlace, NoStep, Outside],
});
export const Stray = createToken({
  name: "Stray",
  categories: [ProseStart, NoBrace, OutOfPlace, NoStep, Outside],
});

export const declarationTokens: readonly TokenType[] = Object.values(Declaration);
export const propertyTokens: readonly TokenType[] = Object.values(Property);

/** What the grammar is made of. */
export const allTokens: TokenType[] = [
  ...[AnyName, AnyText, Sign, ProseStart, Anything, NoBrace, OutOfPlace, OutsideStep, NoStep, Outside],
  ...[...Object.values(Declaration), ...Object.values(Property), ...Object.values(EdgeWord)],
  ...[Name, Block, MisopenedBlock, String_, UnclosedString, ForeignComment],
  ...[Arrow, OpenBrace, CloseBrace, Comma, Equals, Colon, Stray],
];

/** On which line a token begins, seen from the end of the one before it. */
type Line = "same" | "next";

export interface Token extends IToken {
  readonly line: Line;
}

export interface Tokens {
  readonly tokens: Token[];
  readonly comments: readonly Token[];
}

/**
 * Every character is in a token, in a comment or blank: lexing cannot fail. Chevrotain's own lexer, which tries one
 * pattern after the other, takes twice as long.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  const comments: Token[] = [];
  const closing: ClosingLines = { areNone: false };
  let line: Line = "next";
  for (let start = 0; start < text.length;) {
    const kind = kindAt(text, start);
    if (kind === BLANK || kind === LINE_END) {
      if (kind === LINE_END) line = "next";
      start += 1;
      continue;
    }
    const token = kind === WORD ? word(text, start, line) : mark(text, start, line, closing);
    if (token.tokenType === Comment) comments.push(token);
    else tokens.push(token);
    line = "same";
    start += token.image.length;
  }
  return { tokens, comments };
}

/** The offset behind the token's last character. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

// ── Characters ──

const MARK = 0;
const WORD = 1;
const BLANK = 2;
const LINE_END = 3;
const HYPHEN = "-".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = "\\".charCodeAt(0);

const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** What begins with the character there. */
function kindAt(text: string, offset: number): number {
  return asciiKinds[text.charCodeAt(offset)] ?? kindOf(String.fromCodePoint(text.codePointAt(offset) ?? 0));
}

function kindOf(character: string): number {
  if (/[\r\n]/.test(character)) return LINE_END;
  if (/\s/.test(character)) return BLANK;
  return NAME.test(character) ? WORD : MARK;
}

// ── Words ──

const words = new Map(Object.entries({ ...Declaration, ...Property, ...EdgeWord }));

function word(text: string, start: number, line: Line): Token {
  const image = text.slice(start, endOfName(text, start));
  return token(words.get(image) ?? Name, image, start, line);
}

/** Where the name that begins there ends; there itself where none begins. */
export function endOfName(text: string, start: number): number {
  let end = endOfWord(text, start);
  while (end > start && text.charCodeAt(end) === HYPHEN) {
    const next = endOfWord(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Most words are ASCII, which needs no pattern. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (asciiKinds[text.charCodeAt(end)] === WORD) end += 1;
  if (!(text.charCodeAt(end) > 127)) return end;
  if (end === start) end = behind(FIRST_OF_WORD, text, start);
  return end === start ? start : behind(REST_OF_WORD, text, end);
}

const FIRST_OF_WORD = /[\p{L}\p{N}_]/uy;
const REST_OF_WORD = /[\p{L}\p{M}\p{N}_]{1,1000}/uy;

/** The end of what the sticky pattern finds there, once or several times in a row: a pattern without bound has its own. */
function behind(pattern: RegExp, text: string, start: number): number {
  let end = start;
  pattern.lastIndex = start;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}

// ── Marks and texts ──

interface Pattern {
  readonly type: TokenType;
  /** Sticky. */
  readonly pattern: RegExp;
}

const signs = new Map([
  ["{", OpenBrace],
  ["}", CloseBrace],
  [",", Comma],
  [":", Colon],
]);

// A block that the next line closes which begins with quotes; and only its beginning, which has a quote less in
// `"">`: without that line, an empty string and a mark.
const CLOSED_BLOCK = /(?:"""(?:[^\S\r\n]*>)?|"">)[^\S\r\n]*(?=[\r\n])[^]*?[\r\n][^\S\r\n]*"""/y;
const OPENING = /(?:"""(?:[^\S\r\n]*>)?|"">)[^\S\r\n]*(?=[\r\n]|$)/y;
const misopened: readonly Pattern[] = [{ type: MisopenedBlock, pattern: /"""[^]*?"""|"""[^]*/y }];
const unclosed: readonly Pattern[] = [{ type: UnclosedString, pattern: /"[^\r\n]*/y }];
const others: readonly Pattern[] = [
  { type: Arrow, pattern: /->|-->|=>|[–—]>|[→⇒⟶⟹➔➜➝➞➡]/y },
  { type: Comment, pattern: /\/\/[^\r\n]*/y },
  // What a merge leaves behind: the line stands for nothing else.
  { type: ForeignComment, pattern: /(?:<{7}|={7}|>{7}|\|{7})(?<=(?:^|[\r\n]).{7})(?!\S)[^\r\n]*/y },
  { type: Equals, pattern: /=/y },
  // Where one is not closed, it is looked for up to the next one and no further: time would grow with their square.
  { type: ForeignComment, pattern: /#[^\r\n]*|\/\*(?:(?:(?!\/\*)[^])*?\*\/|[^\r\n]*)/y },
];

/** Lines that close blocks: what one block does not find behind it is not looked for from the next. */
interface ClosingLines {
  areNone: boolean;
}

function mark(text: string, start: number, line: Line, closing: ClosingLines): Token {
  const first = text.charAt(start);
  const sign = signs.get(first);
  if (sign) return token(sign, first, start, line);
  if (first === '"') {
    const string = endOfString(text, start);
    const isShort = string === start + 2 && text[string] === ">";
    const block = string > start && !isShort ? start : endOfBlock(text, start, closing);
    if (block > start) return token(Block, text.slice(start, block), start, line);
    if (string > start) return token(String_, text.slice(start, string), start, line);
  }
  for (const { type, pattern } of patternsAt(text, start)) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return token(type, text.slice(start, pattern.lastIndex), start, line);
  }
  return token(Stray, String.fromCodePoint(text.codePointAt(start) ?? 0), start, line);
}

/** What may stand there, in the order in which it is tried. */
function patternsAt(text: string, start: number): readonly Pattern[] {
  if (text.charCodeAt(start) !== QUOTE) return others;
  return text.startsWith('"""', start) ? misopened : unclosed;
}

/** Where the block that begins there ends; there itself where none does. */
function endOfBlock(text: string, start: number, closing: ClosingLines): number {
  CLOSED_BLOCK.lastIndex = start;
  if (!closing.areNone && CLOSED_BLOCK.test(text)) return CLOSED_BLOCK.lastIndex;
  OPENING.lastIndex = start;
  if (!OPENING.test(text)) return start;
  closing.areNone = true;
  return text.startsWith('"""', start) ? meantEnd(text, start) : start;
}

/** Where the string that begins there ends; there itself where its line ends before it, or a block begins. */
export function endOfString(text: string, start: number): number {
  if (text.startsWith('"""', start)) return start;
  const quote = text.indexOf('"', start + 1);
  if (quote < 0) return start;
  // Most strings have no escapes. No look at each of their characters is as fast.
  const image = text.slice(start, quote);
  if (!image.includes("\\") && !image.includes("\n") && !image.includes("\r")) return quote + 1;
  for (let at = start + 1; at < text.length; at++) {
    if (text.charCodeAt(at) === QUOTE) return at + 1;
    if (text.charCodeAt(at) === BACKSLASH) at += 1;
    if (asciiKinds[text.charCodeAt(at)] === LINE_END) return start;
  }
  return start;
}

function token(tokenType: TokenType, image: string, startOffset: number, line: Line): Token {
  return { image, startOffset, tokenTypeIdx: tokenType.tokenTypeIdx ?? NaN, tokenType, line };
}

function keyword(word: string, categories: TokenType[]): TokenType {
  return createToken({ name: `${word[0]?.toUpperCase()}${word.slice(1)}`, categories });
}

function mapKeys<Table extends object>(
  words: Table,
  make: (word: string) => TokenType,
): Readonly<Record<keyof Table, TokenType>> {
  const entries = Object.keys(words).map((word) => [word, make(word)]);
  return Object.fromEntries(entries) as Readonly<Record<keyof Table, TokenType>>;
}
