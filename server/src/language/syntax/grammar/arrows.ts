// Arrows, and what was meant as one: with dashes for it, or behind its condition.
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { edgeWordOf } from "../edge-words.ts";
import { printName } from "../print.ts";
import * as t from "../tokens.ts";
import { Conditions, REQUIRED, type Condition } from "./conditions.ts";

export class Arrows extends Conditions {
  readonly edge = this.RULE("edge", (): ast.Edge => this.readEdge(this.condition));

  readEdge(takeCondition: () => Condition | undefined): ast.Edge {
    const arrow = this.CONSUME(t.Arrow);
    const edge = this.edgeBehind(t.spanOf(arrow), takeCondition);
    if (arrow.image !== "->" && edge.target) this.report("misspelt-arrow", t.spanOf(arrow));
    return edge;
  }

  edgeBehind(arrow: Span, takeCondition: () => Condition | undefined): ast.Edge {
    const token = this.name();
    const target = this.marksBehindName() ?? (token && this.nameOf(token));
    const { kind, keyword, condition } = takeCondition() ?? this.meantCondition() ?? REQUIRED;
    this.furtherTargets();
    if (!target) this.report("missing-target", arrow);
    return { arrow, target, kind, keyword, condition, span: this.spanTo(arrow.start) };
  }

  // ── Slips ──

  /** `-> a, b`: names behind the one that an arrow leads to. */
  readonly secondTarget = this.RULE("secondTarget", (): void => {
    const comma = this.CONSUME(t.Comma);
    this.nameOnLine();
    this.report("one-target", this.spanFrom(comma));
  });

  readonly furtherTargets = this.optionalRule(this.secondTarget, this.onSameLine);

  readonly nameOnLine = this.optionalToken(t.AnyName, this.onSameLine);

  /** `- close`, `-- close`, `- > close`: an arrow all the same, whose first dash is read already. */
  readonly dashedEdge = this.RULE("dashedEdge", (): ast.Edge => {
    const { startOffset: start } = this.LA(0);
    this.MANY({ GATE: this.onSameLine, DEF: () => this.CONSUME(t.Stray) });
    const arrow = this.spanTo(start);
    this.report("misspelt-arrow", arrow);
    return this.edgeBehind(arrow, this.condition);
  });

  readonly edgeBehindDash = this.optionalRule(this.dashedEdge, this.dashedAhead);

  /** Whether dashes, of which the first is read, stand for an arrow: on the line follow a name and no further words. */
  dashedAhead(): boolean {
    if (!/^[-–—]$/.test(this.LA(0).image)) return false;
    let count = 1;
    while (/^[-–—>]$/.test(this.LA(count).image) && this.ahead(count).line === "same") count += 1;
    const [target, behind] = [this.ahead(count), this.ahead(count + 1)];
    const isName = target.tokenType === t.Name || target.tokenType === t.String_;
    return isName && target.line === "same" && (behind.line !== "same" || behind.tokenType !== t.Name);
  }

  /** `when "…" -> close`: the condition before its arrow; its word is read already. */
  readonly turnedEdge = this.RULE("turnedEdge", (): ast.Edge => {
    const word = this.LA(0);
    const token = this.textBehindWord();
    const edge = this.readEdge(this.conditionBehindToo);
    const kind = edgeWordOf(word.image) ?? "when";
    const target = edge.target ? [printName(edge.target.text)] : [];
    this.report("condition-first", this.spanTo(word.startOffset), kind, ...target);
    if (edge.kind !== "required") return edge;
    return { ...edge, kind, keyword: t.spanOf(word), condition: token && this.textOf(token) };
  });

  readonly textBehindWord = this.optionalToken(t.AnyText);

  readonly edgeBehindCondition = this.optionalRule(this.turnedEdge, this.turnedAhead);

  turnedAhead(): boolean {
    return this.arrowBehindText(1) && edgeWordOf(this.LA(0).image) !== undefined;
  }
}
