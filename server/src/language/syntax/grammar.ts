// The grammar. Everything but a declaration's keyword is optional and every token has a place, so parsing never fails:
// what is missing or too much is said here, in this language's words, and the tree keeps the rest.
import { EmbeddedActionsParser, EOF, tokenMatcher, type ISerializedGast, type IToken } from "chevrotain";
import type { Span } from "../text/span.ts";
import { lazy } from "../text/lazy.ts";
import { nearest } from "../text/nearest.ts";
import {
  declarations as declarationWords,
  properties as vocabulary,
  reservedWords,
  type PropertyName,
} from "../vocabulary.ts";
import type * as ast from "./ast.ts";
import type { Issue, Problem } from "./messages.ts";
import { readBlock, readString } from "./read-text.ts";
import * as t from "./tokens.ts";
import { template } from "./written.ts";

export interface Parsed {
  readonly declarations: readonly ast.Declaration[];
  readonly comments: readonly ast.Comment[];
  readonly issues: readonly Issue[];
}

/** The declarations of a piece of text. Spans are relative to it. */
export function parseUnit(text: string): Parsed {
  const { tokens, comments } = t.tokenize(text);
  return grammar().read(text, tokens, comments);
}

/** Chevrotain's own checks of the grammar, for a test: a mistake in it throws. */
export function validateGrammar(): void {
  new Grammar({ skipValidations: false });
}

/** The grammar's rules as data, from which the reference is drawn. */
export function grammarProductions(): readonly ISerializedGast[] {
  return grammar().getSerializedGastProductions();
}

const grammar = lazy(() => new Grammar({ skipValidations: true }));

type Choice = ast.Confirm | ast.Modality;
type Condition = Pick<ast.Edge, "kind" | "keyword" | "condition">;

