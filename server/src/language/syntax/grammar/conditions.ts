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
    return isEdgeWord(this.LA(1).image) && this.arrowBehindText(2);
  }

  /** Whether an arrow stands there on the line, or behind a text. */
  arrowBehindText(count: number): boolean {
    const at = tokenMatcher(this.LA(count), t.AnyText) ? count + 1 : count;
    return this.LA(at).tokenType === t.Arrow && this.ahead(at).line === "same";
  }

  /** `-> a "…"`, `-> a if …`, `-> a else`: what stands where `when` or `otherwise` should. */
  readonly withoutWhen = this.RULE("withoutWhen", (): Condition => this.OR(this.withoutWhenKinds));

  readonly withoutWhenKinds = [
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

  readonly meantCondition = this.optionalRule(this.withoutWhen, this.onSameLine);

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

export const REQUIRED: Condition = { kind: "required", keyword: undefined, condition: undefined };

/** What an arrow with two words probably means: a condition that is said, before a catch-all. Neither word counts as its keyword. */
function eitherOf(one: Condition, other: Condition): Condition {
  const meant = other.kind === "when" && one.kind === "otherwise" ? other : one;
  return { ...meant, keyword: undefined };
}
