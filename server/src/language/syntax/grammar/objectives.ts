// Objectives and their defaults: a name, what stands between it and the brace, and a block.
import { tokenMatcher, type IToken } from "chevrotain";
import { sized } from "../../text/sized.ts";
import { properties as vocabulary, reservedWords, type PropertyName } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Blocks } from "./blocks.ts";

export class Objectives extends Blocks {
  /** How many comments stand before the declaration that is being read. */
  passed = 0;

  readonly defaults = this.RULE("defaults", (): ast.Defaults => {
    const keyword = this.CONSUME(t.Declaration.defaults);
    this.properties = [];
    const open = this.opening();
    this.MANY(this.defaultsPart);
    const close = this.closeBrace();
    const properties = sized(this.properties);
    this.checkBraces("defaults", t.spanOf(keyword), open, close);
    this.ACTION(() => this.checkInDefaults(properties));
    return { kind: "defaults", properties, span: this.spanFrom(keyword) };
  });

  checkInDefaults(properties: readonly ast.Property[]): void {
    for (const { kind, keyword } of properties) {
      if (kind !== "unknown" && !vocabulary[kind satisfies PropertyName].inDefaults)
        this.report("not-in-defaults", keyword, kind);
    }
  }

  readonly objective = this.RULE("objective", (): ast.Objective => {
    return this.objectiveFrom(this.CONSUME(t.Declaration.objective));
  });

  objectiveFrom(keyword: IToken): ast.Objective {
    const said = this.declaredName("objective");
    const aside = this.aside() ?? NO_TOKENS;
    const name = said && this.withMarks(said, aside);
    this.properties = [];
    this.edges = [];
    const open = this.opening();
    this.closer = open ? "" : closerOf(aside);
    this.MANY(this.objectivePart);
    const close = this.closeBrace();
    this.closer = "";
    const isHeader = this.isLikeHeader(name);
    const isBraceSaid = name === said && this.checkAside(name, aside, open);
    if (!isHeader && !isBraceSaid && (open ?? name))
      this.checkBraces("objective", name?.span ?? t.spanOf(keyword), open, close);
    return {
      kind: "objective",
      doc: this.docAbove(keyword),
      name: isHeader ? undefined : name, // the set's
      properties: sized(this.properties),
      edges: sized(this.edges),
      body: this.bodyFrom(open),
      span: this.spanFrom(keyword),
    };
  }

  /** Whatever follows an objective's name before its brace: it is said once. */
  readonly beforeBrace = this.RULE("beforeBrace", (): readonly IToken[] => {
    const tokens: IToken[] = [];
    this.AT_LEAST_ONE({ GATE: this.asideAhead, DEF: () => tokens.push(this.CONSUME(t.Anything)) });
    return tokens;
  });

  readonly aside = this.optionalRule(this.beforeBrace, this.asideAhead);

  /** Whether what is next can only be meant to say more of an objective before its brace; a single sign is `opening`'s. */
  asideAhead(): boolean {
    const { tokenType, image } = this.LA(1);
    // In `ask_${who}` the brace is the param's.
    if (tokenType === t.OpenBrace) return this.LA(0).image === "$";
    if (tokenType === t.CloseBrace) return this.LA(-2).image === "$";
    if (!this.onSameLine() || reservedWords.has(image) || tokenType === t.ForeignComment) return false;
    if (tokenType === t.Arrow) return this.LA(3).tokenType === t.OpenBrace;
    return !tokenMatcher(this.LA(1), t.Sign) || this.LA(2).tokenType !== t.OpenBrace;
  }

  /** `ask.guest`: the name with what touches it, without the marks that no name has. */
  withMarks(name: ast.Name, behind: readonly IToken[]): ast.Name {
    const last = behind.at(-1);
    const isOne = last && !isBraceMeant(behind) && isOneRun(name.span.end, behind);
    return isOne ? this.nameWithMarks({ start: name.span.start, end: t.endOf(last) }) : name;
  }

  /** What follows a name before its brace belongs to it, has no place, or stands for the brace: whether it does so. */
  checkAside(name: ast.Name | undefined, aside: readonly IToken[], open: IToken | undefined): boolean {
    const [first] = aside;
    const last = aside.at(-1);
    if (!name || !first || !last) return false;
    const span = { start: first.startOffset, end: t.endOf(last) };
    const isMeant = !open && isBraceMeant(aside);
    if (isMeant) this.report("missing-brace", span, "objective", first.image);
    else if (aside.every(({ tokenType }) => tokenType === t.Name)) this.checkWords(name, aside);
    else this.report("before-brace", span);
    return isMeant;
  }

  /** `objective "Name"` with nothing behind it. */
  isLikeHeader(name: ast.Name | undefined): boolean {
    const last = this.LA(0);
    if (last.tokenType !== t.String_ || last.startOffset !== name?.span.start) return false;
    this.report("like-header", this.spanTo(this.LA(-1).startOffset));
    return true;
  }

  /** The text of the `///` lines directly above. */
  docAbove(keyword: IToken): string | undefined {
    const lines: string[] = [];
    let below = keyword.startOffset;
    for (let index = this.commentsBefore(below) - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment?.text.startsWith("///") || !LINE_END.test(this.text.slice(comment.span.end, below))) break;
      lines.push(comment.text.slice(3).replace(/^ /, ""));
      below = comment.span.start;
    }
    return lines.length === 0 ? undefined : lines.reverse().join("\n");
  }

  commentsBefore(offset: number): number {
    while ((this.comments[this.passed]?.span.start ?? Infinity) < offset) this.passed += 1;
    return this.passed;
  }
}

/** Between a line and the next: nothing but the line end and blanks. */
const LINE_END = /^(?:\r\n|\r|\n)[^\S\r\n]*$/;

const NO_TOKENS: readonly IToken[] = [];

/** Marks that stand for the brace of an objective, with what closes what they open. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [":", ""],
  ["=", ""],
  ["(", ")"],
  ["[", "]"],
]);

/** What closes what the first of these opens; "" where nothing does. */
function closerOf([first]: readonly IToken[]): string {
  return CLOSERS.get(first?.image ?? "") ?? "";
}

/** Whether a single mark stands where the brace should. */
function isBraceMeant(aside: readonly IToken[]): boolean {
  return aside.length === 1 && CLOSERS.has(aside[0]?.image ?? "");
}

/** Whether no blanks stand between the tokens, and before the first. */
function isOneRun(start: number, tokens: readonly IToken[]): boolean {
  return tokens.every(
    (token, index) => token.startOffset === (index === 0 ? start : t.endOf(tokens[index - 1] ?? token)),
  );
}
