// What does not belong in a block: words that are no property, marks, texts without a keyword.
import { tokenMatcher, type IToken } from "chevrotain";
import type * as ast from "../ast.ts";
import { excerpt } from "../excerpt.ts";
import { isClosingQuote } from "../open-texts.ts";
import * as t from "../tokens.ts";
import { Arrows } from "./arrows.ts";

export class Misplaced extends Arrows {
  /** What was meant to close the objective that is being read, where another mark opens it. */
  closer = "";

  /** `attempts 3`, `next a, b`: kept in the tree, so that a check can say what is meant. */
  readonly unknownProperty = this.RULE("unknownProperty", (): ast.UnknownProperty | ast.Edge | undefined => {
    const text = this.textThatEndsHere();
    const keyword = this.CONSUME(t.Name);
    if (this.wordsOfText(text)) return undefined;
    const edge = this.edgeBehindCondition() ?? this.edgeWithoutArrow();
    if (edge) return edge;
    this.restOfLine();
    return { kind: "unknown", name: keyword.image, keyword: t.spanOf(keyword), span: this.spanFrom(keyword) };
  });

  /** What has no place in a block. An arrow that is written otherwise is one all the same. */
  readonly unexpected = this.RULE("unexpected", (): ast.Edge | undefined => {
    const text = this.textThatEndsHere();
    const name = this.nameThatGoesOn();
    const isOfVariable = this.isBehindVariable();
    const first = this.CONSUME(t.OutOfPlace);
    if (this.wordsOfText(text)) return undefined;
    const edge = this.edgeBehindCondition() ?? this.edgeBehindDash();
    if (edge) return edge;
    const isKey = first.tokenType === t.String_ && this.LA(1).tokenType === t.Colon;
    if (first.image !== "," && first.image !== ";") this.restOfLine();
    if (this.reportForeign(first) || first.image === this.closer) return undefined;
    if (name) this.checkNameWithMarks(name);
    else if (isOfVariable && first.tokenType === t.Colon) this.checkType(first);
    else if (isKey) this.report("quoted-keyword", this.spanFrom(first), first.image.slice(1, -1));
    else if (tokenMatcher(first, t.AnyText)) this.report("unexpected-text", t.spanOf(first));
    else this.report("unexpected", t.spanOf(first), excerpt(first.image));
    return undefined;
  });

  /** Whether it is a comment of another language or a semicolon: of them the same is said everywhere. */
  reportForeign(token: IToken): boolean {
    const isComment = token.tokenType === t.ForeignComment;
    const isOfMerge = /^[<=>|]/.test(token.image);
    if (isComment) this.report(isOfMerge ? "conflict-mark" : "foreign-comment", t.spanOf(token));
    else if (token.image === ";") this.report("no-semicolon", t.spanOf(token));
    return isComment || token.image === ";";
  }

  /**
   * `"Say "yes"."`: the text that was read last, where what is next touches it and another quote follows on the line, or
   * a single one that opens nothing. So it was meant to go on, and its quote to be a part of it.
   */
  textThatEndsHere(): IToken | undefined {
    const last = this.LA(0);
    if (last.tokenType !== t.String_ || !this.onSameLine()) return undefined;
    const next = this.textOnLineAhead();
    if (!next || /^[,;:]$/.test(this.LA(1).image)) return undefined;
    return this.isTouching() || isClosingQuote(next) ? last : undefined;
  }

  /** The text that follows on the line. */
  textOnLineAhead(): IToken | undefined {
    let count = 1;
    while (this.ahead(count).line === "same" && !tokenMatcher(this.LA(count), t.AnyText)) count += 1;
    return this.ahead(count).line === "same" ? this.LA(count) : undefined;
  }

  /** The rest of the line of such a text; said once. */
  wordsOfText(text: IToken | undefined): boolean {
    if (this.RECORDING_PHASE || text) this.restOfText();
    if (text) this.report("quote-in-text", { start: t.endOf(text) - 1, end: t.endOf(this.LA(0)) });
    return text !== undefined;
  }

  readonly furtherWords = this.RULE("furtherWords", (): void => {
    this.MANY({ GATE: this.onSameLine, DEF: () => this.CONSUME(t.NoBrace) });
  });

  readonly restOfText = this.optionalRule(this.furtherWords, this.onSameLine);

  /** `first.name`: the name that was read last, where a mark touches it. */
  nameThatGoesOn(): IToken | undefined {
    return this.markTouches() ? this.LA(0) : undefined;
  }

  checkNameWithMarks({ startOffset: start }: IToken): void {
    const written = this.text.slice(start, t.endOf(this.LA(0)));
    this.nameWithMarks({ start, end: start + written.search(/[\s,;]|$/) });
  }

  /** Whether a list of variables ends here, on this line. */
  isBehindVariable(): boolean {
    return this.names.at(-1)?.span.end === t.endOf(this.LA(0)) && this.onSameLine();
  }

  /** `name: string`: up to the comma before the next variable. */
  checkType({ startOffset: start }: IToken): void {
    const [type = ""] = /^:[^,\r\n]*/.exec(this.text.slice(start, t.endOf(this.LA(0)))) ?? [];
    const written = type.trimEnd();
    this.report("no-type", { start, end: start + written.length }, excerpt(written));
  }

  /** What is left of a line that cannot be read, to the next property or arrow on it. */
  readonly rest = this.RULE("rest", (): void => {
    this.AT_LEAST_ONE({ GATE: this.restAhead, DEF: this.wordOrBraces });
  });

  readonly restOfLine = this.optionalRule(this.rest, this.restAhead);

  /** Whether what is next belongs to a line that cannot be read. */
  restAhead(): boolean {
    const { tokenType, image } = this.LA(1);
    if (!this.onSameLine() || image === ";" || tokenType === t.ForeignComment) return false;
    if (tokenType === t.OpenBrace) return this.bracesAhead();
    return tokenType !== t.Arrow && !t.propertyTokens.includes(tokenType) && !this.shapeAhead();
  }
}
