// The grammar. Everything but a declaration's keyword is optional and every token has a place, so parsing never fails:
// what is missing or too much is said here, in this language's words, and the tree keeps the rest.
import {
  EmbeddedActionsParser,
  EOF,
  tokenMatcher,
  type ISerializedGast,
  type IToken,
  type TokenType,
} from "chevrotain";
import type { Span } from "../text/span.ts";
import { lazy } from "../text/lazy.ts";
import { nearest } from "../text/nearest.ts";
import { sized } from "../text/sized.ts";
import {
  declarations as declarationWords,
  properties as vocabulary,
  reservedWords,
  type PropertyName,
} from "../vocabulary.ts";
import type * as ast from "./ast.ts";
import { meantEdgeWord } from "./edge-words.ts";
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
  return grammar().read(text);
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

/**
 * A declaration and a property are each one rule. What several of them share, such as a text behind its keyword, is a
 * plain method, which Chevrotain records as a part of each. Functions for Chevrotain are made once, as fields: to make
 * them anew for every declaration that is read took longer than reading it.
 */
class Grammar extends EmbeddedActionsParser {
  private text = "";
  private comments: readonly ast.Comment[] = [];
  private issues: Issue[] = [];
  /** How many comments stand before the declaration that is being read. */
  private passed = 0;
  /** Where the prose without quotes that was read last ends. */
  private proseEnd = -1;

  // Of what is being read: none of these stands in another of its kind.
  private declarations: ast.Declaration[] = [];
  private properties: ast.Property[] = [];
  private edges: ast.Edge[] = [];
  private names: ast.Name[] = [];
  private steps: ast.Step[] = [];
  private end: Span | undefined;
  /** Which of the names stand behind another without a comma between them, by their index. */
  private joined: number[] = [];

  /** Whether the arrow that is read has its condition before it: a second one may be the next arrow's. */
  private isTurned = false;
  /** What was meant to close the objective that is being read, where another mark opens it. */
  private closer = "";