class Grammar extends EmbeddedActionsParser {
  private text = "";
  private comments: readonly ast.Comment[] = [];
  private issues: Issue[] = [];
  /** How many comments stand before the declaration that is being read. */
  private passed = 0;
  /** Where the prose without quotes that was read last ends. */
  private proseEnd = -1;

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.allTokens, { recoveryEnabled: false, maxLookahead: 1, ...options });
    this.performSelfAnalysis();
  }

  read(text: string, tokens: IToken[], comments: readonly IToken[]): Parsed {
    this.text = text;
    this.issues = [];
    this.passed = 0;
    this.proseEnd = -1;
    this.comments = comments.map((comment) => ({ span: spanOf(comment), text: comment.image }));
    this.input = tokens;
    const declarations = this.unit();
    const parsed = { declarations, comments: this.comments, issues: this.issues };
    this.input = []; // else the parser keeps every token alive
    return parsed;
  }

  private readonly unit = this.RULE("unit", (): ast.Declaration[] => {
    const declarations: ast.Declaration[] = [];
    this.MANY(() => {
      const declaration = this.OR(this.declarationKinds);
      if (declaration) declarations.push(declaration);
    });
    return declarations;
  });

  /** Made once: an array of functions for every declaration that is read would cost more than reading it. */
  private readonly declarationKinds = [
    { ALT: () => this.SUBRULE(this.objective) },
    { ALT: () => this.SUBRULE(this.header) },
    { ALT: () => this.SUBRULE(this.include) },
    { ALT: () => this.SUBRULE(this.param) },
    { ALT: () => this.SUBRULE(this.defaults) },
    { ALT: () => this.SUBRULE(this.scenario) },
    { ALT: () => this.SUBRULE(this.outside) },
  ];

  // ── Declarations ──

  private readonly header = this.RULE("header", (): ast.Header => {
    const keyword = this.CONSUME(t.Declaration.objectives);
    const title = this.SUBRULE(this.value, { ARGS: ["objectives"] });
    return this.ACTION(() => ({ kind: "header", title, span: this.spanFrom(keyword) }));
  });

  private readonly include = this.RULE("include", (): ast.Include => {
    const keyword = this.CONSUME(t.Declaration.include);
    const path = this.SUBRULE(this.plainValue, { ARGS: ["include"] });
    return this.ACTION(() => ({ kind: "include", path, span: this.spanFrom(keyword) }));
  });

  private readonly param = this.RULE("param", (): ast.Param => {
    const keyword = this.CONSUME(t.Declaration.param);
    const name = this.SUBRULE(this.declaredName, { ARGS: ["param"] });
    const equals = this.OPTION(() => this.CONSUME(t.Equals));
    const token = this.OPTION1({
      GATE: () => equals !== undefined || this.onSameLine(),
      DEF: () => this.CONSUME(t.AnyText),
    });
    return this.ACTION(() => {
      this.checkAssignment(name?.text ?? "param", equals, token);
      const value = token && this.textOf(token);
      this.forbidParams(value);
      if (value && value.form !== "string") this.report("plain-string", value.span);
      return { kind: "param", name, value, span: this.spanFrom(keyword) };
    });
  });

  private readonly defaults = this.RULE("defaults", (): ast.Defaults => {
    const keyword = this.CONSUME(t.Declaration.defaults);
    const properties: ast.Property[] = [];
    const open = this.SUBRULE(this.opening);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.keep(properties, this.SUBRULE(this.property)) },
        { ALT: () => this.SUBRULE(this.edgeInDefaults) },
        { ALT: () => this.SUBRULE(this.unexpected) },
      ]);
    });
    const close = this.OPTION1(() => this.CONSUME(t.CloseBrace));
    return this.ACTION(() => {
      this.checkBraces("defaults", spanOf(keyword), open, close);
      this.checkInDefaults(properties);
      return { kind: "defaults", properties, span: this.spanFrom(keyword) };
    });
  });

  private readonly objective = this.RULE("objective", (): ast.Objective => {
    const keyword = this.CONSUME(t.Declaration.objective);
    const name = this.SUBRULE(this.declaredName, { ARGS: ["objective"] });
    const properties: ast.Property[] = [];
    const edges: ast.Edge[] = [];
    const open = this.SUBRULE(this.opening);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.keep(properties, this.SUBRULE(this.property)) },
        { ALT: () => this.keep(edges, this.SUBRULE(this.edge)) },
        { ALT: () => this.SUBRULE(this.unexpected) },
      ]);
    });
    const close = this.OPTION1(() => this.CONSUME(t.CloseBrace));
    return this.ACTION(() => {
      if (open || name) this.checkBraces("objective", name?.span ?? spanOf(keyword), open, close);
      const body = this.bodyFrom(open);
      return {
        kind: "objective",
        doc: this.docAbove(keyword),
        name,
        properties,
        edges,
        body,
        span: this.spanFrom(keyword),
      };
    });
  });

  private readonly scenario = this.RULE("scenario", (): ast.Scenario => {
    const keyword = this.CONSUME(t.Declaration.scenario);
    const title = this.SUBRULE(this.plainValue, { ARGS: ["scenario"] });
    const steps: ast.Step[] = [];
    let end: Span | undefined;
    const open = this.SUBRULE(this.opening);
    this.MANY({
      GATE: () => !this.declarationAhead(),
      DEF: () =>
        this.OR([
          {
            GATE: () => this.LA(1).image === "end",
            ALT: () => {
              const word = this.CONSUME(t.Name);
              this.ACTION(() => (end ??= spanOf(word)));
            },
          },
          {
            GATE: () => this.nameAhead(),
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              const step = this.SUBRULE(this.step);
              this.ACTION(() => {
                if (end) this.report("after-end", step.span, step.name.text);
                else steps.push(step);
              });
            },
          },
          { ALT: () => this.SUBRULE(this.unexpectedInScenario) },
        ]),
    });
    const close = this.OPTION1(() => this.CONSUME(t.CloseBrace));
    return this.ACTION(() => {
      if (open || title) this.checkBraces("scenario", title?.span ?? spanOf(keyword), open, close);
      return { kind: "scenario", title, steps, end, body: this.bodyFrom(open), span: this.spanFrom(keyword) };
    });
  });

  private readonly opening = this.RULE("opening", (): IToken | undefined => {
    const sign = this.OPTION(() => this.CONSUME(t.Sign));
    const open = this.OPTION1(() => this.CONSUME(t.OpenBrace));
    this.ACTION(() => {
      if (sign && open) this.report("no-sign-before-brace", spanOf(sign), sign.image);
    });
    return open;
  });

  private readonly step = this.RULE("step", (): ast.Step => {
    const name = this.CONSUME(t.AnyName);
    const values: ast.StepValue[] = [];
    this.OPTION(() => {
      const open = this.CONSUME(t.OpenBrace);
      this.MANY({
        GATE: () => !this.declarationAhead(),
        DEF: () =>
          this.OR([
            {
              GATE: () => this.nameAhead(),
              IGNORE_AMBIGUITIES: true,
              ALT: () => this.keep(values, this.SUBRULE(this.stepValue)),
            },
            { ALT: () => this.SUBRULE(this.unexpectedInScenario) },
          ]),
      });
      const close = this.OPTION1(() => this.CONSUME(t.CloseBrace));
      this.ACTION(() => this.checkBraces("step", spanOf(name), open, close));
    });
    return this.ACTION(() => ({ name: this.nameOf(name), values, span: this.spanFrom(name) }));
  });

  private readonly stepValue = this.RULE("stepValue", (): ast.StepValue => {
    const name = this.CONSUME(t.AnyName);
    const equals = this.OPTION(() => this.CONSUME(t.Equals));
    const token = this.OPTION1({
      GATE: () => equals !== undefined || this.onSameLine(),
      DEF: () => this.CONSUME(t.AnyText),
    });
    return this.ACTION(() => {
      if (!equals && !token) this.report("missing-equals", spanOf(name), name.image);
      else this.checkAssignment(name.image, equals, token);
      return { name: this.nameOf(name), text: token && this.textOf(token), span: this.spanFrom(name) };
    });
  });

  // ── What an objective says ──

  private readonly property = this.RULE("property", (): ast.Property => this.OR(this.propertyKinds));

  private readonly propertyKinds = [
    { ALT: () => this.SUBRULE(this.prompt) },
    { ALT: () => this.SUBRULE(this.collect) },
    { ALT: () => this.SUBRULE(this.confirm) },
    { ALT: () => this.SUBRULE(this.modality) },
    { ALT: () => this.SUBRULE(this.callback) },
    { ALT: () => this.SUBRULE(this.meta) },
    { ALT: () => this.SUBRULE(this.unknownProperty) },
  ];

  private readonly prompt = this.RULE("prompt", (): ast.Prompt => {
    const keyword = this.CONSUME(t.Property.prompt);
    const text = this.SUBRULE(this.value, { ARGS: ["prompt"] });
    return this.ACTION(() => ({
      kind: "prompt",
      keyword: spanOf(keyword),
      text,
      span: this.spanFrom(keyword),
    }));
  });

  private readonly callback = this.RULE("callback", (): ast.Callback => {
    const keyword = this.CONSUME(t.Property.callback);
    const text = this.SUBRULE(this.value, { ARGS: ["callback"] });
    return this.ACTION(() => ({
      kind: "callback",
      keyword: spanOf(keyword),
      text,
      span: this.spanFrom(keyword),
    }));
  });

  private readonly confirm = this.RULE("confirm", (): ast.Confirm => {
    const keyword = this.CONSUME(t.Property.confirm);
    const value = this.SUBRULE(this.choice, { ARGS: ["confirm"] });
    return this.ACTION(() => ({
      kind: "confirm",
      keyword: spanOf(keyword),
      value,
      span: this.spanFrom(keyword),
    }));
  });

  private readonly modality = this.RULE("modality", (): ast.Modality => {
    const keyword = this.CONSUME(t.Property.modality);
    const value = this.SUBRULE(this.choice, { ARGS: ["modality"] });
    return this.ACTION(() => ({
      kind: "modality",
      keyword: spanOf(keyword),
      value,
      span: this.spanFrom(keyword),
    }));
  });

  private readonly choice = this.RULE("choice", (keyword: Choice["kind"]): ast.Name | undefined => {
    const sign = this.OPTION(() => this.CONSUME(t.Sign));
    const token = this.OPTION1({ GATE: () => this.nameAhead(), DEF: () => this.CONSUME(t.AnyName) });
    return this.ACTION(() => {
      if (sign) this.report("no-assignment", spanOf(sign), keyword, sign.image);
      if (token) return this.nameOf(token);
      const choices = Object.keys(vocabulary[keyword].choices).join(" or ");
      this.report("missing-value", spanOf(this.LA(0)), keyword, choices);
      return undefined;
    });
  });

  private readonly collect = this.RULE("collect", (): ast.Collect => {
    const keyword = this.CONSUME(t.Property.collect);
    const sign = this.OPTION(() => this.CONSUME(t.Sign));
    const names = this.OR([
      { GATE: () => this.wrapAhead(), ALT: () => this.SUBRULE(this.wrappedNames) },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
    return this.ACTION(() => {
      if (sign) this.report("no-assignment", spanOf(sign), "collect", sign.image);
      return { kind: "collect", keyword: spanOf(keyword), names, span: this.spanFrom(keyword) };
    });
  });

  /** `[a, b]`, `'a', 'b'`: names as other languages write lists of them, said once. */
  private readonly wrappedNames = this.RULE("wrappedNames", (): ast.Name[] => {
    const names: ast.Name[] = [];
    const first = this.CONSUME(t.Stray);
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME1(t.Stray) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.addName(names, this.CONSUME(t.Name)) },
          { ALT: () => this.addName(names, this.CONSUME(t.String_)) },
        ]),
    });
    this.ACTION(() => this.report("wrapped-names", this.spanFrom(first)));
    return names;
  });

  /** Names with commas between them; a name on the same line belongs to the list even without its comma. */
  private readonly names = this.RULE("names", (): ast.Name[] => {
    const names: ast.Name[] = [];
    const first = this.OPTION({ GATE: () => this.nameAhead(), DEF: () => this.CONSUME(t.AnyName) });
    this.addName(names, first);
    this.MANY({
      GATE: () => this.LA(1).tokenType === t.Comma || (this.onSameLine() && this.nameAhead()),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              this.CONSUME(t.Comma);
              const next = this.OPTION1({
                GATE: () => this.nameAhead(),
                DEF: () => this.CONSUME1(t.AnyName),
              });
              this.addName(names, next);
            },
          },
          {
            ALT: () => {
              const next = this.CONSUME2(t.AnyName);
              this.ACTION(() => this.report("missing-comma", spanOf(next), next.image));
              this.addName(names, next);
            },
          },
        ]),
    });
    return names;
  });

  private readonly meta = this.RULE("meta", (): ast.Meta => {
    const keyword = this.CONSUME(t.Property.meta);
    const sign = this.OPTION(() => this.CONSUME(t.Sign));
    const key = this.OPTION1({ GATE: () => this.nameAhead(), DEF: () => this.CONSUME(t.AnyName) });
    const second = this.OPTION2({ GATE: () => key !== undefined, DEF: () => this.CONSUME1(t.Sign) });
    const value = this.OPTION3({ GATE: () => key !== undefined, DEF: () => this.CONSUME(t.AnyText) });
    const prose = this.OPTION4({
      GATE: () => key !== undefined && value === undefined && this.onSameLine(),
      DEF: () => this.SUBRULE(this.unquoted, { ARGS: [`meta ${key?.image ?? ""}`] }),
    });
    return this.ACTION(() => {
      if (sign) this.report("no-assignment", spanOf(sign), "meta", sign.image);
      if (!value && !prose) this.report("missing-meta", spanOf(key ?? keyword));
      else if (second) this.report("no-assignment", spanOf(second), `meta ${key?.image ?? ""}`, second.image);
      const text = value && this.textOf(value);
      this.forbidParams(text);
      if (text && text.form !== "string") this.report("plain-string", text.span);
      return {
        kind: "meta",
        keyword: spanOf(keyword),
        key: this.nameIf(key),
        text,
        span: this.spanFrom(keyword),
      };
    });
  });

  /** `attempts 3`, `next a, b`: kept in the tree, so that a check can say what is meant. */
  private readonly unknownProperty = this.RULE("unknownProperty", (): ast.UnknownProperty => {
    const keyword = this.CONSUME(t.Name);
    this.OPTION(() => this.CONSUME(t.Sign));
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME1(t.Name) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.AnyText) },
        ]),
    });
    return this.ACTION(() => {
      return { kind: "unknown", name: keyword.image, keyword: spanOf(keyword), span: this.spanFrom(keyword) };
    });
  });

  private readonly edgeInDefaults = this.RULE("edgeInDefaults", (): void => {
    const { span } = this.SUBRULE(this.edge);
    this.ACTION(() => this.report("edge-in-defaults", span));
  });

  private readonly edge = this.RULE("edge", (): ast.Edge => {
    const arrow = this.CONSUME(t.Arrow);
    const target = this.OPTION({ GATE: () => this.nameAhead(), DEF: () => this.CONSUME(t.AnyName) });
    const said = this.OPTION1(() => this.OR(this.conditionKinds));
    const meant = this.OPTION2({
      GATE: () => said === undefined && this.onSameLine(),
      DEF: () => this.SUBRULE(this.withoutWhen),
    });
    const further = this.OPTION3({
      GATE: () => said !== undefined,
      DEF: () => this.SUBRULE(this.furtherCondition),
    });
    this.OPTION4({ GATE: () => this.onSameLine(), DEF: () => this.SUBRULE(this.furtherTargets) });
    return this.ACTION(() => {
      if (arrow.image !== "->") this.report("misspelt-arrow", spanOf(arrow));
      if (!target) this.report("missing-target", spanOf(arrow));
      const condition = said && further ? eitherOf(said, further) : (said ?? meant ?? REQUIRED);
      return { arrow: spanOf(arrow), target: this.nameIf(target), ...condition, span: this.spanFrom(arrow) };
    });
  });

  private readonly conditionKinds = [
    { ALT: () => this.SUBRULE(this.when) },
    { ALT: () => this.SUBRULE(this.otherwise) },
  ];

  private readonly when = this.RULE("when", (): Condition => {
    const keyword = this.CONSUME(t.EdgeWord.when);
    const condition = this.SUBRULE(this.value, { ARGS: ["when"] });
    return this.ACTION(() => ({ kind: "when", keyword: spanOf(keyword), condition }));
  });

  private readonly otherwise = this.RULE("otherwise", (): Condition => {
    const keyword = this.CONSUME(t.EdgeWord.otherwise);
    const token = this.OPTION(() => this.CONSUME(t.AnyText));
    return this.ACTION(() => ({
      kind: "otherwise",
      keyword: spanOf(keyword),
      condition: token && this.textOf(token),
    }));
  });

  /** `-> a otherwise when "…"`: a second word for one arrow. */
  private readonly furtherCondition = this.RULE("furtherCondition", (): Condition => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(t.EdgeWord.when) },
      { ALT: () => this.CONSUME(t.EdgeWord.otherwise) },
    ]);
    const token = this.OPTION(() => this.CONSUME(t.AnyText));
    return this.ACTION(() => {
      this.report("one-condition", spanOf(keyword));
      const kind = keyword.tokenType === t.EdgeWord.when ? "when" : "otherwise";
      return { kind, keyword: spanOf(keyword), condition: token && this.textOf(token) };
    });
  });

  /** `-> a "…"`, `-> a if "…"`, `-> a unless`: what stands where `when` should. */
  private readonly withoutWhen = this.RULE("withoutWhen", (): Condition => {
    let word: IToken | undefined;
    let token: IToken | undefined;
    this.OR([
      {
        ALT: () => {
          word = this.CONSUME(t.Name);
          token = this.OPTION({ GATE: () => this.onSameLine(), DEF: () => this.CONSUME(t.AnyText) });
        },
      },
      { ALT: () => (token = this.CONSUME1(t.AnyText)) },
    ]);
    return this.ACTION(() => {
      if (word && !token) this.report("unknown-edge-word", spanOf(word), word.image);
      if (!token) return REQUIRED;
      this.report("missing-when", spanOf(word ?? token), word?.image ?? "");
      return { kind: "when", keyword: undefined, condition: this.textOf(token) };
    });
  });

  private readonly furtherTargets = this.RULE("furtherTargets", (): void => {
    const comma = this.CONSUME(t.Comma);
    this.OPTION({ GATE: () => this.onSameLine(), DEF: () => this.CONSUME(t.AnyName) });
    this.ACTION(() => this.report("one-target", this.spanFrom(comma)));
  });

  // ── Names and texts ──

  /**
   * The name behind `objective` or `param`; words that follow it on its line were meant to belong to it. Whatever else
   * follows an objective's name before its brace is said once.
   */
  private readonly declaredName = this.RULE("declaredName", (what: string): ast.Name | undefined => {
    const name = this.nameIf(
      this.OPTION({ GATE: () => this.nameAhead(), DEF: () => this.CONSUME(t.AnyName) }),
    );
    const more: IToken[] = [];
    this.MANY({
      GATE: () => this.onSameLine() && (this.LA(1).tokenType === t.Name || this.asideAhead(what)),
      DEF: () =>
        this.OR([
          { ALT: () => this.keep(more, this.CONSUME(t.Name)) },
          { ALT: () => this.keep(more, this.CONSUME(t.Sign)) },
          { ALT: () => this.keep(more, this.CONSUME(t.Comma)) },
          { ALT: () => this.keep(more, this.CONSUME(t.Stray)) },
          { ALT: () => this.keep(more, this.CONSUME(t.AnyText)) },
        ]),
    });
    return this.ACTION(() => {
      if (!name) this.report("missing-name", spanOf(this.LA(0)), what);
      const [first] = more;
      if (!name || !first) return name;
      if (more.every(({ tokenType }) => tokenType === t.Name)) {
        const suggestion = [name.text, ...more.map(({ image }) => image)].join("_");
        this.report("name-in-words", this.spanTo(name.span.start), suggestion);
      } else {
        this.report("before-brace", this.spanFrom(first));
      }
      return name;
    });
  });

  /** The text behind a keyword; prose without quotes is taken to the line's end and said once. */
  private readonly value = this.RULE("value", (keyword: string): ast.Text | undefined => {
    const sign = this.OPTION(() => this.CONSUME(t.Sign));
    const token = this.OPTION1(() => this.CONSUME(t.AnyText));
    const prose = this.OPTION2({
      GATE: () => token === undefined && this.onSameLine(),
      DEF: () => this.SUBRULE(this.unquoted, { ARGS: [keyword] }),
    });
    return this.ACTION(() => {
      if (sign) this.report("no-assignment", spanOf(sign), keyword, sign.image);
      if (token) return this.textOf(token);
      if (!prose) this.report("missing-text", spanOf(this.LA(0)), keyword);
      return undefined;
    });
  });

  /** A string on one line without params: a path, a scenario's title, a param's value. */
  private readonly plainValue = this.RULE("plainValue", (keyword: string): ast.Text | undefined => {
    const text = this.SUBRULE(this.value, { ARGS: [keyword] });
    return this.ACTION(() => {
      this.forbidParams(text);
      if (text && text.form !== "string") this.report("plain-string", text.span);
      return text;
    });
  });

  private readonly unquoted = this.RULE("unquoted", (keyword: string): Span => {
    const first = this.CONSUME(t.ProseStart);
    this.MANY({ GATE: () => this.onSameLine(), DEF: () => this.CONSUME(t.Prose) });
    return this.ACTION(() => {
      const { start, end } = this.spanFrom(first);
      this.proseEnd = end;
      const span = { start, end: end + this.commentAt(end).search(/\s|$/) };
      this.report("unquoted-text", span, keyword);
      return span;
    });
  });

  // ── What does not belong ──

  private readonly outside = this.RULE("outside", (): undefined => {
    const first = this.CONSUME(t.Outside);
    this.MANY({
      GATE: () => first.tokenType !== t.ForeignComment && this.LA(1).tokenType !== t.ForeignComment,
      DEF: () => this.CONSUME1(t.Outside),
    });
    return this.ACTION(() => {
      if (first.tokenType === t.ForeignComment) this.report("foreign-comment", spanOf(first));
      else if (first.tokenType === t.CloseBrace) this.report("unmatched-brace", spanOf(first));
      else this.report("outside", spanOf(first), excerpt(first), meantDeclaration(first));
      return undefined;
    });
  });

  private readonly unexpected = this.RULE("unexpected", (): void => {
    const first = this.CONSUME(t.OutOfPlace);
    this.MANY({ GATE: () => this.onSameLine(), DEF: () => this.CONSUME1(t.OutOfPlace) });
    this.ACTION(() => {
      if (first.tokenType === t.ForeignComment) this.report("foreign-comment", spanOf(first));
      else if (first.image === ";") this.report("no-semicolon", spanOf(first));
      else if (tokenMatcher(first, t.AnyText)) this.report("unexpected-text", spanOf(first));
      else this.report("unexpected", spanOf(first), excerpt(first));
    });
  });

  private readonly unexpectedInScenario = this.RULE("unexpectedInScenario", (): void => {
    const first = this.CONSUME(t.NoStep);
    this.MANY({ GATE: () => this.onSameLine(), DEF: () => this.CONSUME1(t.NoStep) });
    this.ACTION(() => this.report("not-in-scenario", spanOf(first), excerpt(first)));
  });

  // ── What lies ahead ──

  /** Whether the next token stands on the line of the last one. */
  private onSameLine(): boolean {
    const next = this.LA(1);
    if (next.tokenType === EOF) return false;
    return !/[\r\n]/.test(this.text.slice(t.endOf(this.LA(0)), next.startOffset));
  }

  /**
   * Whether the next token is meant as a name. A reserved word is, where it stands on the last token's line and nothing
   * that it would govern follows it on that line.
   */
  private nameAhead(): boolean {
    const next = this.LA(1);
    if (next.tokenType === t.Name || next.tokenType === t.String_ || next.tokenType === t.UnclosedString)
      return true;
    if (!reservedWords.has(next.image) || !this.onSameLine()) return false;
    const after = this.LA(2);
    if (after.tokenType === t.OpenBrace || after.tokenType === t.CloseBrace) return true;
    if (next.tokenType === t.EdgeWord.when || next.tokenType === t.EdgeWord.otherwise) return false;
    if (
      after.tokenType === EOF ||
      after.tokenType === t.Comma ||
      after.image === "when" ||
      after.image === "otherwise"
    )
      return true;
    return /[\r\n]/.test(this.text.slice(t.endOf(next), after.startOffset));
  }

  /** Whether what is next can only be meant to say more of an objective before its brace; a single sign is `opening`'s. */
  private asideAhead(what: string): boolean {
    if (what !== "objective") return false;
    return !tokenMatcher(this.LA(1), t.Sign) || this.LA(2).tokenType !== t.OpenBrace;
  }

  /** Whether a list begins as in other languages. */
  private wrapAhead(): boolean {
    return this.onSameLine() && /^[[('‘“„«]$/.test(this.LA(1).image);
  }

  /** Whether a declaration's keyword is next, and not meant as a name. */
  private declarationAhead(): boolean {
    return declarationTokens.includes(this.LA(1).tokenType) && !this.nameAhead();
  }

  // ── Building the tree ──

  private keep<T>(list: T[], item: T): void {
    this.ACTION(() => list.push(item));
  }

  private report(problem: Problem, span: Span, ...args: string[]): void {
    this.issues.push({ code: "syntax", problem, span, arguments: args });
  }

  /** What stands behind `=`, or should. */
  private checkAssignment(name: string, equals: IToken | undefined, value: IToken | undefined): void {
    if (value && !equals) this.report("missing-equals", spanOf(value), name);
    else if (equals && !value) this.report("missing-text", spanOf(equals), "=");
  }

  /** Adds the name that was read, or says that one is missing. */
  private addName(names: ast.Name[], token: IToken | undefined): void {
    this.ACTION(() => {
      if (token) names.push(this.nameOf(token));
      else this.report("missing-variable", spanOf(this.LA(0)));
    });
  }

  private nameIf(token: IToken | undefined): ast.Name | undefined {
    return this.ACTION(() => token && this.nameOf(token));
  }

  private nameOf(token: IToken): ast.Name {
    if (token.tokenType === t.Name) return { text: token.image, quoted: false, span: spanOf(token) };
    if (!tokenMatcher(token, t.AnyText)) {
      this.report("reserved-word", spanOf(token), token.image);
      return { text: token.image, quoted: false, span: spanOf(token) };
    }
    const text = this.textOf(token);
    this.forbidParams(text);
    return { text: template(text), quoted: true, span: text.span };
  }

  private textOf(token: IToken): ast.Text {
    const span = spanOf(token);
    if (token.tokenType === t.MisopenedBlock) {
      this.report("misopened-block", { start: span.start, end: span.start + 3 });
      return { form: "block", parts: [token.image.replace(/^"""|"""$/g, "").trim()], span };
    }
    if (token.tokenType === t.UnclosedString) this.report("unclosed-string", span);
    if (isUnclosedBlock(token)) this.report("unclosed-block", { start: span.start, end: span.start + 3 });
    const read =
      token.tokenType === t.Block ? readBlock(token.image, span.start) : readString(token.image, span.start);
    this.issues.push(...read.issues);
    return { form: read.form, parts: read.parts, span };
  }

  private spanFrom(first: IToken): Span {
    return this.spanTo(first.startOffset);
  }

  /** From there to the end of the last token read. */
  private spanTo(start: number): Span {
    return { start, end: t.endOf(this.LA(0)) };
  }

  private bodyFrom(open: IToken | undefined): Span | undefined {
    return open && this.spanFrom(open);
  }

  private forbidParams(text: ast.Text | undefined): void {
    for (const part of text?.parts ?? []) {
      if (typeof part === "string") continue;
      const span = { start: part.span.start - 2, end: part.span.end + 1 };
      this.issues.push({ code: "bad-escape", problem: "no-interpolation", span, arguments: [] });
    }
  }

  /** What is open after a text that runs to the end, or hides the brace, is that text's fault. */
  private checkBraces(what: string, head: Span, open: IToken | undefined, close: IToken | undefined): void {
    if (!open) this.report("missing-brace", head, what);
    else if (!close && !isUnclosed(this.LA(0)) && !this.isBraceInProse())
      this.report("unclosed-brace", spanOf(this.LA(0)), what);
  }

  /** `callback https://x }`: what follows the colon reads as a comment, brace included. */
  private isBraceInProse(): boolean {
    const end = t.endOf(this.LA(0));
    return end === this.proseEnd && this.commentAt(end).includes("}");
  }

  /** The comment that begins there; "" where none does. */
  private commentAt(offset: number): string {
    return this.comments.find(({ span }) => span.start === offset)?.text ?? "";
  }

  private checkInDefaults(properties: readonly ast.Property[]): void {
    for (const { kind, keyword } of properties) {
      if (kind !== "unknown" && !vocabulary[kind satisfies PropertyName].inDefaults)
        this.report("not-in-defaults", keyword, kind);
    }
  }

  /** The text of the `///` lines directly above. */
  private docAbove(keyword: IToken): string | undefined {
    const lines: string[] = [];
    let below = keyword.startOffset;
    for (let index = this.commentsBefore(below) - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment?.text.startsWith("///") || !LINE_END.test(this.text.slice(comment.span.end, below))) break;
      lines.unshift(comment.text.slice(3).replace(/^ /, ""));
      below = comment.span.start;
    }
    return lines.length === 0 ? undefined : lines.join("\n");
  }

  private commentsBefore(offset: number): number {
    while ((this.comments[this.passed]?.span.start ?? Infinity) < offset) this.passed += 1;
    return this.passed;
  }
}

/** Between a line and the next: nothing but the line end and blanks. */
const LINE_END = /^(?:\r\n|\r|\n)[^\S\r\n]*$/;
const REQUIRED: Condition = { kind: "required", keyword: undefined, condition: undefined };
const declarationTokens = Object.values(t.Declaration);

/** What an arrow with two words probably means: a condition that is said, before a catch-all. Neither word counts as its keyword. */
function eitherOf(one: Condition, other: Condition): Condition {
  const meant = other.kind === "when" && one.kind === "otherwise" ? other : one;
  return { ...meant, keyword: undefined };
}

/** The declaration's word that a misspelt one was probably meant to be; "" where none is near. */
function meantDeclaration({ image }: IToken): string {
  return nearest(image, Object.keys(declarationWords)) ?? "";
}

function isUnclosed(token: IToken): boolean {
  return (
    isUnclosedBlock(token) || (token.tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(token.image))
  );
}

function isUnclosedBlock({ tokenType, image }: IToken): boolean {
  return tokenType === t.Block && !/[\r\n][^\S\r\n]*"""$/.test(image);
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: t.endOf(token) };
}

/** The token as a message shows it: its first line, shortened. */
function excerpt({ image }: IToken): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? "";
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}
