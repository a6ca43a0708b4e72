// Scenarios: steps in their order, and perhaps the end.
import { tokenMatcher, type IToken } from "chevrotain";
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { excerpt } from "../excerpt.ts";
import * as t from "../tokens.ts";
import { Steps } from "./steps.ts";

export class Scenarios extends Steps {
  steps: ast.Step[] = [];
  end: Span | undefined;

  readonly scenario = this.RULE("scenario", (): ast.Scenario => {
    const keyword = this.CONSUME(t.Declaration.scenario);
    const title = this.plainValue("scenario");
    this.steps = [];
    this.end = undefined;
    const open = this.opening();
    this.MANY({ GATE: () => !this.declarationAhead(), DEF: () => this.OR(this.scenarioParts) });
    const close = this.closeBrace();
    if (open || title) this.checkBraces("scenario", title?.span ?? t.spanOf(keyword), open, close);
    return {
      kind: "scenario",
      title,
      steps: this.steps,
      end: this.end,
      body: this.bodyFrom(open),
      span: this.spanFrom(keyword),
    };
  });

  readonly scenarioParts = [
    {
      GATE: (): boolean => this.LA(1).image === "end",
      ALT: () => this.addEnd(this.CONSUME(t.Name)),
    },
    {
      GATE: (): boolean => this.steps.length > 0 && this.valueAhead(),
      IGNORE_AMBIGUITIES: true,
      ALT: () => this.SUBRULE(this.looseValues),
    },
    {
      GATE: (): boolean => this.nameAhead() && !this.isNumbered(),
      IGNORE_AMBIGUITIES: true,
      ALT: () => this.addStep(this.SUBRULE(this.step)),
    },
    { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.unexpectedInScenario) },
  ];

  addStep(step: ast.Step): void {
    if (this.RECORDING_PHASE) return;
    if (this.end) this.report("after-end", step.span, step.name.text);
    else this.steps.push(step);
  }

  addEnd(word: IToken): void {
    if (this.RECORDING_PHASE) return;
    if (this.end) this.report("after-end", t.spanOf(word), word.image);
    else this.end = t.spanOf(word);
  }

  // ── Slips ──

  /** `age = "6"` behind a step: what it gives, without its braces or with the last of them. */
  readonly looseValues = this.RULE("looseValues", (): void => {
    const first = this.LA(1);
    const values: ast.StepValue[] = [];
    this.AT_LEAST_ONE({
      GATE: this.valueAhead,
      DEF: () => {
        values.push(this.SUBRULE(this.stepValue));
        this.comma();
      },
    });
    const span = this.spanFrom(first);
    this.closingTwice();
    this.ACTION(() => {
      const step = this.steps.pop();
      if (!step) return;
      this.report("value-outside-step", span, step.name.text, first.image);
      this.steps.push({ ...step, values: [...step.values, ...values] });
    });
  });

  readonly comma = this.optionalToken(t.Comma);

  readonly closingTwice = this.optionalToken(
    t.CloseBrace,
    () => this.LA(1).tokenType === t.CloseBrace && this.LA(2).tokenType === t.CloseBrace,
  );

  /** Whether a name and its value are next. */
  valueAhead(): boolean {
    return (
      this.LA(1).tokenType === t.Name && tokenMatcher(this.LA(2), t.Sign) && this.ahead(2).line === "same"
    );
  }

  readonly unexpectedInScenario = this.RULE("unexpectedInScenario", (): void => {
    const first = this.CONSUME(t.OutsideStep);
    this.MANY({ GATE: this.onSameLine, DEF: () => this.CONSUME(t.NoStep) });
    this.report("not-in-scenario", this.spanFrom(first), excerpt(first.image));
  });

  /** Whether a number is next that counts the steps: `1. greet`. */
  isNumbered(): boolean {
    return /^\d+$/.test(this.LA(1).image) && /^[.)]$/.test(this.LA(2).image);
  }
}