  /** How many pieces the grammar has: each has its own number, as Chevrotain asks of what one rule may hold twice. */
  private pieces = 0;

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.allTokens, { recoveryEnabled: false, maxLookahead: 1, ...options });
    this.performSelfAnalysis();
  }

  read(text: string): Parsed {
    const { tokens, comments } = t.tokenize(text);
    this.issues = [];
    this.declarations = [];
    this.passed = 0;
    this.proseEnd = -1;
    this.closer = "";
    this.isTurned = false;
    this.text = text;
    this.comments = sized(comments.map(commentOf));
    this.input = tokens;
    this.unit();
    tokens.length = 0; // the parser keeps the list, and it every token
    return {
      declarations: sized(this.declarations),
      comments: this.comments,
      issues: sized(this.issues),
    };
  }

  // ── Pieces ──

  /**
   * What may be missing, and is where its gate says so. While Chevrotain records the grammar, it is recorded, and missing.
   * The gate is asked here: for each gate that Chevrotain asks, it makes a function every time.
   */
  private optional<T>(take: (index: number) => T, isMeant = always): () => T | undefined {
    const index = ++this.pieces;
    const definition = (): T => take(index);
    return () => {
      if (!this.RECORDING_PHASE) return isMeant() ? this.option(index, definition) : undefined;
      this.option(index, definition);
      return undefined;
    };
  }

  private optionalToken(type: TokenType, isMeant = always): () => IToken | undefined {
    return this.optional((index) => this.consume(index, type), isMeant);
  }

  /** What is repeated while its gate says so. */
  private repeated(take: (index: number) => void, isMeant: () => boolean): () => void {
    const index = ++this.pieces;
    const definition = { GATE: isMeant, DEF: () => take(index) };
    return () => {
      if (this.RECORDING_PHASE || isMeant()) this.many(index, definition);
    };
  }

  private readonly meantAsName = (): boolean => this.nameAhead();
  private readonly stillOnLine = (): boolean => this.onSameLine();
  private readonly mayHaveCondition = (): boolean => !this.isTurned || this.mayHaveAnother();
  private readonly mayHaveAnother = (): boolean => this.onSameLine() || !this.conditionFirst();

  private readonly sign = this.optionalToken(t.Sign);
  private readonly anyText = this.optionalToken(t.AnyText);
  private readonly name = this.optionalToken(t.AnyName, this.meantAsName);
  private readonly signBeforeBrace = this.optionalToken(t.Sign);
  private readonly openBrace = this.optionalToken(t.OpenBrace);
  private readonly closeBrace = this.optionalToken(t.CloseBrace);
  private readonly prose = this.optional(() => this.SUBRULE(this.unquoted), this.stillOnLine);

  // ── Declarations ──

  private readonly unit = this.RULE("unit", (): void => {
    this.MANY(this.declaration);
  });

  private readonly declaration = (): void => this.OR(this.declarationKinds);

  private readonly declarationKinds = [
    { ALT: () => void this.declarations.push(this.SUBRULE(this.objective)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.header)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.include)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.param)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.defaults)) },
    { ALT: () => void this.declarations.push(this.SUBRULE(this.scenario)) },
    { ALT: () => this.SUBRULE(this.outside) },
  ];

  private readonly header = this.RULE("header", (): ast.Header => {
    const keyword = this.CONSUME(t.Declaration.objectives);
    const title = this.value("objectives");
    return { kind: "header", title, span: this.spanFrom(keyword) };
  });

  private readonly include = this.RULE("include", (): ast.Include => {
    const keyword = this.CONSUME(t.Declaration.include);
    const path = this.plainValue("include");
    return { kind: "include", path, span: this.spanFrom(keyword) };
  });

  private readonly param = this.RULE("param", (): ast.Param => {
    const keyword = this.CONSUME(t.Declaration.param);
    const name = this.declaredName("param");
    const words = this.wordsBehindName();
    if (name && words) this.checkWords(name, words);
    const value = this.assignment(name?.text ?? "param", "param ");
    this.forbidParams(value);
    if (value && value.form !== "string") this.report("plain-string", value.span);
    return { kind: "param", name, value, span: this.spanFrom(keyword) };
  });

  /** `= "…"` behind a name. */
  private assignment(name: string, keyword: string): ast.Text | undefined {
    const sign = this.equals() ?? this.colon();
    const token = this.assigned();
    const prose = token || (!sign && !this.RECORDING_PHASE) ? undefined : this.prose();
    if (sign?.tokenType === t.Colon) this.report("colon-for-equals", spanOf(sign), name);
    if (token && !sign) this.report("missing-equals", spanOf(token), name);
    if (token) return this.textOf(token);
    if (prose) this.report("unquoted-text", prose, `${keyword}${name} =`);
    else if (sign?.tokenType === t.Equals) this.report("missing-text", spanOf(sign), `${keyword}${name} =`);
    return prose && this.textIn(prose);
  }

  private readonly equals = this.optionalToken(t.Equals);
  private readonly colon = this.optionalToken(t.Colon);
  private readonly assigned = this.optionalToken(
    t.AnyText,
    () => tokenMatcher(this.LA(0), t.Sign) || this.onSameLine(),
  );

  private readonly defaults = this.RULE("defaults", (): ast.Defaults => {
    const keyword = this.CONSUME(t.Declaration.defaults);
    this.properties = [];
    const open = this.opening();
    this.MANY(this.defaultsPart);
    const close = this.closeBrace();
    const properties = sized(this.properties);
    this.checkBraces("defaults", spanOf(keyword), open, close);
    this.ACTION(() => this.checkInDefaults(properties));
    return { kind: "defaults", properties, span: this.spanFrom(keyword) };
  });

  private readonly objective = this.RULE("objective", (): ast.Objective => {
    return this.objectiveFrom(this.CONSUME(t.Declaration.objective));
  });

  private objectiveFrom(keyword: IToken): ast.Objective {
    const said = this.declaredName("objective");
    const aside = this.aside() ?? NO_TOKENS;
    const name = said && this.withMarks(said, aside);
    this.properties = [];
    this.edges = [];
    const open = this.opening();
    if (!open) this.closer = CLOSERS.get(aside[0]?.image ?? "") ?? "";
    this.MANY(this.objectivePart);
    const close = this.closeBrace();
    this.closer = "";
    const isMeant = this.checkAside(name === said ? name : undefined, aside, open);
    if (!isMeant && (open ?? name)) this.checkBraces("objective", name?.span ?? spanOf(keyword), open, close);
    return {
      kind: "objective",
      doc: this.docAbove(keyword),
      name: isMeant && aside.length === 0 ? undefined : name, // the set's
      properties: sized(this.properties),
      edges: sized(this.edges),
      body: this.bodyFrom(open),
      span: this.spanFrom(keyword),
    };
  }

  private readonly meantObjective = this.optional(
    () => this.SUBRULE(this.misspeltObjective),
    () =>
      meantDeclaration(this.LA(0)) === "objective" &&
      this.nameAhead() &&
      this.LA(2).tokenType === t.OpenBrace,
  );

  /** `objectiv a {`: one all the same, whose word is read already. */
  private readonly misspeltObjective = this.RULE("misspeltObjective", (): ast.Objective => {
    return this.objectiveFrom(this.LA(0));
  });

  private readonly scenario = this.RULE("scenario", (): ast.Scenario => {
    const keyword = this.CONSUME(t.Declaration.scenario);
    const title = this.plainValue("scenario");
    this.steps = [];
    this.end = undefined;
    const open = this.opening();
    this.MANY({ GATE: () => !this.declarationAhead(), DEF: () => this.OR(this.scenarioParts) });
    const close = this.closeBrace();
    if (open || title) this.checkBraces("scenario", title?.span ?? spanOf(keyword), open, close);
    return {
      kind: "scenario",
      title,
      steps: this.steps,
      end: this.end,
      body: this.bodyFrom(open),
      span: this.spanFrom(keyword),
    };
  });

  private readonly scenarioParts = [
    {
      GATE: (): boolean => this.LA(1).image === "end",
      ALT: () => {
        const word = this.CONSUME(t.Name);
        this.end ??= spanOf(word);
      },
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

  private addStep(step: ast.Step): void {
    if (this.RECORDING_PHASE) return;
    if (this.end) this.report("after-end", step.span, step.name.text);
    else this.steps.push(step);
  }

  /** `age = "6"` behind a step: what it gives, without its braces or with the last of them. */
  private readonly looseValues = this.RULE("looseValues", (): void => {
    const first = this.LA(1);
    const values: ast.StepValue[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.valueAhead(),
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

  private readonly comma = this.optionalToken(t.Comma);
  private readonly closingTwice = this.optionalToken(
    t.CloseBrace,
    () => this.LA(1).tokenType === t.CloseBrace && this.LA(2).tokenType === t.CloseBrace,
  );

  private opening(): IToken | undefined {
    const sign = this.signBeforeBrace();
    const open = this.openBrace();
    if (sign && open) this.report("no-sign-before-brace", spanOf(sign), sign.image);
    return open;
  }

  private readonly step = this.RULE("step", (): ast.Step => {
    const name = this.CONSUME(t.AnyName);
    const values: ast.StepValue[] = [];
    this.OPTION(() => {
      const open = this.CONSUME(t.OpenBrace);
      this.MANY({
        GATE: () => !this.declarationAhead() && !this.stepAhead(),
        DEF: () =>
          this.OR([
            {
              GATE: () => this.nameAhead(),
              IGNORE_AMBIGUITIES: true,
              ALT: () => values.push(this.SUBRULE(this.stepValue)),
            },
            { IGNORE_AMBIGUITIES: true, ALT: () => this.SUBRULE(this.unexpectedInStep) },
          ]),
      });
      this.checkBraces("step", spanOf(name), open, this.closeBrace());
    });
    return { name: this.nameOf(name), values, span: this.spanFrom(name) };
  });

  private readonly stepValue = this.RULE("stepValue", (): ast.StepValue => {
    const name = this.CONSUME(t.AnyName);
    const text = this.assignment(name.image, "");
    if (!text && this.LA(0) === name) this.report("missing-equals", spanOf(name), name.image);
    return { name: this.nameOf(name), text, span: this.spanFrom(name) };
  });

  // ── What an objective says ──

  private readonly propertyKinds = [
    { ALT: () => void this.properties.push(this.SUBRULE(this.prompt)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.collect)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.confirm)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.modality)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.callback)) },
    { ALT: () => void this.properties.push(this.SUBRULE(this.meta)) },
    {
      ALT: () => {
        const property = this.SUBRULE(this.unknownProperty);
        if (property) this.properties.push(property);
      },
    },
  ];

  private readonly objectivePart = (): void => this.OR(this.objectiveParts);

  private readonly objectiveParts = [
    ...this.propertyKinds,
    { ALT: () => void this.edges.push(this.SUBRULE(this.edge)) },
    {
      ALT: () => {
        const edge = this.SUBRULE(this.unexpected);
        if (edge) this.edges.push(edge);
      },
    },
  ];

  private readonly defaultsPart = (): void => this.OR(this.defaultsParts);

  private readonly defaultsParts = [
    ...this.propertyKinds,
    {
      ALT: () => {
        const { span } = this.SUBRULE(this.edge);
        this.report("edge-in-defaults", span);
      },
    },
    { ALT: () => void this.SUBRULE(this.unexpected) },
  ];

  private readonly prompt = this.RULE("prompt", (): ast.Prompt => {
    const keyword = this.CONSUME(t.Property.prompt);
    const text = this.value("prompt");
    return { kind: "prompt", keyword: spanOf(keyword), text, span: this.spanFrom(keyword) };
  });

  private readonly callback = this.RULE("callback", (): ast.Callback => {
    const keyword = this.CONSUME(t.Property.callback);
    const text = this.value("callback");
    return { kind: "callback", keyword: spanOf(keyword), text, span: this.spanFrom(keyword) };
  });

  private readonly confirm = this.RULE("confirm", (): ast.Confirm => {
    const keyword = this.CONSUME(t.Property.confirm);
    const value = this.choice("confirm");
    return { kind: "confirm", keyword: spanOf(keyword), value, span: this.spanFrom(keyword) };
  });

  private readonly modality = this.RULE("modality", (): ast.Modality => {
    const keyword = this.CONSUME(t.Property.modality);
    const value = this.choice("modality");
    return { kind: "modality", keyword: spanOf(keyword), value, span: this.spanFrom(keyword) };
  });

  private choice(keyword: Choice["kind"]): ast.Name | undefined {
    const sign = this.sign();
    const token = this.name();
    if (sign) this.report("no-assignment", spanOf(sign), keyword, sign.image);
    if (token) return this.nameOf(token);
    const choices = Object.keys(vocabulary[keyword].choices).join(" or ");
    this.report("missing-value", spanOf(this.LA(0)), keyword, choices);
    return undefined;
  }

  private readonly collect = this.RULE("collect", (): ast.Collect => {
    const keyword = this.CONSUME(t.Property.collect);
    const sign = this.sign();
    this.names = [];
    if (!this.wrapped()) this.listNames();
    if (sign) this.report("no-assignment", spanOf(sign), "collect", sign.image);
    return {
      kind: "collect",
      keyword: spanOf(keyword),
      names: sized(this.names),
      span: this.spanFrom(keyword),
    };
  });

  private readonly wrapped = this.optional(
    () => this.SUBRULE(this.wrappedNames),
    () => this.wrapAhead(),
  );
  private readonly wrappedBehindComma = this.optional(
    () => this.SUBRULE1(this.wrappedNames),
    () => this.wrapAhead(),
  );

  /** `[a, b]`, `'a', 'b'`: names as other languages write lists of them, said once. */
  private readonly wrappedNames = this.RULE("wrappedNames", (): true => {
    const first = this.CONSUME(t.Stray);
    this.MANY({
      GATE: this.stillOnLine,
      DEF: () =>
        this.OR([
          { ALT: () => void this.CONSUME1(t.Stray) },
          { ALT: () => void this.CONSUME(t.Comma) },
          { ALT: () => this.addName(this.CONSUME(t.Name)) },
          { ALT: () => this.addName(this.CONSUME(t.String_)) },
        ]),
    });
    this.report("wrapped-names", this.spanFrom(first));
    return true;
  });

  /** Names with commas between them; a name on the same line belongs to the list even without its comma. */
  private listNames(): void {
    this.addName(this.name());
    this.furtherNames();
    if (this.joined.length > 0) this.checkJoined();
  }

  private readonly furtherNames = this.repeated(
    () => this.OR(this.furtherNameKinds),
    () => this.LA(1).tokenType === t.Comma || (this.onSameLine() && this.nameAhead()),
  );

  private readonly furtherNameKinds = [
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        if (!this.wrappedBehindComma()) this.addName(this.nameBehindComma());
      },
    },
    {
      ALT: () => {
        const next = this.CONSUME(t.AnyName);
        this.joined.push(this.names.length);
        this.names.push(tokenMatcher(next, t.AnyText) ? this.nameOf(next) : plainName(next));
      },
    },
  ];

  private readonly nameBehindComma = this.optionalToken(t.AnyName, this.meantAsName);

  private readonly meta = this.RULE("meta", (): ast.Meta => {
    const keyword = this.CONSUME(t.Property.meta);
    const sign = this.sign();
    const entry = this.entry();
    if (sign) this.report("no-assignment", spanOf(sign), "meta", sign.image);
    if (!entry?.isSaid) this.report("missing-meta", spanOf(entry?.key ?? keyword));
    else if (entry.sign) {
      const { key, sign: second } = entry;
      this.report("no-assignment", spanOf(second), `meta ${key.image}`, second.image);
    }
    const text = entry?.token && this.textOf(entry.token);
    this.forbidParams(text);
    if (text && text.form !== "string") this.report("plain-string", text.span);
    const key = entry && this.nameOf(entry.key);
    return { kind: "meta", keyword: spanOf(keyword), key, text, span: this.spanFrom(keyword) };
  });

  private readonly entry = this.optional((index) => {
    const key = this.consume(index, t.AnyName);
    const sign = this.signBehindKey();
    const token = this.anyText();
    const prose = token ? undefined : this.prose();
    if (prose) this.report("unquoted-text", prose, `meta ${key.image}`);
    return { key, sign, token, isSaid: token !== undefined || prose !== undefined };
  }, this.meantAsName);

  private readonly signBehindKey = this.optionalToken(t.Sign);

  /** `attempts 3`, `next a, b`: kept in the tree, so that a check can say what is meant. */
  private readonly unknownProperty = this.RULE("unknownProperty", (): ast.UnknownProperty | undefined => {
    const text = this.textThatEndsHere();
    const keyword = this.CONSUME(t.Name);
    if (this.wordsOfText(text)) return undefined;
    const edge = this.edgeBehindCondition();
    if (edge) {
      this.edges.push(edge);
      return undefined;
    }
    this.restOfLine();
    return { kind: "unknown", name: keyword.image, keyword: spanOf(keyword), span: this.spanFrom(keyword) };
  });

  private readonly edge = this.RULE("edge", (): ast.Edge => {
    const arrow = this.CONSUME(t.Arrow);
    const edge = this.edgeFrom(spanOf(arrow));
    if (arrow.image !== "->" && edge.target) this.report("misspelt-arrow", spanOf(arrow));
    return edge;
  });

  private edgeFrom(arrow: Span): ast.Edge {
    const token = this.name();
    const target = this.marksBehindName() ?? (token && this.nameOf(token));
    const { kind, keyword, condition } = this.condition() ?? this.meantCondition() ?? REQUIRED;
    this.furtherTargets();
    if (!target) this.report("missing-target", arrow);
    return {
      arrow,
      target,
      kind,
      keyword,
      condition,
      span: this.spanTo(arrow.start),
    };
  }

  private readonly marksBehindName = this.optional(
    () => this.SUBRULE(this.marks),
    () => this.LA(1).tokenType === t.Stray && this.markTouches(),
  );

  /** `-> ask.guest`: what touches a name that is read already. */
  private readonly marks = this.RULE("marks", (): ast.Name => {
    const { startOffset: start } = this.LA(0);
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1).image !== ";" && this.isTouching(),
      DEF: () => this.CONSUME(t.NoBrace),
    });
    return this.nameWithMarks(this.spanTo(start));
  });

  private readonly edgeBehindDash = this.optional(
    () => this.SUBRULE(this.dashedEdge),
    () => this.dashedAhead(),
  );

  /** `- close`, `-- close`, `- > close`: an arrow all the same, whose first dash is read already. */
  private readonly dashedEdge = this.RULE("dashedEdge", (): ast.Edge => {
    const { startOffset: start } = this.LA(0);
    this.MANY({ GATE: this.stillOnLine, DEF: () => this.CONSUME(t.Stray) });
    const arrow = this.spanTo(start);
    this.report("misspelt-arrow", arrow);
    return this.edgeFrom(arrow);
  });

  private readonly edgeBehindCondition = this.optional(
    () => this.SUBRULE(this.turnedEdge),
    () => this.arrowBehindText(1) && conditionWord(this.LA(0)) !== undefined,
  );

  /** `when "…" -> close`: the condition before its arrow; its word is read already. */
  private readonly turnedEdge = this.RULE("turnedEdge", (): ast.Edge => {
    const word = this.LA(0);
    const token = this.anyText();
    this.isTurned = true;
    const edge = this.SUBRULE(this.edge);
    this.isTurned = false;
    const kind = conditionWord(word) ?? "when";
    this.report("condition-first", this.spanTo(word.startOffset), kind);
    if (edge.kind !== "required") return edge;
    return { ...edge, kind, keyword: spanOf(word), condition: token && this.textOf(token) };
  });

  private readonly condition = this.optional((): Condition => {
    const said = this.OR(this.conditionKinds);
    const further = this.furtherCondition();
    return further ? eitherOf(said, further) : said;
  }, this.mayHaveCondition);

  private readonly conditionKinds = [
    {
      ALT: (): Condition => {
        const keyword = this.CONSUME(t.EdgeWord.when);
        const condition = this.value("when");
        return { kind: "when", keyword: spanOf(keyword), condition };
      },
    },
    {
      ALT: (): Condition => {
        const keyword = this.CONSUME(t.EdgeWord.otherwise);
        const token = this.catchAll();
        return { kind: "otherwise", keyword: spanOf(keyword), condition: token && this.textOf(token) };
      },
    },
  ];

  private readonly catchAll = this.optionalToken(t.AnyText);
  private readonly furtherCondition = this.optional(
    () => this.SUBRULE(this.secondCondition),
    this.mayHaveAnother,
  );
  private readonly meantCondition = this.optional(() => this.SUBRULE(this.withoutWhen), this.stillOnLine);
  private readonly furtherTargets = this.optional(() => this.SUBRULE(this.secondTarget), this.stillOnLine);

  /** `-> a otherwise when "…"`: a second word for one arrow. */
  private readonly secondCondition = this.RULE("secondCondition", (): Condition => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(t.EdgeWord.when) },
      { ALT: () => this.CONSUME(t.EdgeWord.otherwise) },
    ]);
    const token = this.anyText();
    return this.ACTION(() => {
      this.report("one-condition", spanOf(keyword));
      const kind = keyword.tokenType === t.EdgeWord.when ? "when" : "otherwise";
      return { kind, keyword: spanOf(keyword), condition: token && this.textOf(token) };
    });
  });

  /** `-> a "…"`, `-> a if …`, `-> a else`: what stands where `when` or `otherwise` should. */
  private readonly withoutWhen = this.RULE("withoutWhen", (): Condition => {
    let word: IToken | undefined;
    let token: IToken | undefined;
    let prose: Span | undefined;
    this.OR([
      {
        ALT: () => {
          word = this.CONSUME(t.Name);
          token = this.textOnLine();
          prose = this.proseBehindWhen();
        },
      },
      { ALT: () => (token = this.CONSUME(t.AnyText)) },
    ]);
    return this.ACTION(() => this.meantBy(word, token, prose));
  });

  private readonly proseBehindWhen = this.optional(
    () => this.SUBRULE(this.unquoted),
    () => this.onSameLine() && meantEdgeWord(this.LA(0).image) === "when",
  );

  private meantBy(word: IToken | undefined, token: IToken | undefined, prose: Span | undefined): Condition {
    const meant = word ? meantEdgeWord(word.image) : "when";
    const condition = token ? this.textOf(token) : prose && this.textIn(prose);
    if (word) this.checkEdgeWord(word, condition && (prose ? this.spanFrom(word) : spanOf(word)));
    else if (condition) this.report("missing-when", condition.span, "");
    if (meant === "otherwise") return { kind: "otherwise", keyword: undefined, condition };
    return condition ? { kind: "when", keyword: undefined, condition } : REQUIRED;
  }

  /** A word that is none of ours: with a condition, which is there, it is one for `when`, if not for `otherwise`. */
  private checkEdgeWord(word: IToken, when: Span | undefined): void {
    const meant = meantEdgeWord(word.image);
    if (when && meant !== "otherwise") this.report("missing-when", when, word.image);
    else this.report("unknown-edge-word", spanOf(word), word.image, meant ?? "");
  }

  private readonly textOnLine = this.optionalToken(t.AnyText, this.stillOnLine);

  private readonly secondTarget = this.RULE("secondTarget", (): void => {
    const comma = this.CONSUME(t.Comma);
    this.nameOnLine();
    this.report("one-target", this.spanFrom(comma));
  });

  private readonly nameOnLine = this.optionalToken(t.AnyName, this.stillOnLine);

  // ── Names and texts ──

  /** The name behind `objective` or `param`. */
  private declaredName(what: string): ast.Name | undefined {
    const token = this.name();
    if (!token) this.report("missing-name", spanOf(this.LA(0)), what);
    return token && this.nameOf(token);
  }

  private readonly wordsBehindName = this.optional(() => this.SUBRULE(this.moreWords), this.stillOnLine);

  private readonly moreWords = this.RULE("moreWords", (): readonly IToken[] => {
    const words = [this.CONSUME(t.Name)];
    this.MANY({ GATE: this.stillOnLine, DEF: () => words.push(this.CONSUME1(t.Name)) });
    return words;
  });

  private readonly aside = this.optional(
    () => this.SUBRULE(this.beforeBrace),
    () => this.asideAhead(),
  );

  /** Whatever follows an objective's name before its brace: it is said once. */
  private readonly beforeBrace = this.RULE("beforeBrace", (): readonly IToken[] => {
    const tokens: IToken[] = [];
    this.MANY({
      GATE: () => this.asideAhead(),
      DEF: () =>
        this.OR([
          { ALT: () => tokens.push(this.CONSUME(t.Name)) },
          { ALT: () => tokens.push(this.CONSUME(t.Sign)) },
          { ALT: () => tokens.push(this.CONSUME(t.Comma)) },
          { ALT: () => tokens.push(this.CONSUME(t.Stray)) },
          { ALT: () => tokens.push(this.CONSUME(t.AnyText)) },
          { ALT: () => tokens.push(this.CONSUME(t.Arrow)) },
          { ALT: () => tokens.push(this.CONSUME(t.OpenBrace)) },
          { ALT: () => tokens.push(this.CONSUME(t.CloseBrace)) },
        ]),
    });
    return tokens;
  });

  /** The text behind a keyword; prose without quotes is taken to the line's end and said once. */
  private value(keyword: string): ast.Text | undefined {
    const sign = this.sign();
    const token = this.anyText();
    const isOpen = this.RECORDING_PHASE || token?.tokenType === t.UnclosedString;
    const closing = isOpen ? this.closingOfLines() : undefined;
    const isUnquoted = token ? false : this.unquotedValue(keyword);
    if (sign) this.report("no-assignment", spanOf(sign), keyword, sign.image);
    if (token) return closing ? this.textOverLines(token, closing) : this.textOf(token);
    if (!isUnquoted) this.report("missing-text", spanOf(this.LA(0)), keyword);
    return undefined;
  }

  /** Whether a text without straight double quotes is there: it is said. */
  private unquotedValue(keyword: string): boolean {
    const block = this.foreignBlock();
    const prose = block ? undefined : this.prose();
    const end = prose || this.RECORDING_PHASE ? this.furtherProse() : undefined;
    const lines = prose && end !== undefined ? { start: prose.start, end } : block;
    if (lines) this.report("foreign-block", lines);
    else if (prose) this.report("unquoted-text", prose, keyword);
    return (block ?? prose) !== undefined;
  }

  private readonly furtherProse = this.optional(
    () => this.SUBRULE(this.proseLines),
    () => this.proseLineAhead(),
  );

  /** The lines below prose without quotes that are prose as well; where they end. */
  private readonly proseLines = this.RULE("proseLines", (): number => {
    this.AT_LEAST_ONE({
      GATE: () => (this.onSameLine() ? this.proseAhead() : this.proseLineAhead()),
      DEF: () => this.CONSUME(t.NoBrace),
    });
    return t.endOf(this.LA(0));
  });

  private readonly foreignBlock = this.optional(
    () => this.SUBRULE(this.foreignLines),
    () => this.fenceAhead() || this.lineMarkAhead(),
  );

  /** A text of several lines as other languages write it: to its second fence, or to the next part of the objective. */
  private readonly foreignLines = this.RULE("foreignLines", (): Span => {
    const first = this.LA(1);
    const isFenced = this.fenceAhead();
    let count = 0;
    this.AT_LEAST_ONE({
      GATE: () => !(isFenced && count > 5 && this.isFence(-2)) && !this.partAhead(),
      DEF: () => {
        this.CONSUME(t.NoBrace);
        count += 1;
      },
    });
    return this.spanFrom(first);
  });

  private readonly closingOfLines = this.optional(
    () => this.SUBRULE(this.furtherLines),
    () => this.closingAhead() > 0,
  );

  /** What an open string says on further lines, to the quote that was meant to close it. */
  private readonly furtherLines = this.RULE("furtherLines", (): IToken => {
    let left = this.closingAhead();
    let last = this.LA(1);
    this.AT_LEAST_ONE({ GATE: () => left-- > 0, DEF: () => (last = this.CONSUME(t.NoBrace)) });
    return last;
  });

  /** A string on one line without params: a path, a scenario's title. */
  private plainValue(keyword: string): ast.Text | undefined {
    const text = this.value(keyword);
    this.forbidParams(text);
    if (text && text.form !== "string") this.report("plain-string", text.span);
    return text;
  }

  private readonly unquoted = this.RULE("unquoted", (): Span => {
    const first = this.CONSUME(t.ProseStart);
    this.MANY({
      GATE: () => this.proseAhead(),
      DEF: () =>
        this.OR([{ ALT: () => void this.CONSUME(t.NoBrace) }, { ALT: () => this.SUBRULE(this.braces) }]),
    });
    const { start, end } = this.spanFrom(first);
    this.proseEnd = end;
    return { start, end: end + this.commentAt(end).search(/\s|$/) };
  });

  // ── What does not belong ──

  private readonly outside = this.RULE("outside", (): void => {
    const text = this.textThatEndsHere();
    const first = this.CONSUME(t.Outside);
    if (this.wordsOfText(text)) return;
    const objective = this.meantObjective();
    if (objective) {
      this.report("outside", spanOf(first), first.image, "objective");
      this.declarations.push(objective);
      return;
    }
    this.MANY({
      GATE: () => first.tokenType !== t.ForeignComment && this.isOutsideAhead(),
      DEF: () => this.CONSUME(t.Anything),
    });
    if (first.tokenType === t.ForeignComment) this.report("foreign-comment", spanOf(first));
    else if (first.tokenType === t.CloseBrace) this.report("unmatched-brace", spanOf(first));
    else if (first.image === ";") this.report("no-semicolon", spanOf(first));
    else this.report("outside", spanOf(first), excerpt(first), meantDeclaration(first));
  });

  /** What has no place in a block. An arrow that is written otherwise is one all the same. */
  private readonly unexpected = this.RULE("unexpected", (): ast.Edge | undefined => {
    const text = this.textThatEndsHere();
    const name = this.nameThatGoesOn();
    const first = this.CONSUME(t.OutOfPlace);
    if (this.wordsOfText(text)) return undefined;
    const edge = this.edgeBehindCondition() ?? this.edgeBehindDash();
    if (edge) return edge;
    const isKey = first.tokenType === t.String_ && this.LA(1).tokenType === t.Colon;
    if (first.image !== "," && first.image !== ";") this.restOfLine();
    if (first.tokenType === t.ForeignComment) this.report("foreign-comment", spanOf(first));
    else if (first.image === ";") this.report("no-semicolon", spanOf(first));
    else if (first.image === this.closer) return undefined;
    else if (name) this.checkNameWithMarks(name);
    else if (isKey) this.report("quoted-keyword", this.spanFrom(first), first.image.slice(1, -1));
    else if (tokenMatcher(first, t.AnyText)) this.report("unexpected-text", spanOf(first));
    else this.report("unexpected", spanOf(first), excerpt(first));
    return undefined;
  });

  private readonly restOfLine = this.optional(
    () => this.SUBRULE(this.rest),
    () => this.restAhead(),
  );

  /** What is left of a line that cannot be read, to the next property or arrow on it. */
  private readonly rest = this.RULE("rest", (): void => {
    this.AT_LEAST_ONE({
      GATE: () => this.restAhead(),
      DEF: () =>
        this.OR([{ ALT: () => void this.CONSUME(t.NoBrace) }, { ALT: () => this.SUBRULE(this.braces) }]),
    });
  });

  /** `{ "close": "…" }`: what other languages write between braces. */
  private readonly braces = this.RULE("braces", (): void => {
    this.CONSUME(t.OpenBrace);
    this.MANY(() => this.CONSUME(t.NoBrace));
    this.CONSUME(t.CloseBrace);
  });

  /**
   * `"Say "yes"."`: the text that was read last, where what is next touches it and another quote follows on the line. So
   * it was meant to go on, and its quote to be a part of it.
   */
  private textThatEndsHere(): IToken | undefined {
    const last = this.LA(0);
    if (last.tokenType !== t.String_ || t.endOf(last) !== this.LA(1).startOffset) return undefined;
    return /^[,;:]$/.test(this.LA(1).image) || !this.textOnLineAhead() ? undefined : last;
  }

  /** `first.name`: the name that was read last, where a mark touches it. */
  private nameThatGoesOn(): IToken | undefined {
    return this.LA(1).tokenType === t.Stray && this.markTouches() ? this.LA(0) : undefined;
  }

  private checkNameWithMarks({ startOffset: start }: IToken): void {
    const written = this.text.slice(start, t.endOf(this.LA(0)));
    this.nameWithMarks({ start, end: start + written.search(/[\s,;]|$/) });
  }

  /** The rest of the line of such a text; said once. */
  private wordsOfText(text: IToken | undefined): boolean {
    if (this.RECORDING_PHASE || text) this.restOfText();
    if (text) this.report("quote-in-text", { start: t.endOf(text) - 1, end: t.endOf(this.LA(0)) });
    return text !== undefined;
  }

  private readonly restOfText = this.optional(() => this.SUBRULE(this.furtherWords), this.stillOnLine);

  private readonly furtherWords = this.RULE("furtherWords", (): void => {
    this.MANY({ GATE: this.stillOnLine, DEF: () => this.CONSUME(t.NoBrace) });
  });

  private readonly unexpectedInScenario = this.RULE("unexpectedInScenario", (): void => {
    const first = this.CONSUME(t.OutsideStep);
    this.MANY({ GATE: this.stillOnLine, DEF: () => this.CONSUME(t.NoStep) });
    this.report("not-in-scenario", this.spanFrom(first), excerpt(first));
  });

  private readonly unexpectedInStep = this.RULE("unexpectedInStep", (): void => {
    const first = this.CONSUME(t.NoStep);
    this.MANY({ GATE: this.stillOnLine, DEF: () => this.CONSUME1(t.NoStep) });
    this.report("not-in-step", spanOf(first), excerpt(first));
  });

  // ── What lies ahead ──

  /** Whether the next token stands on the line of the last one. */
  private onSameLine(): boolean {
    return this.ahead(1).line === "same";
  }

  /** Every token is one of ours; the end, which is not, is on no line. */
  private ahead(count: number): t.Token {
    return this.LA(count) as t.Token;
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
    const after = this.ahead(2);
    if (after.tokenType === t.OpenBrace || after.tokenType === t.CloseBrace) return true;
    if (isEdgeWord(next) && !this.isInList()) return false;
    if (
      after.tokenType === EOF ||
      after.tokenType === t.Comma ||
      after.image === "when" ||
      after.image === "otherwise"
    )
      return true;
    return after.line === "next";
  }

  /** Whether a name of a list is next, where no arrow's word has a place. */
  private isInList(): boolean {
    const { tokenType } = this.LA(0);
    return tokenType === t.Comma || tokenType === t.Property.collect;
  }

  /** Whether what is next can only be meant to say more of an objective before its brace; a single sign is `opening`'s. */
  private asideAhead(): boolean {
    const { tokenType } = this.LA(1);
    // In `ask_${who}` the brace is the param's.
    if (tokenType === t.OpenBrace) return this.LA(0).image === "$";
    if (tokenType === t.CloseBrace) return this.LA(-2).image === "$";
    if (!this.onSameLine()) return false;
    if (tokenType === t.Arrow) return this.LA(3).tokenType === t.OpenBrace;
    return !tokenMatcher(this.LA(1), t.Sign) || this.LA(2).tokenType !== t.OpenBrace;
  }

  /** Whether prose without quotes goes on, over params: to an arrow, or to what has a declaration's whole shape. */
  private proseAhead(): boolean {
    const { tokenType } = this.LA(1);
    if (!this.onSameLine() || tokenType === t.Arrow) return false;
    if (tokenType === t.OpenBrace) return this.LA(0).image === "$" && this.LA(3).tokenType === t.CloseBrace;
    return !this.shapeAhead();
  }

  /** Whether what is next belongs to a line that cannot be read. */
  private restAhead(): boolean {
    const { tokenType, image } = this.LA(1);
    if (!this.onSameLine() || image === ";" || tokenType === t.ForeignComment) return false;
    if (tokenType === t.OpenBrace) return this.bracesAhead();
    return tokenType !== t.Arrow && !propertyTokens.includes(tokenType) && !this.shapeAhead();
  }

  /** Whether the brace that is next is closed before another opens, and before a property or an arrow begins a line. */
  private bracesAhead(): boolean {
    for (let count = 2; ; count++) {
      const token = this.ahead(count);
      if (token.tokenType === t.CloseBrace) return true;
      if (!tokenMatcher(token, t.NoBrace) || (token.line === "next" && this.beginsPart(count))) return false;
    }
  }

  /** Whether what is next is no declaration: on a line that cannot be read only what has the whole shape of one is. */
  private isOutsideAhead(): boolean {
    const { tokenType } = this.LA(1);
    if (tokenType === t.ForeignComment) return false;
    return !declarationTokens.includes(tokenType) || (this.onSameLine() && !this.shapeAhead());
  }

  /** Whether a declaration is next, with what its keyword needs behind it. */
  private shapeAhead(): boolean {
    const [word, second, third] = [this.LA(1), this.LA(2), this.LA(3)].map(({ tokenType }) => tokenType);
    switch (word) {
      case t.Declaration.objective:
      case t.Declaration.scenario:
        return third === t.OpenBrace;
      case t.Declaration.objectives:
      case t.Declaration.include:
        return second === t.String_;
      case t.Declaration.param:
        return third === t.Equals;
      case t.Declaration.defaults:
        return second === t.OpenBrace;
      default:
        return false;
    }
  }

  /** Whether the mark that is next was meant as a part of the name before it; a semicolon was meant to end something. */
  private markTouches(): boolean {
    return this.LA(0).tokenType === t.Name && this.LA(1).image !== ";" && this.isTouching();
  }

  /** Whether no blank stands before what is next. */
  private isTouching(): boolean {
    return this.LA(1).startOffset === t.endOf(this.LA(0));
  }

  /** Whether a text follows on the line. */
  private textOnLineAhead(): boolean {
    let count = 1;
    while (this.ahead(count).line === "same" && !tokenMatcher(this.LA(count), t.AnyText)) count += 1;
    return this.ahead(count).line === "same";
  }

  /** Whether a condition is next that stands before its own arrow, on one line. */
  private conditionFirst(): boolean {
    return isEdgeWord(this.LA(1)) && this.arrowBehindText(2);
  }

  /** Whether an arrow stands there on the line, or behind a text. */
  private arrowBehindText(count: number): boolean {
    const at = tokenMatcher(this.LA(count), t.AnyText) ? count + 1 : count;
    return this.LA(at).tokenType === t.Arrow && this.ahead(at).line === "same";
  }

  /** Whether dashes, of which the first is read, stand for an arrow: on the line follow a name and no further words. */
  private dashedAhead(): boolean {
    if (!/^[-–—]$/.test(this.LA(0).image)) return false;
    let count = 1;
    while (/^[-–—>]$/.test(this.LA(count).image) && this.ahead(count).line === "same") count += 1;
    const [target, behind] = [this.ahead(count), this.ahead(count + 1)];
    const isName = target.tokenType === t.Name || target.tokenType === t.String_;
    return isName && target.line === "same" && (behind.line !== "same" || behind.tokenType !== t.Name);
  }

  /**
   * Whether the line below is prose, too: three words or more that begin like no property, and nothing that a property
   * or an arrow would have.
   */
  private proseLineAhead(): boolean {
    const first = this.ahead(1);
    if (first.tokenType !== t.Name || first.line !== "next") return false;
    if (nearest(first.image, Object.keys(vocabulary)) !== undefined) return false;
    let count = 2;
    while (this.ahead(count).line === "same" && tokenMatcher(this.LA(count), t.NoBrace)) {
      const token = this.LA(count);
      if (tokenMatcher(token, t.AnyText) || tokenMatcher(token, t.Sign) || token.tokenType === t.Arrow)
        return false;
      count += 1;
    }
    return count > 3 && this.ahead(count).line !== "same";
  }

  /** Whether three quotes of another kind are next on the line. */
  private fenceAhead(): boolean {
    return this.onSameLine() && this.isFence(1);
  }

  /** Whether three quotes of another kind begin at that token, with no blanks between. */
  private isFence(at: number): boolean {
    const { image, startOffset: start } = this.LA(at);
    if (image !== "'" && image !== "`") return false;
    return [1, 2].every((more) => {
      const token = this.LA(at + more);
      return token.image === image && token.startOffset === start + more;
    });
  }

  /** Whether a mark is next that says, in other languages, that the text stands on the lines below. */
  private lineMarkAhead(): boolean {
    const below = this.ahead(2);
    return (
      /^[>|]$/.test(this.LA(1).image) && this.onSameLine() && below.line === "next" && !this.beginsPart(2)
    );
  }

  /** Whether a line is next that begins a property, an arrow or a declaration. */
  private partAhead(): boolean {
    return this.ahead(1).line === "next" && this.beginsPart(1);
  }

  /** Whether a name and its value are next. */
  private valueAhead(): boolean {
    return (
      this.LA(1).tokenType === t.Name && tokenMatcher(this.LA(2), t.Sign) && this.ahead(2).line === "same"
    );
  }

  /** Whether a line is next that is a step, and so the one before it open: a name without a value, and not the last. */
  private stepAhead(): boolean {
    const [name, second, third] = [this.ahead(1), this.ahead(2), this.ahead(3)];
    if (name.tokenType !== t.Name || name.line !== "next") return false;
    if (second.tokenType === t.CloseBrace) return third.tokenType !== t.CloseBrace;
    return second.tokenType === t.OpenBrace || (second.tokenType === t.Name && second.line === "next");
  }

  /** Whether a number is next that counts the steps: `1. greet`. */
  private isNumbered(): boolean {
    return /^\d+$/.test(this.LA(1).image) && /^[.)]$/.test(this.LA(2).image);
  }

  /** Whether a list begins as in other languages. */
  private wrapAhead(): boolean {
    const next = this.LA(1);
    return next.tokenType === t.Stray && this.onSameLine() && /^[[('‘“„«]$/.test(next.image);
  }

  /**
   * How many tokens there are to the quote, on a later line, that closes the open string; none where something else
   * begins before it, the next string included: so no token is looked at from two strings.
   */
  private closingAhead(): number {
    for (let count = 1; ; count++) {
      const token = this.ahead(count);
      if (tokenMatcher(token, t.AnyText)) return isClosingQuote(token) ? count : 0;
      if (!tokenMatcher(token, t.NoBrace) || (token.line === "next" && this.beginsPart(count))) return 0;
    }
  }

  /** Whether that token, the first on its line, begins a property, an arrow or a declaration, not a line of prose. */
  private beginsPart(count: number): boolean {
    const { image, tokenType } = this.ahead(count);
    if (image === "confirm" || image === "modality")
      return Object.hasOwn(vocabulary[image].choices, this.ahead(count + 1).image);
    return tokenType === t.Arrow || tokenType === t.ForeignComment || startTokens.includes(tokenType);
  }

  /** Whether a declaration's keyword is next, and not meant as a name. */
  private declarationAhead(): boolean {
    return declarationTokens.includes(this.LA(1).tokenType) && !this.nameAhead();
  }

  // ── Building the tree ──

  private report(problem: Problem, span: Span, ...args: string[]): void {
    this.issues.push({ code: "syntax", problem, span, arguments: args });
  }

  /** What follows a name before its brace: it belongs to the name, stands for the brace, as is told, or has no place. */
  private checkAside(
    name: ast.Name | undefined,
    aside: readonly IToken[],
    open: IToken | undefined,
  ): boolean {
    const [first] = aside;
    const last = aside.at(-1);
    if (!name || !first || !last) return !open && this.isLikeHeader(name);
    const span = { start: first.startOffset, end: t.endOf(last) };
    const isMeant = !open && isBraceMeant(aside);
    if (isMeant) this.report("missing-brace", span, "objective", first.image);
    else if (aside.every(({ tokenType }) => tokenType === t.Name)) this.checkWords(name, aside);
    else this.report("before-brace", span);
    return isMeant;
  }

  /** `objective "Name"` with nothing behind it. */
  private isLikeHeader(name: ast.Name | undefined): boolean {
    const last = this.LA(0);
    if (last.tokenType !== t.String_ || last.startOffset !== name?.span.start) return false;
    this.report("like-header", this.spanTo(this.LA(-1).startOffset));
    return true;
  }

  private checkWords(name: ast.Name, words: readonly IToken[]): void {
    const suggestion = [name.text, ...words.map(({ image }) => image)].join("_");
    const last = words.at(-1);
    if (last) this.report("name-in-words", { start: name.span.start, end: t.endOf(last) }, suggestion);
  }

  /** `ask.guest`: the name with what touches it, without the marks that no name has. */
  private withMarks(name: ast.Name, behind: readonly IToken[]): ast.Name {
    const last = behind.at(-1);
    const isOne = last && !isBraceMeant(behind) && isOneRun(name.span.end, behind);
    return isOne ? this.nameWithMarks({ start: name.span.start, end: t.endOf(last) }) : name;
  }

  private nameWithMarks(span: Span): ast.Name {
    const written = this.text.slice(span.start, span.end);
    const text = plainly(written);
    if (written.includes("${")) this.report("param-in-name", span);
    else this.report("marks-in-name", span, visible(MARK_IN_NAME.exec(written)?.[0] ?? ""), text);
    return { text, quoted: false, span };
  }

  /** Adds the name that was read, or says that one is missing. */
  private addName(token: IToken | undefined): void {
    if (token) this.names.push(this.nameOf(token));
    else this.report("missing-variable", spanOf(this.LA(0)));
  }

  /** Names without commas between them: in a list that has commas elsewhere they are words of one name. */
  private checkJoined(): void {
    const groups = groupsOf(this.names, new Set(this.joined));
    const isInWords = groups.length > 1 && groups.every((group) => group.length === 1 || group.every(isWord));
    if (isInWords) {
      this.names = groups.map(oneName);
      const first = groups.findIndex(({ length }) => length > 1);
      const last = groups.findLastIndex(({ length }) => length > 1);
      const wrong = this.names.slice(first, last + 1);
      const span = { start: wrong[0]?.span.start ?? 0, end: wrong.at(-1)?.span.end ?? 0 };
      this.report("variables-in-words", span, wrong.map(({ text }) => text).join(", "));
    } else {
      const group = groups.find(({ length }) => length > 1) ?? [];
      const next = group[1];
      const isOne = groups.length === 1 && group.every(isWord);
      if (next) this.report("missing-comma", next.span, next.text, isOne ? oneName(group).text : "");
    }
    this.joined = [];
  }

  private nameOf(token: IToken): ast.Name {
    if (token.tokenType === t.Name) return plainName(token);
    if (!tokenMatcher(token, t.AnyText)) {
      this.report("reserved-word", spanOf(token), token.image);
      return plainName(token);
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
    const read = token.tokenType === t.Block ? readBlock : readString;
    const { form, parts } = read(token.image, span.start, this.issues);
    return { form, parts, span };
  }

  /** What stands there without quotes. */
  private textIn(span: Span): ast.Text {
    return { form: "string", parts: [this.text.slice(span.start, span.end)], span };
  }

  /** What stands between the two quotes, as if on one line. */
  private textOverLines(open: IToken, closing: IToken): ast.Text {
    const span = { start: open.startOffset, end: closing.startOffset + 1 };
    this.report("string-over-lines", span);
    const words = this.text.slice(span.start + 1, span.end - 1).trim();
    return { form: "string", parts: [words.replaceAll(/\s*[\r\n]\s*/g, " ")], span };
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
      lines.push(comment.text.slice(3).replace(/^ /, ""));
      below = comment.span.start;
    }
    return lines.length === 0 ? undefined : lines.reverse().join("\n");
  }

  private commentsBefore(offset: number): number {
    while ((this.comments[this.passed]?.span.start ?? Infinity) < offset) this.passed += 1;
    return this.passed;
  }
}

/** Between a line and the next: nothing but the line end and blanks. */
const LINE_END = /^(?:\r\n|\r|\n)[^\S\r\n]*$/;
const NO_TOKENS: readonly IToken[] = [];
const always = (): boolean => true;
const REQUIRED: Condition = { kind: "required", keyword: undefined, condition: undefined };
const declarationTokens = Object.values(t.Declaration);
const propertyTokens = Object.values(t.Property);
const startTokens = [...declarationTokens, ...propertyTokens];

/** What an arrow with two words probably means: a condition that is said, before a catch-all. Neither word counts as its keyword. */
function eitherOf(one: Condition, other: Condition): Condition {
  const meant = other.kind === "when" && one.kind === "otherwise" ? other : one;
  return { ...meant, keyword: undefined };
}

/** A single character that nobody could see is shown by its number. */
function visible(text: string): string {
  if (!/^[\p{C}\p{Z}]$/u.test(text)) return text;
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Marks that stand for the brace of an objective, with what closes what they open. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [":", ""],
  ["=", ""],
  ["(", ")"],
  ["[", "]"],
]);

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

const MARK_IN_NAME = /[^\p{L}\p{M}\p{N}_-]/u;

/** The name without the marks that no name has. */
function plainly(written: string): string {
  return written
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, "_")
    .replace(/_+$/, "");
}

