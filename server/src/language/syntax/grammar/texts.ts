// Texts: a string or a block, behind its keyword or behind `=`.
import { tokenMatcher, type IToken } from "chevrotain";
import { isOnOneLine } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { isUnclosedBlock, misplacedQuotes, misspeltOpening } from "../open-texts.ts";
import { readBlock, readString } from "../read-text.ts";
import * as t from "../tokens.ts";
import { Unquoted } from "./unquoted.ts";

export class Texts extends Unquoted {
  /** The text behind a keyword; prose without quotes is taken to the line's end and said once. */
  value(keyword: string): ast.Text | undefined {
    const sign = this.sign();
    const token = this.anyText() ?? this.foldedText();
    const isOpen = this.RECORDING_PHASE || token?.tokenType === t.UnclosedString;
    const closing = isOpen ? this.closingOfLines() : undefined;
    const isUnquoted = token ? false : this.unquotedValue(keyword);
    if (sign) this.forbidSign(sign, keyword);
    if (token) return closing ? this.textOverLines(token, closing) : this.textOf(token);
    if (!isUnquoted) this.report("missing-text", t.spanOf(this.LA(0)), keyword);
    return undefined;
  }

  /** Whether a text without straight double quotes is there, or below its keyword: it is said. */
  unquotedValue(keyword: string): boolean {
    const start = this.LA(1).startOffset;
    const block = this.foreignBlock();
    const prose = block ? undefined : this.prose();
    const end = block ? undefined : this.furtherProse();
    const further = end === undefined ? undefined : { start, end };
    const lines = block ?? (further && !isOnOneLine(this.text, further) ? further : undefined);
    const words = prose ?? further;
    if (lines) this.report("foreign-block", lines);
    else if (words) this.report("unquoted-text", words, keyword, ...this.nothingIn(words, keyword));
    return (lines ?? words) !== undefined;
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

  /** `>"""`: what folds a text, on the wrong side. */
  readonly turnedFold = this.RULE("turnedFold", (): IToken => {
    const mark = this.CONSUME(t.Stray);
    this.report("misspelt-opening", { start: mark.startOffset, end: t.endOf(mark) + 3 });
    return this.CONSUME(t.Block);
  });

  readonly foldedText = this.optionalRule(
    this.turnedFold,
    () =>
      this.LA(1).image === ">" &&
      this.LA(2).tokenType === t.Block &&
      this.LA(2).startOffset === t.endOf(this.LA(1)),
  );

  /** `= "…"` behind a name. */
  assignment(name: string, keyword: string): ast.Text | undefined {
    const sign = this.equals() ?? this.colonForEquals(name);
    const token = this.assigned();
    const prose = token || (!sign && !this.RECORDING_PHASE) ? undefined : this.prose();
    if (token && !sign) this.report("missing-equals", t.spanOf(token), name);
    if (token) return this.textOf(token);
    if (prose) this.report("unquoted-text", prose, `${keyword}${name} =`);
    else if (sign?.tokenType === t.Equals) this.report("missing-text", t.spanOf(sign), `${keyword}${name} =`);
    return prose && this.textIn(prose);
  }

  /** `:` or `:=` of other languages. */
  colonForEquals(name: string): IToken | undefined {
    const colon = this.colon();
    const equals = this.secondSign();
    if (colon) this.report("colon-for-equals", this.spanFrom(colon), name, equals ? ":=" : ":");
    return colon;
  }

  readonly equals = this.optionalToken(t.Equals);
  readonly colon = this.optionalToken(t.Colon);

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
      const [opening = ""] = MISOPENING.exec(token.image) ?? [];
      this.report("misopened-block", { start: span.start, end: span.start + opening.length }, opening);
      return { form: "block", parts: [token.image.slice(opening.length).replace(/"""$/, "").trim()], span };
    }
    if (token.tokenType === t.UnclosedString) this.report("unclosed-string", span);
    if (isUnclosedBlock(token)) this.report("unclosed-block", { start: span.start, end: span.start + 3 });
    const { form, parts } =
      token.tokenType === t.Block ? this.readBlock(token) : readString(token.image, span.start, this.issues);
    return { form, parts, span };
  }

  /** A block, as if what opens and closes it were written in its right form and place; where it is not, that is said. */
  readBlock(token: IToken): Pick<ast.Text, "form" | "parts"> {
    const { startOffset: start, image } = token;
    const end = t.endOf(token);
    const closing = misplacedQuotes(token).length;
    const opening = misspeltOpening(token).length;
    if (closing > 0) this.report("misplaced-closing", { start: end - closing, end });
    if (opening > 0) this.report("misspelt-opening", { start, end: start + opening });
    const content = image.slice(opening, image.length - closing);
    return opening === 0
      ? readBlock(content, start, this.issues)
      : readBlock(FOLDED + content, start + opening - FOLDED.length, this.issues);
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

/** What opens a folded text. */
const FOLDED = '""">';
const MISOPENING = /^"""(?:>(?=\s))?/;
