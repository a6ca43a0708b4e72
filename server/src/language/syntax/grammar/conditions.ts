// What stands behind an arrow's name: its condition, said well, twice, or in another word.
import { tokenMatcher, type IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { isEdgeWord, meantEdgeWord } from "../edge-words.ts";
import * as t from "../tokens.ts";
import { Properties } from "./properties.ts";

export type Condition = Pick<ast.Edge, "kind" | "keyword" | "condition">;

export class Conditions extends Properties {
  readonly condition = this.optional((): Condition => this.readCondition());

  readCondition(): Condition {
    const said = this.OR(this.conditionKinds);
    const further = this.furtherCondition();
    return further ? eitherOf(said, further) : said;
  }

  readonly conditionKinds = [
    {
      ALT: (): Condition => {
        const keyword = this.CONSUME(t.EdgeWord.when);
        const condition = this.value("when");
        return { kind: "when", keyword: t.spanOf(keyword), condition };
      },
    },
    {
      ALT: (): Condition => {
        const keyword = this.CONSUME(t.EdgeWord.otherwise);
        const token = this.catchAll();
        return { kind: "otherwise", keyword: t.spanOf(keyword), condition: token && this.textOf(token) };
      },
    },
  ];

  readonly catchAll = this.optionalToken(t.AnyText);

  // ── Slips ──

  /** `-> a otherwise when "…"`: a second word for one arrow. */
  readonly secondCondition = this.RULE("secondCondition", (): Condition => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(t.EdgeWord.when) },
      { ALT: () => this.CONSUME(t.EdgeWord.otherwise) },
    ]);
    const token = this.anyText();
    return this.ACTION(() => {
      this.report("one-condition", t.spanOf(keyword));
      const kind = keyword.tokenType === t.EdgeWord.when ? "when" : "otherwise";
      return { kind, keyword: t.spanOf(keyword), condition: token && this.textOf(token) };
    });
  });

  readonly furtherCondition = this.optionalRule(this.secondCondition, this.mayHaveAnother);

  /** The condition behind an arrow that has one before it, too. */
  readonly conditionBehindToo = this.optional((): Condition => this.readCondition(), this.mayHaveAnother);

  /** Whether a condition that is next is not the next arrow's, before which it stands. */
  mayHaveAnother(): boolean {
    return this.onSameLine() || !this.conditionFirst();
  }

  /** Whether a condition is next that stands before its own arrow, on one line. */
  conditionFirst(): boolean {
    return isEdgeWord(this.LA(1).image) && this.arrowBehindWordAt(1);
  }

  /** Whether an arrow stands behind the word there on its line, or behind `otherwise` the name alone. */
  arrowBehindWordAt(count: number): boolean {
    if (this.arrowOnLine(count + 1)) return true;
    const [name, behind] = [this.ahead(count + 1), this.ahead(count + 2)];
    const isCatchAll = /^(?:otherwise|else)$/.test(this.LA(count).image);
    return isCatchAll && name.tokenType === t.Name && name.line === "same" && behind.line !== "same";
  }

  arrowOnLineAhead(): boolean {
    return this.LA(1).tokenType !== t.Arrow && this.arrowOnLine(1);
  }

  /** Whether an arrow stands on the line from there on, behind nothing but words and texts. */
  arrowOnLine(from: number): boolean {
    let count = from;
    while (this.ahead(count).line === "same" && isOfCondition(this.LA(count))) count += 1;
    return this.LA(count).tokenType === t.Arrow && this.ahead(count).line === "same";
  }

  /** `-> a "…"`, `-> a if …`, `-> a else`: what stands where `when` or `otherwise` should. */
  readonly withoutWhen = this.RULE("withoutWhen", (): Condition => this.OR(this.withoutWhenKinds));

  readonly withoutWhenKinds = [
    {
      ALT: (): Condition => {
        const sign = this.CONSUME(t.Sign);
        const token = this.CONSUME1(t.AnyText);
        return this.ACTION(() => {
          this.report("missing-when", t.spanOf(sign), sign.image);
          return { kind: "when", keyword: undefined, condition: this.textOf(token) };
        });
      },
    },
    {
      ALT: (): Condition => {
        const open = this.CONSUME(t.Stray);
        const token = this.CONSUME2(t.AnyText);
        this.CONSUME1(t.Stray);
        return this.ACTION(() => {
          this.report("missing-when", this.spanFrom(open), open.image);
          return { kind: "when", keyword: undefined, condition: this.textOf(token) };
        });
      },
    },
    {
      ALT: (): Condition => {
        const word = this.CONSUME(t.Name);
        const token = this.textOnLine();
        const prose = this.proseBehindWhen();
        return this.ACTION(() => this.meantBy(word, token, prose));
      },
    },
    {
      ALT: (): Condition => {
        const token = this.CONSUME(t.AnyText);
        return this.ACTION(() => this.meantByText(token));
      },
    },
  ];

  readonly meantCondition = this.optionalRule(this.withoutWhen, this.conditionAhead);

  /** Whether a mark that is next has a text behind it, as marks of conditions have in other languages. */
  conditionAhead(): boolean {
    const [mark, text, closing] = [this.LA(1), this.LA(2), this.LA(3)];
    if (!this.onSameLine()) return false;
    if (mark.tokenType === t.Stray) return mark.image === "(" && isText(text) && closing.image === ")";
    return !tokenMatcher(mark, t.Sign) || isText(text);
  }

  readonly textOnLine = this.optionalToken(t.AnyText, this.onSameLine);

  readonly proseBehindWhen = this.optionalRule(this.unquoted, this.isBehindWhen);

  isBehindWhen(): boolean {
    return this.onSameLine() && meantEdgeWord(this.LA(0).image) === "when";
  }

  /** A word that is none of ours: with a condition it stands for `when`, if not for `otherwise`. */
  meantBy(word: IToken, token: IToken | undefined, prose: Span | undefined): Condition {
    const meant = meantEdgeWord(word.image);
    const condition = token ? this.textOf(token) : prose && this.textIn(prose);
    if (condition && meant !== "otherwise")
      this.report("missing-when", prose ? this.spanFrom(word) : t.spanOf(word), word.image);
    else this.report("unknown-edge-word", t.spanOf(word), word.image, meant ?? "");
    if (meant === "otherwise") return { kind: "otherwise", keyword: undefined, condition };
    return condition ? { kind: "when", keyword: undefined, condition } : REQUIRED;
  }

  meantByText(token: IToken): Condition {
    const condition = this.textOf(token);
    this.report("missing-when", condition.span, "");
    return { kind: "when", keyword: undefined, condition };
  }
}

function isText(token: IToken): boolean {
  return tokenMatcher(token, t.AnyText);
}

/** Whether it may stand in a condition, quoted or not, before its arrow. */
function isOfCondition(token: IToken): boolean {
  const { tokenType } = token;
  if (tokenType === t.Arrow || t.propertyTokens.includes(tokenType)) return false;
  return tokenMatcher(token, t.NoBrace) && tokenType !== t.ForeignComment;
}

export const REQUIRED: Condition = { kind: "required", keyword: undefined, condition: undefined };

/** What an arrow with two words probably means: a condition that is said, before a catch-all. Neither word counts as its keyword. */
function eitherOf(one: Condition, other: Condition): Condition {
  const meant = other.kind === "when" && one.kind === "otherwise" ? other : one;
  return { ...meant, keyword: undefined };
}
