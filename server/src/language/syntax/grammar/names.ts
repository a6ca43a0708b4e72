// Names: one, quoted or not, with the marks that touch it; and lists of them.
import { tokenMatcher, type IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { visible } from "../excerpt.ts";
import { groupsOf, isWord, MARK_IN_NAME, oneName, plainly } from "../name-words.ts";
import * as t from "../tokens.ts";
import { template } from "../written.ts";
import { Texts } from "./texts.ts";

export class Names extends Texts {
  names: ast.Name[] = [];

  /** Which of the names stand behind another without a comma between them, by their index. */
  joined: number[] = [];

  readonly name = this.optionalToken(t.AnyName, this.nameAhead);

  /** The name behind `objective` or `param`. */
  declaredName(what: string): ast.Name | undefined {
    const token = this.name();
    if (!token) this.report("missing-name", t.spanOf(this.LA(0)), what);
    return token && this.nameOf(token);
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

  /** Whether no blank stands before what is next. */
  isTouching(): boolean {
    return this.LA(1).startOffset === t.endOf(this.LA(0));
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

  /** Names with commas between them; a name on the same line belongs to the list even without its comma. */
  listNames(): void {
    this.addName(this.name());
    this.furtherNames();
    if (this.joined.length > 0) this.checkJoined();
  }

  readonly furtherNames = this.repeated(
    () => this.OR(this.furtherNameKinds),
    () => this.LA(1).tokenType === t.Comma || (this.onSameLine() && this.nameAhead()),
  );

  readonly furtherNameKinds = [
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        if (!this.wrappedBehindComma()) this.addName(this.nameBehindComma());
      },
    },
    {
      ALT: () => {
        const next = this.CONSUME(t.AnyName);
        this.joined.push(this.names.length);
        this.names.push(tokenMatcher(next, t.AnyText) ? this.nameOf(next) : plainName(next));
      },
    },
  ];

  readonly nameBehindComma = this.optionalToken(t.AnyName, this.nameAhead);

  /** Adds the name that was read, or says that one is missing. */
  addName(token: IToken | undefined): void {
    if (token) this.names.push(this.nameOf(token));
    else this.report("missing-variable", t.spanOf(this.LA(0)));
  }

  /** Names without commas between them: in a list that has commas elsewhere they are words of one name. */
  checkJoined(): void {
    const groups = groupsOf(this.names, new Set(this.joined));
    const isInWords = groups.length > 1 && groups.every((group) => group.length === 1 || group.every(isWord));
    if (isInWords) {
      this.names = groups.map(oneName);
      const first = groups.findIndex(({ length }) => length > 1);
      const last = groups.findLastIndex(({ length }) => length > 1);
      const wrong = this.names.slice(first, last + 1);
      const span = { start: wrong[0]?.span.start ?? 0, end: wrong.at(-1)?.span.end ?? 0 };
      this.report("variables-in-words", span, wrong.map(({ text }) => text).join(", "));
    } else {
      const group = groups.find(({ length }) => length > 1) ?? [];
      const next = group[1];
      const isOne = groups.length === 1 && group.every(isWord);
      if (next) this.report("missing-comma", next.span, next.text, isOne ? oneName(group).text : "");
    }
    this.joined = [];
  }

  /** `[a, b]`, `'a', 'b'`: names as other languages write lists of them, said once. */
  readonly wrappedNames = this.RULE("wrappedNames", (): true => {
    const first = this.CONSUME(t.Stray);
    this.MANY({
      GATE: this.onSameLine,
      DEF: () =>
        this.OR([
          { ALT: () => void this.CONSUME1(t.Stray) },
          { ALT: () => void this.CONSUME(t.Comma) },
          { ALT: () => this.addName(this.CONSUME(t.Name)) },
          { ALT: () => this.addName(this.CONSUME(t.String_)) },
        ]),
    });
    this.report("wrapped-names", this.spanFrom(first));
    return true;
  });

  readonly wrapped = this.optionalRule(this.wrappedNames, this.wrapAhead);
  readonly wrappedBehindComma = this.optionalRule(this.wrappedNames, this.wrapAhead);

  /** Whether a list begins as in other languages. */
  wrapAhead(): boolean {
    const next = this.LA(1);
    return next.tokenType === t.Stray && this.onSameLine() && /^[[('‘“„«]$/.test(next.image);
  }
}

function plainName(token: IToken): ast.Name {
  return { text: token.image, quoted: false, span: t.spanOf(token) };
}