/** The names of a list, those together that have no comma between them. */
function groupsOf(names: readonly ast.Name[], joined: ReadonlySet<number>): readonly (readonly ast.Name[])[] {
  const starts = [...names.keys()].filter((index) => !joined.has(index));
  return starts.map((start, index) => names.slice(start, starts[index + 1]));
}

/** Whether a name looks like one word of a name: it has no words of its own. */
function isWord({ text, quoted }: ast.Name): boolean {
  return !quoted && !/[_-]|\p{Ll}\p{Lu}/u.test(text);
}

/** The name that is written in these words. */
function oneName(words: readonly ast.Name[]): ast.Name {
  const [first, ...others] = words;
  const last = others.at(-1);
  if (!first) return { text: "", quoted: false, span: { start: 0, end: 0 } };
  if (!last) return first;
  const text = words.map((word) => word.text).join("_");
  return { text, quoted: false, span: { start: first.span.start, end: last.span.end } };
}

function isEdgeWord({ tokenType }: IToken): boolean {
  return tokenType === t.EdgeWord.when || tokenType === t.EdgeWord.otherwise;
}

/** The arrow's word that a word is, or was meant as. */
function conditionWord({ image }: IToken): "when" | "otherwise" | undefined {
  return image === "when" || image === "otherwise" ? image : meantEdgeWord(image);
}

