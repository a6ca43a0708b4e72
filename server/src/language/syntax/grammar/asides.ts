// What people write between an objective's name and its brace, or instead of the brace.
import { tokenMatcher, type IToken } from "chevrotain";
import { reservedWords } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Blocks } from "./blocks.ts";

export class Asides extends Blocks {
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

  /** What follows a name before its brace: it belongs to the name, has no place, or stands for the brace, as is told. */
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
}

/** Marks that stand for the brace of an objective, with what closes what they open. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [":", ""],
  ["=", ""],
  ["(", ")"],
  ["[", "]"],
]);

/** What closes what the first of these opens; "" where nothing does. */
export function closerOf([first]: readonly IToken[]): string {
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
