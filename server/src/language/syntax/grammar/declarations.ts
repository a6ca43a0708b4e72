// A text as declarations, and what stands outside of every one.
import type { IToken } from "chevrotain";
import { nearest } from "../../text/nearest.ts";
import { declarations as declarationWords } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import { excerpt } from "../excerpt.ts";
import * as t from "../tokens.ts";
import { Scenarios } from "./scenarios.ts";

export class Declarations extends Scenarios {
  declarations: ast.Declaration[] = [];

  readonly unit = this.RULE("unit", (): void => {
    this.MANY(this.declaration);
  });

  readonly declaration = (): void => this.OR(this.declarationKinds);

  readonly declarationKinds = [
    { ALT: () => void this.declarations.push(this.SUBRULE(this.objective)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.header)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.include)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.param)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.defaults)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.scenario)) },
    { ALT: () => this.SUBRULE(this.outside) },
  ];

  readonly header = this.RULE("header", (): ast.Header => {
    const keyword = this.CONSUME(t.Declaration.objectives);
    const title = this.value("objectives");
    return { kind: "header", title, span: this.spanFrom(keyword) };
  });

  readonly include = this.RULE("include", (): ast.Include => {
    const keyword = this.CONSUME(t.Declaration.include);
    const path = this.plainValue("include");
    return { kind: "include", path, span: this.spanFrom(keyword) };
  });

  readonly param = this.RULE("param", (): ast.Param => {
    const keyword = this.CONSUME(t.Declaration.param);
    const name = this.declaredName("param");
    const words = this.wordsBehindName();
    if (name && words) this.checkWords(name, words);
    const value = this.assignment(name?.text ?? "param", "param ");
    this.checkPlain(value);
    return { kind: "param", name, value, span: this.spanFrom(keyword) };
  });

  // ── Slips ──

  /** `param api url`: a name in words. */
  readonly moreWords = this.RULE("moreWords", (): readonly IToken[] => {
    const words = [this.CONSUME(t.Name)];
    this.MANY({ GATE: this.onSameLine, DEF: () => words.push(this.CONSUME1(t.Name)) });
    return words;
  });

  readonly wordsBehindName = this.optionalRule(this.moreWords, this.onSameLine);

  readonly outside = this.RULE("outside", (): void => {
    const text = this.textThatEndsHere();
    const first = this.CONSUME(t.Outside);
    if (this.wordsOfText(text)) return;
    const objective = this.meantObjective();
    if (objective) {
      this.report("outside", t.spanOf(first), first.image, "objective");
      this.declarations.push(objective);
      return;
    }
    this.MANY({
      GATE: () => first.tokenType !== t.ForeignComment && this.isOutsideAhead(),
      DEF: () => this.CONSUME(t.Anything),
    });
    if (this.reportForeign(first)) return;
    if (first.tokenType === t.CloseBrace) this.report("unmatched-brace", t.spanOf(first));
    else this.report("outside", t.spanOf(first), excerpt(first.image), meantDeclaration(first));
  });

  /** Whether what is next is no declaration: on a line that cannot be read only what has the whole shape of one is. */
  isOutsideAhead(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType === t.ForeignComment) return false;
    return !t.declarationTokens.includes(tokenType) || (this.onSameLine() && !this.shapeAhead());
  }

  /** `objectiv a {`: one all the same, whose word is read already. */
  readonly misspeltObjective = this.RULE("misspeltObjective", (): ast.Objective => {
    return this.objectiveFrom(this.LA(0));
  });

  readonly meantObjective = this.optionalRule(this.misspeltObjective, this.misspeltAhead);

  misspeltAhead(): boolean {
    const isObjective = meantDeclaration(this.LA(0)) === "objective";
    return isObjective && this.nameAhead() && this.LA(2).tokenType === t.OpenBrace;
  }
}

/** The declaration's word that a misspelt one was probably meant to be; "" where none is near. */
function meantDeclaration({ image }: IToken): string {
  return nearest(image, Object.keys(declarationWords)) ?? "";
}
