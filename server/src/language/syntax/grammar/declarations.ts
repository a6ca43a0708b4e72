// A text as declarations, and what stands outside of every one.
import type { IToken } from "chevrotain";
import { nearest } from "../../text/nearest.ts";
import { declarations as declarationWords } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import { excerpt } from "../excerpt.ts";
import * as t from "../tokens.ts";
import { plainName } from "./names.ts";
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
    return this.headerFrom(this.CONSUME(t.Declaration.objectives));
  });

  headerFrom(keyword: IToken): ast.Header {
    const title = this.value("objectives");
    const span = this.spanFrom(keyword);
    if (title ?? this.RECORDING_PHASE) this.braceBehindTitle();
    return { kind: "header", title, span };
  }

  readonly include = this.RULE("include", (): ast.Include => {
    return this.includeFrom(this.CONSUME(t.Declaration.include));
  });

  includeFrom(keyword: IToken): ast.Include {
    const before = this.issues.length;
    const path = this.plainValue("include") ?? this.pathBehind(keyword);
    // A backslash between a path's parts is said where the path leads nowhere.
    this.issues = this.issues.filter(({ problem }, index) => index < before || problem !== "unknown-escape");
    return { kind: "include", path, span: this.spanFrom(keyword) };
  }

  readonly param = this.RULE("param", (): ast.Param => {
    return this.paramFrom(this.CONSUME(t.Declaration.param));
  });

  paramFrom(keyword: IToken): ast.Param {
    const name = this.declaredName("param");
    const words = this.wordsBehindName();
    if (name && words) this.checkWords(name, words);
    const value = this.assignment(name?.text ?? "param", "param ");
    this.checkPlain(value);
    return { kind: "param", name, value, span: this.spanFrom(keyword) };
  }

  // ── Slips ──

  /** `objectives "…" {`: a brace around what follows by itself. */
  readonly headerBrace = this.RULE("headerBrace", (): void => {
    this.report("header-brace", t.spanOf(this.CONSUME(t.OpenBrace)));
  });

  readonly braceBehindTitle = this.optionalRule(this.headerBrace, this.onSameLine);

  /** `include ./a.objectives`, `include “…”`: the path without its quotes, which are said to be missing. */
  pathBehind(keyword: IToken): ast.Text | undefined {
    const span = this.spanTo(t.endOf(keyword));
    const path = this.text.slice(span.start, span.end).replaceAll(AROUND_PATH, "");
    return /^\S+$/.test(path) ? { form: "string", parts: [path], span } : undefined;
  }

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
    const meant = this.meantBySlip();
    const declaration = meant ?? this.wordlessObjective();
    const isFence = this.isFence(0);
    if (declaration) {
      if (meant) this.report("outside", t.spanOf(first), first.image, meantDeclaration(first));
      else this.report("missing-objective", t.spanOf(first), first.image);
      this.declarations.push(declaration);
      return;
    }
    this.MANY({
      GATE: () => first.tokenType !== t.ForeignComment && this.isOutsideAhead(),
      DEF: () => this.CONSUME(t.Anything),
    });
    if (this.reportForeign(first)) return;
    if (first.tokenType === t.CloseBrace) this.report("unmatched-brace", t.spanOf(first));
    else if (isFence) this.report("fence", { start: first.startOffset, end: first.startOffset + 3 });
    else this.report("outside", t.spanOf(first), excerpt(first.image), meantDeclaration(first));
  });

  /** Whether what is next is no declaration: on a line that cannot be read only what has the whole shape of one is. */
  isOutsideAhead(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType === t.ForeignComment) return false;
    return !t.declarationTokens.includes(tokenType) || (this.onSameLine() && !this.shapeAhead());
  }

  // `objectiv a {`, `Include "…"`, `let a = "…"`: declarations all the same, whose words are read already.
  readonly misspeltObjective = this.RULE("misspeltObjective", () => this.objectiveFrom(this.LA(0)));
  readonly misspeltInclude = this.RULE("misspeltInclude", () => this.includeFrom(this.LA(0)));
  readonly misspeltParam = this.RULE("misspeltParam", () => this.paramFrom(this.LA(0)));
  readonly misspeltHeader = this.RULE("misspeltHeader", () => this.headerFrom(this.LA(0)));

  readonly meantObjective = this.optionalRule(
    this.misspeltObjective,
    () => this.nameAhead() && this.LA(2).tokenType === t.OpenBrace && this.isMeant("objective"),
  );

  readonly meantInclude = this.optionalRule(
    this.misspeltInclude,
    () => this.stringOnLineAhead() && this.isMeant("include"),
  );

  readonly meantParam = this.optionalRule(
    this.misspeltParam,
    () => this.LA(1).tokenType === t.Name && this.LA(2).tokenType === t.Equals && this.isMeant("param"),
  );

  readonly meantHeader = this.optionalRule(
    this.misspeltHeader,
    () => this.stringOnLineAhead() && this.isMeant("objectives"),
  );

  meantBySlip(): ast.Declaration | undefined {
    return this.meantObjective() ?? this.meantInclude() ?? this.meantParam() ?? this.meantHeader();
  }

  stringOnLineAhead(): boolean {
    return this.LA(1).tokenType === t.String_ && this.onSameLine();
  }

  isMeant(word: string): boolean {
    return meantDeclaration(this.LA(0)) === word;
  }

  /** `ask_name { prompt "…" }`: an objective without its word; its name is read already. */
  readonly objectiveWithoutWord = this.RULE("objectiveWithoutWord", (): ast.Objective => {
    return this.objectiveNamed(this.LA(0), plainName(this.LA(0)));
  });

  readonly wordlessObjective = this.optionalRule(
    this.objectiveWithoutWord,
    () => this.LA(0).tokenType === t.Name && this.LA(1).tokenType === t.OpenBrace && this.beginsPart(2),
  );
}

/** The declaration's word that another was probably meant to be; "" where none is near. */
function meantDeclaration({ image }: IToken): string {
  return SYNONYMS.get(image.toLowerCase()) ?? nearest(image, Object.keys(declarationWords)) ?? "";
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ...["import", "require", "use"].map((word) => [word, "include"] as const),
  ...["let", "const", "var", "variable", "params"].map((word) => [word, "param"] as const),
]);

const AROUND_PATH = /^["'`“”„‘’«»:=\s]+|["'`“”„‘’«»\s]+$/g;
