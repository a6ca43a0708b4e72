// A name: plain, or quoted like a text; and what people write as one.
import { tokenMatcher, type IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { visible } from "../excerpt.ts";
import { MARK_IN_NAME, plainly } from "../name-words.ts";
import * as t from "../tokens.ts";
import { template } from "../written.ts";
import { Texts } from "./texts.ts";

export class Names extends Texts {
  readonly name = this.optionalToken(t.AnyName, this.nameAhead);

  /** The name behind `objective` or `param`. */
  declaredName(what: string): ast.Name | undefined {
    const token = this.name();
    if (token) return this.nameOf(token);
    const name = this.bracketedName();
    if (!name) this.report("missing-name", t.spanOf(this.LA(0)), what);
    return name;
  }

  nameOf(token: IToken): ast.Name {
    if (token.tokenType === t.Name) return plainName(token);
    if (!tokenMatcher(token, t.AnyText)) {
      this.report("reserved-word", t.spanOf(token), token.image);
      return plainName(token);
    }
    const text = this.textOf(token);
    this.forbidParams(text);
    return { text: template(text), quoted: true, span: text.span };
  }

  // ── Slips ──

  /** `objective(a) {` */
  readonly nameInBrackets = this.RULE("nameInBrackets", (): ast.Name => {
    const open = this.CONSUME(t.Stray);
    const name = this.CONSUME(t.Name);
    this.CONSUME1(t.Stray);
    this.report("wrapped-target", this.spanFrom(open), name.image, "objective");
    return plainName(name);
  });

  readonly bracketedName = this.optionalRule(this.nameInBrackets, this.bracketedAhead);

  bracketedAhead(): boolean {
    const [open, name, close, brace] = [this.LA(1), this.LA(2), this.LA(3), this.LA(4)];
    const isBracketed = /^(?:\(\)|\[\])$/.test(open.image + close.image);
    return isBracketed && name.tokenType === t.Name && brace.tokenType === t.OpenBrace;
  }

  /** `-> ask.guest`: what touches a name that is read already. */
  readonly marks = this.RULE("marks", (): ast.Name => {
    const { startOffset: start } = this.LA(0);
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1).image !== ";" && this.isTouching(),
      DEF: () => this.CONSUME(t.NoBrace),
    });
    return this.nameWithMarks(this.spanTo(start));
  });

  readonly marksBehindName = this.optionalRule(this.marks, this.markTouches);

  /** Whether the mark that is next was meant as a part of the name before it; a semicolon was meant to end something. */
  markTouches(): boolean {
    const next = this.LA(1);
    return (
      next.tokenType === t.Stray && next.image !== ";" && this.LA(0).tokenType === t.Name && this.isTouching()
    );
  }

  nameWithMarks(span: Span): ast.Name {
    const written = this.text.slice(span.start, span.end);
    const text = plainly(written);
    if (written.includes("${")) this.report("param-in-name", span);
    else this.report("marks-in-name", span, visible(MARK_IN_NAME.exec(written)?.[0] ?? ""), text);
    return { text, quoted: false, span };
  }

  checkWords(name: ast.Name, words: readonly IToken[]): void {
    const suggestion = [name.text, ...words.map(({ image }) => image)].join("_");
    const last = words.at(-1);
    if (last) this.report("name-in-words", { start: name.span.start, end: t.endOf(last) }, suggestion);
  }
}

export function plainName(token: IToken): ast.Name {
  return { text: token.image, quoted: false, span: t.spanOf(token) };
}