/** The declaration's word that a misspelt one was probably meant to be; "" where none is near. */
function meantDeclaration({ image }: IToken): string {
  return nearest(image, Object.keys(declarationWords)) ?? "";
}

/** Whether the text runs to the end, or hides a brace. */
function isUnclosed(token: IToken): boolean {
  return (
    isUnclosedBlock(token) ||
    (token.tokenType === t.MisopenedBlock && !/^"""[^]*"""$/.test(token.image)) ||
    (token.tokenType === t.UnclosedString && token.image.includes("}"))
  );
}

/** A quote behind which its line ends; a brace or a mark may follow it. */
function isClosingQuote({ tokenType, image }: IToken): boolean {
  return tokenType === t.UnclosedString && /^"[\s},;]*$/.test(image);
}

function isUnclosedBlock({ tokenType, image }: IToken): boolean {
  return tokenType === t.Block && !/[\r\n][^\S\r\n]*"""$/.test(image);
}

function plainName(token: IToken): ast.Name {
  return { text: token.image, quoted: false, span: spanOf(token) };
}

function commentOf(token: IToken): ast.Comment {
  return { span: spanOf(token), text: token.image };
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: t.endOf(token) };
}

/** The token as a message shows it: its first line, shortened. */
function excerpt({ image }: IToken): string {
  const line = visible(image.split(/[\r\n]/, 1)[0] ?? "");
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}
