// Texts as people write them out of habit: without quotes, over several lines, between the marks of other languages.
import { tokenMatcher, type IToken } from "chevrotain";
import { nearest } from "../../text/nearest.ts";
import type { Span } from "../../text/span.ts";
import { properties as vocabulary } from "../../vocabulary.ts";
import { isClosingQuote } from "../open-texts.ts";
import * as t from "../tokens.ts";
import { Pieces } from "./pieces.ts";

export class Unquoted extends Pieces {
  /** Where the prose without quotes that was read last ends. */
  proseEnd = -1;

  readonly unquoted = this.RULE("unquoted", (): Span => {
    const first = this.CONSUME(t.ProseStart);
    this.MANY({ GATE: this.proseAhead, DEF: this.wordOrBraces });
    const { start, end } = this.spanFrom(first);
    this.proseEnd = end;
    return { start, end: end + this.commentAt(end).search(/\s|$/) };
  });

  readonly prose = this.optionalRule(this.unquoted, this.onSameLine);

  /** Whether prose without quotes goes on, over params: to an arrow, or to what has a declaration's whole shape. */
  proseAhead(): boolean {
    const { tokenType } = this.LA(1);
    if (!this.onSameLine() || tokenType === t.Arrow) return false;
    if (tokenType === t.OpenBrace) return this.LA(0).image === "$" && this.LA(3).tokenType === t.CloseBrace;
    return !this.shapeAhead();
  }

  readonly wordOrBraces = (): void => this.OR(this.wordOrBracesKinds);

  readonly wordOrBracesKinds = [
    { ALT: () => void this.CONSUME(t.NoBrace) },
    { ALT: () => this.SUBRULE(this.braces) },
  ];

  /** `{ "close": "…" }`: what other languages write between braces. */
  readonly braces = this.RULE("braces", (): void => {
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.CONSUME(t.NoBrace));
    this.CONSUME(t.CloseBrace);
  });

  /** Whether the brace that is next is closed before another opens, and before a property or an arrow begins a line. */
  bracesAhead(): boolean {
    for (let count = 2; ; count++) {
      const token = this.ahead(count);
      if (token.tokenType === t.CloseBrace) return true;
      if (!tokenMatcher(token, t.NoBrace) || (token.line === "next" && this.beginsPart(count))) return false;
    }
  }
  /** The lines below prose without quotes that are prose as well, such as a list behind a colon; where they end. */
  readonly proseLines = this.RULE("proseLines", (): number => {
    let isList = false;
    this.AT_LEAST_ONE({
      GATE: () => {
        if (this.onSameLine()) return this.proseAhead();
        isList ||= this.listAhead();
        return this.proseLineAhead() || (isList && isDash(this.LA(1)));
      },
      DEF: () => this.CONSUME(t.NoBrace),
    });
    return t.endOf(this.LA(0));
  });

  readonly furtherProse = this.optionalRule(this.proseLines, () => this.proseLineAhead() || this.listAhead());

  /** Whether a list begins on the line below, behind a colon. */
  listAhead(): boolean {
    return this.LA(0).tokenType === t.Colon && isDash(this.LA(1)) && this.ahead(1).line === "next";
  }

  /**
   * Whether the line below is prose, too: three words or more that begin like no property, and nothing that a property
   * or an arrow would have.
   */
  proseLineAhead(): boolean {
    const first = this.ahead(1);
    if (first.tokenType !== t.Name || first.line !== "next") return false;
    if (nearest(first.image, Object.keys(vocabulary)) !== undefined) return false;
    let count = 2;
    while (this.ahead(count).line === "same" && tokenMatcher(this.LA(count), t.NoBrace)) {
      const token = this.LA(count);
      if (tokenMatcher(token, t.AnyText) || tokenMatcher(token, t.Sign) || token.tokenType === t.Arrow)
        return false;
      count += 1;
    }
    return count > 3 && this.ahead(count).line !== "same";
  }

  /** A text of several lines as other languages write it: to its second fence, or to the next part of the objective. */
  readonly foreignLines = this.RULE("foreignLines", (): Span => {
    const first = this.LA(1);
    const isFenced = this.fenceAhead();
    let count = 0;
    this.AT_LEAST_ONE({
      GATE: () => !(isFenced && count > 5 && this.isFence(-2)) && !this.partAhead(),
      DEF: () => {
        this.CONSUME(t.NoBrace);
        count += 1;
      },
    });
    return this.spanFrom(first);
  });

  readonly foreignBlock = this.optionalRule(this.foreignLines, this.foreignBlockAhead);

  foreignBlockAhead(): boolean {
    return this.fenceAhead() || this.lineMarkAhead();
  }

  /** Whether three quotes of another kind are next on the line. */
  fenceAhead(): boolean {
    return this.onSameLine() && this.isFence(1);
  }

  /** Whether three quotes of another kind begin at that token, with no blanks between. */
  isFence(at: number): boolean {
    const { image, startOffset: start } = this.LA(at);
    if (image !== "'" && image !== "`") return false;
    return [1, 2].every((more) => {
      const token = this.LA(at + more);
      return token.image === image && token.startOffset === start + more;
    });
  }

  /** Whether a mark is next that says, in other languages, that the text stands on the lines below. */
  lineMarkAhead(): boolean {
    const below = this.ahead(2);
    return (
      /^[>|]$/.test(this.LA(1).image) && this.onSameLine() && below.line === "next" && !this.beginsPart(2)
    );
  }

  /** What an open string says on further lines, to the quote that was meant to close it. */
  readonly furtherLines = this.RULE("furtherLines", (): IToken => {
    let left = this.closingAhead();
    let last = this.LA(1);
    this.AT_LEAST_ONE({ GATE: () => left-- > 0, DEF: () => (last = this.CONSUME(t.NoBrace)) });
    return last;
  });

  readonly closingOfLines = this.optionalRule(this.furtherLines, this.isClosedBelow);

  isClosedBelow(): boolean {
    return this.closingAhead() > 0;
  }

  /**
   * How many tokens there are to the quote, on a later line, that closes the open string; none where something else
   * begins before it, the next string included: so no token is looked at from two strings.
   */
  closingAhead(): number {
    for (let count = 1; ; count++) {
      const token = this.ahead(count);
      if (tokenMatcher(token, t.AnyText)) return isClosingQuote(token) ? count : 0;
      if (!tokenMatcher(token, t.NoBrace) || (token.line === "next" && this.beginsPart(count))) return 0;
    }
  }
}

/** What begins an item of a list in other languages. */
export function isDash({ image }: IToken): boolean {
  return /^[-–—*•]$/.test(image);
}
