// Texts: a string or a block, behind its keyword or behind `=`.
import { tokenMatcher, type IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { isUnclosedBlock, misplacedQuotes } from "../open-texts.ts";
import { readBlock, readString } from "../read-text.ts";
import * as t from "../tokens.ts";
import { Unquoted } from "./unquoted.ts";

export class Texts extends Unquoted {
  /** The text behind a keyword; prose without quotes is taken to the line's end and said once. */
  value(keyword: string): ast.Text | undefined {
    const sign = this.sign();
    const token = this.anyText();
    const isOpen = this.RECORDING_PHASE || token?.tokenType === t.UnclosedString;
    const closing = isOpen ? this.closingOfLines() : undefined;
    const isUnquoted = token ? false : this.unquotedValue(keyword);
    if (sign) this.forbidSign(sign, keyword);
    if (token) return closing ? this.textOverLines(token, closing) : this.textOf(token);
    if (!isUnquoted) this.report("missing-text", t.spanOf(this.LA(0)), keyword);
    return undefined;
  }

  /** Whether a text without straight double quotes is there: it is said. */
  unquotedValue(keyword: string): boolean {
    const block = this.foreignBlock();
    const prose = block ? undefined : this.prose();
    const end = prose || this.RECORDING_PHASE ? this.furtherProse() : undefined;
    const lines = prose && end !== undefined ? { start: prose.start, end } : block;
    if (lines) this.report("foreign-block", lines);
    else if (prose) this.report("unquoted-text", prose, keyword, ...this.nothingIn(prose, keyword));
    return (block ?? prose) !== undefined;
  }

  /** `callback none`: the word, where it says that there is no address. */
  nothingIn({ start, end }: Span, keyword: string): readonly string[] {
    const word = this.text.slice(start, end);
    return keyword === "callback" && NOTHING.test(word) ? [word] : [];
  }

  /** A string on one line without params: a path, a scenario's title. */
  plainValue(keyword: string): ast.Text | undefined {
    const text = this.value(keyword);
    this.checkPlain(text);
    return text;
  }

  /** `= "…"` behind a name. */
  assignment(name: string, keyword: string): ast.Text | undefined {
    const sign = this.equals() ?? this.colon();
    const second = this.secondSign();
    const token = this.assigned();
    const prose = token || (!sign && !this.RECORDING_PHASE) ? undefined : this.prose();
    if (sign?.tokenType === t.Colon)
      this.report("colon-for-equals", this.spanOver(sign, second ?? sign), name, second ? ":=" : ":");
    if (token && !sign) this.report("missing-equals", t.spanOf(token), name);
    if (token) return this.textOf(token);
    if (prose) this.report("unquoted-text", prose, `${keyword}${name} =`);
    else if (sign?.tokenType === t.Equals) this.report("missing-text", t.spanOf(sign), `${keyword}${name} =`);
    return prose && this.textIn(prose);
  }

  readonly equals = this.optionalToken(t.Equals);
  readonly colon = this.optionalToken(t.Colon);

  /** `:=` of other languages. */
  readonly equalsBehindColon = this.RULE("equalsBehindColon", (): IToken => this.CONSUME(t.Equals));

  readonly secondSign = this.optionalRule(
    this.equalsBehindColon,
    () => this.LA(0).tokenType === t.Colon && this.isTouching(),
  );

  readonly assigned = this.optionalToken(
    t.AnyText,
    () => tokenMatcher(this.LA(0), t.Sign) || this.onSameLine(),
  );

  textOf(token: IToken): ast.Text {
    const span = t.spanOf(token);
    if (token.tokenType === t.MisopenedBlock) {
      this.report("misopened-block", { start: span.start, end: span.start + 3 });
      return { form: "block", parts: [token.image.replace(/^"""|"""$/g, "").trim()], span };
    }
    if (token.tokenType === t.UnclosedString) this.report("unclosed-string", span);
    if (isUnclosedBlock(token)) this.report("unclosed-block", { start: span.start, end: span.start + 3 });
    const { form, parts } =
      token.tokenType === t.Block
        ? readBlock(this.withoutMisplaced(token), span.start, this.issues)
        : readString(token.image, span.start, this.issues);
    return { form, parts, span };
  }

  /** A block without the quotes that close it in the wrong place, which are said. */
  withoutMisplaced(token: IToken): string {
    const { length } = misplacedQuotes(token);
    if (length === 0) return token.image;
    const end = t.endOf(token);
    this.report("misplaced-closing", { start: end - length, end });
    return token.image.slice(0, -length);
  }

  /** What stands there without quotes. */
  textIn(span: Span): ast.Text {
    return { form: "string", parts: [this.text.slice(span.start, span.end)], span };
  }

  /** What stands between the two quotes, as if on one line. */
  textOverLines(open: IToken, closing: IToken): ast.Text {
    const span = { start: open.startOffset, end: closing.startOffset + 1 };
    this.report("string-over-lines", span);
    const words = this.text.slice(span.start + 1, span.end - 1).trim();
    return { form: "string", parts: [words.replaceAll(/\s*[\r\n]\s*/g, " ")], span };
  }

  /** Only a string on one line without params is right here. */
  checkPlain(text: ast.Text | undefined): void {
    this.forbidParams(text);
    if (text && text.form !== "string") this.report("plain-string", text.span);
  }

  forbidSign(sign: IToken, keyword: string): void {
    this.report("no-assignment", t.spanOf(sign), keyword, sign.image);
  }

  forbidParams(text: ast.Text | undefined): void {
    for (const part of text?.parts ?? []) {
      if (typeof part === "string") continue;
      const span = { start: part.span.start - 2, end: part.span.end + 1 };
      this.issues.push({ code: "bad-escape", problem: "no-interpolation", span, arguments: [] });
    }
  }
}

const NOTHING = /^(?:none|no|off|false|null|nil|undefined)$/i;
