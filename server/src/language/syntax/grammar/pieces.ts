// What the grammar's rules are made of: optional and repeated pieces, what lies ahead, spans, and what is reported.
import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../../text/span.ts";
import { properties as vocabulary, reservedWords } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import { isEdgeWord } from "../edge-words.ts";
import type { Issue, Problem } from "../messages.ts";
import * as t from "../tokens.ts";

/**
 * The parser, of which every layer of the grammar is made. What several rules share, such as a text behind its keyword,
 * is a plain method, which Chevrotain records as a part of each. Functions for Chevrotain are made once, as fields: to
 * make them anew for every declaration that is read took longer than reading it.
 */
export class Pieces extends EmbeddedActionsParser {
  text = "";
  comments: readonly ast.Comment[] = [];
  issues: Issue[] = [];

  /** How many pieces the grammar has: each has its own number, as Chevrotain asks of what one rule may hold twice. */
  pieces = 0;

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.allTokens, { recoveryEnabled: false, maxLookahead: 1, ...options });
  }

  /**
   * What may be missing, and is where its gate says so. While Chevrotain records the grammar, it is recorded, and missing.
   * The gate is asked here: for each gate that Chevrotain asks, it makes a function every time.
   */
  optional<T>(take: (index: number) => T, isMeant?: Gate): () => T | undefined {
    const index = ++this.pieces;
    const definition = (): T => take(index);
    return () => {
      if (this.RECORDING_PHASE) return void this.option(index, definition);
      return isMeant && !isMeant.call(this) ? undefined : this.option(index, definition);
    };
  }

  optionalToken(type: TokenType, isMeant?: Gate): () => IToken | undefined {
    return this.optional((index) => this.consume(index, type), isMeant);
  }

  optionalRule<T>(rule: () => T, isMeant: Gate): () => T | undefined {
    return this.optional((index) => this.subrule(index, rule), isMeant);
  }

  /** What is repeated while its gate says so. */
  repeated(take: (index: number) => void, isMeant: Gate): () => void {
    const index = ++this.pieces;
    const definition = { GATE: isMeant, DEF: () => take(index) };
    return () => {
      if (this.RECORDING_PHASE || isMeant.call(this)) this.many(index, definition);
    };
  }

  readonly sign = this.optionalToken(t.Sign);
  readonly anyText = this.optionalToken(t.AnyText);

  // ── What lies ahead ──

  /** Whether the next token stands on the line of the last one. */
  onSameLine(): boolean {
    return this.ahead(1).line === "same";
  }

  /** Whether no blank stands before what is next. */
  isTouching(): boolean {
    return this.LA(1).startOffset === t.endOf(this.LA(0));
  }

  /** Every token is one of ours; the end, which is not, is on no line. */
  ahead(count: number): t.Token {
    return this.LA(count) as t.Token;
  }

  /**
   * Whether the next token is meant as a name. A reserved word is, where it stands on the last token's line and nothing
   * that it would govern follows it on that line.
   */
  nameAhead(): boolean {
    const next = this.LA(1);
    if (next.tokenType === t.Name || next.tokenType === t.String_ || next.tokenType === t.UnclosedString)
      return true;
    if (!reservedWords.has(next.image) || !this.onSameLine()) return false;
    const after = this.ahead(2);
    if (after.tokenType === t.OpenBrace || after.tokenType === t.CloseBrace) return true;
    if (isEdgeWord(next.image) && !this.isInList()) return false;
    if (after.tokenType === EOF || after.tokenType === t.Comma || isEdgeWord(after.image)) return true;
    return after.line === "next";
  }

  /** Whether a name of a list is next, where no arrow's word has a place. */
  isInList(): boolean {
    const { tokenType } = this.LA(0);
    return tokenType === t.Comma || tokenType === t.Property.collect;
  }

  /** Whether a declaration is next, with what its keyword needs behind it. */
  shapeAhead(): boolean {
    const [word, second, third] = [this.LA(1), this.LA(2), this.LA(3)].map(({ tokenType }) => tokenType);
    switch (word) {
      case t.Declaration.objective:
      case t.Declaration.scenario:
        return third === t.OpenBrace;
      case t.Declaration.objectives:
      case t.Declaration.include:
        return second === t.String_;
      case t.Declaration.param:
        return third === t.Equals;
      case t.Declaration.defaults:
        return second === t.OpenBrace;
      default:
        return false;
    }
  }

  /** Whether a line is next that begins a property, an arrow or a declaration. */
  partAhead(): boolean {
    return this.ahead(1).line === "next" && this.beginsPart(1);
  }

  /** Whether that token, the first on its line, begins a property, an arrow or a declaration, not a line of prose. */
  beginsPart(count: number): boolean {
    const { image, tokenType } = this.ahead(count);
    if (image === "confirm" || image === "modality")
      return Object.hasOwn(vocabulary[image].choices, this.ahead(count + 1).image);
    return tokenType === t.Arrow || tokenType === t.ForeignComment || startTokens.includes(tokenType);
  }

  // ── What is said, and where ──

  report(problem: Problem, span: Span, ...args: string[]): void {
    this.issues.push({ code: "syntax", problem, span, arguments: args });
  }

  spanFrom(first: IToken): Span {
    return this.spanTo(first.startOffset);
  }

  /** From there to the end of the last token read. */
  spanTo(start: number): Span {
    return { start, end: t.endOf(this.LA(0)) };
  }

  /** The comment that begins there; "" where none does. */
  commentAt(offset: number): string {
    return this.comments.find(({ span }) => span.start === offset)?.text ?? "";
  }
}

/** A method of the parser: Chevrotain calls it on the parser, and so do the pieces. */
type Gate = (this: Pieces) => boolean;

const startTokens = [...t.declarationTokens, ...t.propertyTokens];
