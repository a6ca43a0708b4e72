// A scenario's steps: an objective's name, and what is given in it.
import type * as ast from "../ast.ts";
import { excerpt } from "../excerpt.ts";
import * as t from "../tokens.ts";
import { Objectives } from "./objectives.ts";

export class Steps extends Objectives {
  readonly step = this.RULE("step", (): ast.Step => {
    const name = this.CONSUME(t.AnyName);
    const values: ast.StepValue[] = [];
    this.OPTION(() => {
      const open = this.CONSUME(t.OpenBrace);
      this.MANY({
        GATE: () => !this.declarationAhead() && !this.stepAhead(),
        DEF: () =>
          this.OR([
            {
              GATE: this.nameAhead,
              IGNORE_AMBIGUITIES: true,
              ALT: () => values.push(this.SUBRULE(this.stepValue)),
            },
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.unexpectedInStep) },
          ]),
      });
      this.checkBraces("step", t.spanOf(name), open, this.closeBrace());
    });
    return { name: this.nameOf(name), values, span: this.spanFrom(name) };
  });

  readonly stepValue = this.RULE("stepValue", (): ast.StepValue => {
    const name = this.CONSUME(t.AnyName);
    const text = this.assignment(name.image, "");
    if (!text && this.LA(0) === name) this.report("missing-equals", t.spanOf(name), name.image);
    return { name: this.nameOf(name), text, span: this.spanFrom(name) };
  });

  /** Whether a declaration's keyword is next, and not meant as a name. */
  declarationAhead(): boolean {
    return t.declarationTokens.includes(this.LA(1).tokenType) && !this.nameAhead();
  }

  // ── Slips ──

  /** Whether a line is next that is a step, and so the one before it open: a name without a value, and not the last. */
  stepAhead(): boolean {
    const [name, second, third] = [this.ahead(1), this.ahead(2), this.ahead(3)];
    if (name.tokenType !== t.Name || name.line !== "next") return false;
    if (second.tokenType === t.CloseBrace) return third.tokenType !== t.CloseBrace;
    return second.tokenType === t.OpenBrace || (second.tokenType === t.Name && second.line === "next");
  }

  readonly unexpectedInStep = this.RULE("unexpectedInStep", (): void => {
    const first = this.CONSUME(t.NoStep);
    this.MANY({ GATE: this.onSameLine, DEF: () => this.CONSUME1(t.NoStep) });
    this.report("not-in-step", t.spanOf(first), excerpt(first.image));
  });
}
