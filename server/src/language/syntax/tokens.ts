// The lexer: the language's tokens, in the order in which they are tried.
import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";
import { lazy } from "../text/lazy.ts";
import { declarations, edgeWords, properties } from "../vocabulary.ts";

/** A name's pattern: words with single hyphens between them, so that `a->b` is an arrow. */
export const NAME = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*/u;

const stickyName = new RegExp(NAME.source, "uy");

/** Chevrotain drops the `u` flag of a pattern, so names are matched by a function. */
function matchName(text: string, offset: number): RegExpExecArray | null {
  stickyName.lastIndex = offset;
  return stickyName.exec(text);
}

/** Hints to the lexer, which looks up a token's first character in a table: beyond Latin-1 one entry serves over 128. */
const beyondAscii = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code + 128)),
  ...Array.from({ length: 510 }, (_, step) => String.fromCharCode(256 + step * 128)),
];
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const nameStarts = [...ascii.filter((character) => /\w/.test(character)), ...beyondAscii];

/** Whatever may be meant as a name: a plain one, a string, a reserved word. */
export const AnyName = createToken({ name: "AnyName", pattern: Lexer.NA });
/** A string, block or folded string, closed or not. */
export const AnyText = createToken({ name: "AnyText", pattern: Lexer.NA });
/** `:` or `=`. */
export const Sign = createToken({ name: "Sign", pattern: Lexer.NA });
/** What may stand in prose that lacks its quotes. */
export const Prose = createToken({ name: "Prose", pattern: Lexer.NA });
/** What begins such prose. */
export const ProseStart = createToken({ name: "ProseStart", pattern: Lexer.NA });
/** What has no place between an objective's properties and arrows. */
export const OutOfPlace = createToken({ name: "OutOfPlace", pattern: Lexer.NA });
/** What has no place between a scenario's steps. */
export const NoStep = createToken({ name: "NoStep", pattern: Lexer.NA });
/** What cannot begin a declaration. */
export const Outside = createToken({ name: "Outside", pattern: Lexer.NA });

/** A keyword's look-ahead keeps `prompts`, `prompt-b` and `promptß` names, and lets `prompt->` be an arrow. */
function keyword(word: string, categories: TokenType[]): TokenType {
  const name = word[0]?.toUpperCase() + word.slice(1);
  return createToken({ name, categories, pattern: new RegExp(`${word}(?!-?[\\w\\u0080-\\uffff])`) });
}

export const Declaration = mapKeys(declarations, (word) => keyword(word, [AnyName]));
export const Property = mapKeys(properties, (word) => keyword(word, [AnyName, Prose, NoStep, Outside]));
export const EdgeWord = mapKeys(edgeWords, (word) =>
  keyword(word, [AnyName, Prose, OutOfPlace, NoStep, Outside]),
);

export const Name = createToken({
  name: "Name",
  categories: [AnyName, Prose, ProseStart, Outside],
  pattern: { exec: matchName },
  start_chars_hint: nameStarts,
  line_breaks: false,
});

/** A block or folded string, to the line that closes it or, without one, to the text's end. */
export const Block = createToken({
  name: "Block",
  categories: [AnyText, Prose, OutOfPlace, NoStep, Outside],
  pattern: /""">?[^\S\r\n]*(?=[\r\n]|$)(?:[^]*?[\r\n][^\S\r\n]*"""|[^]*)/,
  line_breaks: true,
});

/** Three quotes with text behind them on their line: never right, but kept together. */
export const MisopenedBlock = createToken({
  name: "MisopenedBlock",
  categories: [AnyText, Prose, OutOfPlace, NoStep, Outside],
  pattern: /"""[^]*?"""|"""[^]*/,
  line_breaks: true,
});

export const String_ = createToken({
  name: "String",
  categories: [AnyText, AnyName, Prose, OutOfPlace, Outside],
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"/,
});

export const UnclosedString = createToken({
  name: "UnclosedString",
  categories: [AnyText, AnyName, Prose, OutOfPlace, Outside],
  pattern: /"[^\r\n]*/,
});

export const Comment = createToken({ name: "Comment", pattern: /\/\/[^\r\n]*/, group: "comments" });
/** A comment of another language: never right, but kept together. */
export const ForeignComment = createToken({
  name: "ForeignComment",
  categories: [Prose, OutOfPlace, NoStep, Outside],
  pattern: /#[^\r\n]*|\/\*(?:[^]*?\*\/|[^\r\n]*)/,
  line_breaks: true,
});
const Blank = createToken({ name: "Blank", pattern: /[\s\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true });

export const OpenBrace = createToken({ name: "OpenBrace", categories: [OutOfPlace, Outside], pattern: "{" });
export const CloseBrace = createToken({ name: "CloseBrace", categories: [Outside], pattern: "}" });
export const Comma = createToken({
  name: "Comma",
  categories: [Prose, OutOfPlace, NoStep, Outside],
  pattern: ",",
});
export const Equals = createToken({
  name: "Equals",
  categories: [Sign, Prose, OutOfPlace, NoStep, Outside],
  pattern: "=",
});
export const Arrow = createToken({
  name: "Arrow",
  categories: [NoStep, Outside],
  pattern: /->|-->|=>|[–—]>|[→⇒⟶]/,
});
export const Colon = createToken({
  name: "Colon",
  categories: [Sign, Prose, OutOfPlace, NoStep, Outside],
  pattern: ":",
});
export const Stray = createToken({
  name: "Stray",
  categories: [Prose, ProseStart, OutOfPlace, NoStep, Outside],
  pattern: /[\uD800-\uDBFF][\uDC00-\uDFFF]|[^]/,
  start_chars_hint: [...ascii, ...beyondAscii],
  line_breaks: true,
});

/** Longer keywords before those they begin with. */
const keywords = [...Object.values(Declaration), ...Object.values(Property), ...Object.values(EdgeWord)].sort(
  (one, other) => other.name.length - one.name.length,
);

const categories = [AnyName, AnyText, Sign, Prose, ProseStart, OutOfPlace, NoStep, Outside];

export const allTokens: TokenType[] = [
  ...categories,
  Blank,
  ...keywords,
  Name,
  Block,
  MisopenedBlock,
  String_,
  UnclosedString,
  Comment,
  ForeignComment,
  Arrow,
  OpenBrace,
  CloseBrace,
  Comma,
  Equals,
  Colon,
  Stray,
];

const lexer = lazy(
  () =>
    new Lexer(allTokens, {
      positionTracking: "onlyOffset",
      ensureOptimizations: true,
      skipValidations: true,
    }),
);

export interface Tokens {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
}

/** Every character is in a token, in a comment or blank: lexing cannot fail. */
export function tokenize(text: string): Tokens {
  const { tokens, groups } = lexer().tokenize(text);
  return { tokens, comments: groups["comments"] ?? [] };
}

/** The offset behind the token's last character. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function mapKeys<Table extends object>(
  words: Table,
  make: (word: string) => TokenType,
): Readonly<Record<keyof Table, TokenType>> {
  const entries = Object.keys(words).map((word) => [word, make(word)]);
  return Object.fromEntries(entries) as Readonly<Record<keyof Table, TokenType>>;
}
