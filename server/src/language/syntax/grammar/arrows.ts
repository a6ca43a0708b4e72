// Arrows, and what was meant as one: with dashes for it, or behind its condition.
import type { Span } from "../../text/span.ts";
import type * as ast from "../ast.ts";
import { edgeWordOf, isEdgeWord } from "../edge-words.ts";
import { printName } from "../print.ts";
import * as t from "../tokens.ts";
import { isName } from "./name-lists.ts";
import { plainName } from "./names.ts";
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
    const wrapped = token ? undefined : this.wrappedName();
    const target = this.marksBehindName() ?? (token ? this.nameOf(token) : wrapped);
    const { kind, keyword, condition } = takeCondition() ?? this.meantCondition() ?? REQUIRED;
    this.furtherTargets();
    if (!target) this.report("missing-target", arrow);
    return { arrow, target, kind, keyword, condition, span: this.spanTo(arrow.start) };
  }

  // ── Slips ──

  /** `-> [a]`, `-> “a”`, `-> [a, b]`: names as other languages write them. */
  readonly wrappedTarget = this.RULE("wrappedTarget", (): ast.Name | undefined => {
    const first = this.LA(1);
    this.names = [];
    let left = this.wrapLength();
    this.AT_LEAST_ONE({ GATE: () => left-- > 0, DEF: () => this.OR(this.wrappedKinds) });
    const [target] = this.names;
    if (this.names.length > 1) this.report("one-target", this.spanFrom(first));
    else if (target) this.report("wrapped-target", this.spanFrom(first), target.text);
    return target;
  });

  readonly wrappedName = this.optionalRule(
    this.wrappedTarget,
    () => this.LA(0).tokenType === t.Arrow && this.onSameLine() && this.wrapLength() > 0,
  );

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
    if (!/^[-–—>]$/.test(this.LA(0).image)) return false;
    let count = 1;
    while (/^[-–—>]$/.test(this.LA(count).image) && this.ahead(count).line === "same") count += 1;
    const [target, behind] = [this.ahead(count), this.ahead(count + 1)];
    return (
      isName(target) && target.line === "same" && (behind.line !== "same" || behind.tokenType !== t.Name)
    );
  }

  /** `when "…" -> close`, `if it is late -> close`, `otherwise close`: the condition before its arrow; its word is read already. */
  readonly turnedEdge = this.RULE("turnedEdge", (): ast.Edge => {
    const word = this.LA(0);
    this.signBehindWord();
    const token = this.textBehindWord();
    const prose = this.proseBeforeArrow();
    const arrow = this.arrowBehindWord();
    const place = arrow ? t.spanOf(arrow) : this.placeBehind();
    const edge = this.edgeBehind(place, this.conditionBehindToo);
    const kind = edgeWordOf(word.image) ?? "when";
    const target = edge.target ? [printName(edge.target.text)] : [];
    this.report("condition-first", this.spanTo(word.startOffset), kind, ...target);
    if (edge.kind !== "required") return edge;
    const condition = token ? this.textOf(token) : prose && this.textIn(prose);
    return { ...edge, kind, keyword: t.spanOf(word), condition };
  });

  readonly signBehindWord = this.optionalToken(t.Sign);
  readonly textBehindWord = this.optionalToken(t.AnyText);
  readonly proseBeforeArrow = this.optionalRule(this.unquoted, this.arrowOnLineAhead);
  readonly arrowBehindWord = this.optionalToken(t.Arrow);

  readonly edgeBehindCondition = this.optionalRule(this.turnedEdge, this.turnedAhead);

  turnedAhead(): boolean {
    return edgeWordOf(this.LA(0).image) !== undefined && this.arrowBehindWordAt(0);
  }

  /** `close when "…"`: an arrow without its sign; its name is read already. */
  readonly bareEdge = this.RULE("bareEdge", (): ast.Edge => {
    const name = this.LA(0);
    const said = this.readCondition();
    const target = plainName(name);
    const arrow = { start: target.span.start, end: target.span.start };
    this.report("missing-arrow", target.span, name.image);
    return { arrow, target, ...said, span: this.spanFrom(name) };
  });

  readonly edgeWithoutArrow = this.optionalRule(
    this.bareEdge,
    () => this.LA(0).tokenType === t.Name && this.onSameLine() && isEdgeWord(this.LA(1).image),
  );

  /** Between the last token and the next: where an arrow is missing. */
  placeBehind(): Span {
    const start = this.LA(1).startOffset;
    return { start, end: start };
  }
}
