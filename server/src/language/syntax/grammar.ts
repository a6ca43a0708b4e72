// The grammar. Everything but a declaration's keyword is optional and every token has a place, so parsing never fails:
// what is missing or too much is said here, in this language's words, and the tree keeps the rest.
import { EmbeddedActionsParser, EOF, tokenMatcher, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../text/span.ts";
import { lazy } from "../text/lazy.ts";
import { properties as vocabulary, reservedWords, type PropertyName } from "../vocabulary.ts";
import type * as ast from "./ast.ts";
import type { Issue, Problem } from "./messages.ts";
import { readBlock, readString } from "./read-text.ts";
import * as t from "./tokens.ts";

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

const grammar = lazy(() => new Grammar({ skipValidations: true }));

type Choice = ast.Confirm | ast.Modality;
type Condition = Pick<ast.Edge, "kind" | "keyword" | "condition">;

class Grammar extends EmbeddedActionsParser {
  private text = "";
  private comments: readonly ast.Comment[] = [];
  private issues: Issue[] = [];

  constructor(options: { readonly skipValidations: boolean }) {
    super(t.allTokens, { recoveryEnabled: false, maxLookahead: 1, ...options });
    this.performSelfAnalysis();
  }

  read(text: string, tokens: IToken[], comments: readonly IToken[]): Parsed {
    this.text = text;
    this.issues = [];
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
      const declaration = this.OR([
        { ALT: () => this.SUBRULE(this.objective) },
        { ALT: () => this.SUBRULE(this.header) },
        { ALT: () => this.SUBRULE(this.include) },
        { ALT: () => this.SUBRULE(this.param) },
        { ALT: () => this.SUBRULE(this.defaults) },
        { ALT: () => this.SUBRULE(this.scenario) },
        { ALT: () => this.SUBRULE(this.outside) },
      ]);
      if (declaration) declarations.push(declaration);
    });
    return declarations;
  });

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
    const value = this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Equals);
          return this.SUBRULE(this.plainValue, { ARGS: ["="] });
        },
      },
      {
        GATE: () => this.textOnSameLine(),
        ALT: () => this.SUBRULE(this.valueWithoutEquals, { ARGS: [name?.text ?? "param"] }),
      },
      { ALT: () => undefined },
    ]);
    return this.ACTION(() => ({ kind: "param", name, value, span: this.spanFrom(keyword) }));
  });

  private readonly valueWithoutEquals = this.RULE("valueWithoutEquals", (after: string): ast.Text => {
    this.ACTION(() => this.report("missing-equals", spanOf(this.LA(1)), after));
    return this.SUBRULE(this.string);
  });

  private readonly defaults = this.RULE("defaults", (): ast.Defaults => {
    const keyword = this.CONSUME(t.Declaration.defaults);
    const properties: ast.Property[] = [];
    const open = this.OPTION(() => this.CONSUME(t.OpenBrace));
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
    const open = this.OPTION(() => this.CONSUME(t.OpenBrace));
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
    const open = this.OPTION(() => this.CONSUME(t.OpenBrace));
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

  private readonly step = this.RULE("step", (): ast.Step => {
    const name = this.SUBRULE(this.name);
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
      this.ACTION(() => this.checkBraces("step", name.span, open, close));
    });
    return this.ACTION(() => ({ name, values, span: this.spanTo(name.span.start) }));
  });

  private readonly stepValue = this.RULE("stepValue", (): ast.StepValue => {
    const name = this.SUBRULE(this.name);
    const text = this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Equals);
          return this.SUBRULE(this.value, { ARGS: ["="] });
        },
      },
      {
        GATE: () => this.textOnSameLine(),
        ALT: () => this.SUBRULE(this.valueWithoutEquals, { ARGS: [name.text] }),
      },
      { ALT: () => this.ACTION(() => void this.report("missing-equals", name.span, name.text)) },
    ]);
    return this.ACTION(() => ({ name, text, span: this.spanTo(name.span.start) }));
  });

  // ── What an objective says ──

  private readonly property = this.RULE("property", (): ast.Property =>
    this.OR([
      { ALT: () => this.SUBRULE(this.prompt) },
      { ALT: () => this.SUBRULE(this.collect) },
      { ALT: () => this.SUBRULE(this.confirm) },
      { ALT: () => this.SUBRULE(this.modality) },
      { ALT: () => this.SUBRULE(this.callback) },
      { ALT: () => this.SUBRULE(this.meta) },
      { ALT: () => this.SUBRULE(this.unknownProperty) },
    ]),
  );

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
    this.SUBRULE(this.assignment, { ARGS: [keyword] });
    return this.OR([
      { GATE: () => this.nameAhead(), ALT: () => this.SUBRULE(this.name) },
      {
        ALT: () =>
          this.ACTION(() => {
            const choices = Object.keys(vocabulary[keyword].choices).join(" or ");
            this.report("missing-value", spanOf(this.LA(0)), keyword, choices);
            return undefined;
          }),
      },
    ]);
  });

  private readonly collect = this.RULE("collect", (): ast.Collect => {
    const keyword = this.CONSUME(t.Property.collect);
    this.SUBRULE(this.assignment, { ARGS: ["collect"] });
    const names = this.SUBRULE(this.names);
    return this.ACTION(() => ({
      kind: "collect",
      keyword: spanOf(keyword),
      names,
      span: this.spanFrom(keyword),
    }));
  });

  private readonly names = this.RULE("names", (): ast.Name[] => {
    const names: ast.Name[] = [];
    this.OR([
      { GATE: () => this.nameAhead(), ALT: () => this.keep(names, this.SUBRULE(this.name)) },
      { ALT: () => this.ACTION(() => this.report("missing-variable", spanOf(this.LA(0)))) },
    ]);
    this.MANY({
      GATE: () => this.LA(1).tokenType === t.Comma || (this.onSameLine() && this.nameAhead()),
      DEF: () =>
        this.OR1([
          {
            ALT: () => {
              this.CONSUME(t.Comma);
              this.OR2([
                { GATE: () => this.nameAhead(), ALT: () => this.keep(names, this.SUBRULE1(this.name)) },
                { ALT: () => this.ACTION(() => this.report("missing-variable", spanOf(this.LA(0)))) },
              ]);
            },
          },
          {
            GATE: () => this.onSameLine() && this.nameAhead(),
            ALT: () => {
              const name = this.SUBRULE2(this.name);
              this.ACTION(() => this.report("missing-comma", name.span, name.text));
              this.keep(names, name);
            },
          },
        ]),
    });
    return names;
  });

  private readonly meta = this.RULE("meta", (): ast.Meta => {
    const keyword = this.CONSUME(t.Property.meta);
    this.SUBRULE(this.assignment, { ARGS: ["meta"] });
    const key = this.OR([
      { GATE: () => this.nameAhead(), ALT: () => this.SUBRULE(this.name) },
      { ALT: () => undefined },
    ]);
    const text = this.OR1([
      { GATE: () => key !== undefined, ALT: () => this.SUBRULE(this.string) },
      { ALT: () => this.ACTION(() => void this.report("missing-meta", spanOf(this.LA(0)))) },
    ]);
    return this.ACTION(() => {
      this.forbidParams(text);
      return { kind: "meta", keyword: spanOf(keyword), key, text, span: this.spanFrom(keyword) };
    });
  });

  /** `attempts 3`, `next a, b`: kept in the tree, so that a check can say what is meant. */
  private readonly unknownProperty = this.RULE("unknownProperty", (): ast.UnknownProperty => {
    const keyword = this.CONSUME(t.Name);
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Equals) }]));
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () =>
        this.OR1([
          { ALT: () => this.CONSUME1(t.Name) },
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.SUBRULE(this.text_) },
        ]),
    });
    return this.ACTION(() => ({
      kind: "unknown",
      name: keyword.image,
      keyword: spanOf(keyword),
      span: this.spanFrom(keyword),
    }));
  });

  private readonly edge = this.RULE("edge", (): ast.Edge => {
    const arrow = this.CONSUME(t.Arrow);
    const target = this.OR([
      { GATE: () => this.nameAhead(), ALT: () => this.SUBRULE(this.name) },
      { ALT: () => this.ACTION(() => void this.report("missing-target", spanOf(arrow))) },
    ]);
    const condition = this.SUBRULE(this.condition);
    this.OPTION({ GATE: () => this.onSameLine(), DEF: () => this.SUBRULE(this.furtherTargets) });
    return this.ACTION(() => ({ arrow: spanOf(arrow), target, ...condition, span: this.spanFrom(arrow) }));
  });

  private readonly edgeInDefaults = this.RULE("edgeInDefaults", (): void => {
    const { span } = this.SUBRULE(this.edge);
    this.ACTION(() => this.report("edge-in-defaults", span));
  });

  private readonly condition = this.RULE("condition", (): Condition =>
    this.OR([
      {
        ALT: () => {
          const keyword = this.CONSUME(t.EdgeWord.when);
          const condition = this.SUBRULE(this.value, { ARGS: ["when"] });
          return this.ACTION((): Condition => ({ kind: "when", keyword: spanOf(keyword), condition }));
        },
      },
      {
        ALT: () => {
          const keyword = this.CONSUME(t.EdgeWord.otherwise);
          const condition = this.OPTION(() => this.SUBRULE(this.text_));
          return this.ACTION((): Condition => ({ kind: "otherwise", keyword: spanOf(keyword), condition }));
        },
      },
      {
        GATE: () => this.onSameLine() && this.textBehindName(),
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          const word = this.CONSUME(t.Name);
          const condition = this.SUBRULE1(this.text_);
          this.ACTION(() => this.report("missing-when", spanOf(word), word.image));
          return this.ACTION((): Condition => ({ kind: "when", keyword: undefined, condition }));
        },
      },
      {
        GATE: () => this.onSameLine(),
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          const word = this.CONSUME1(t.Name);
          this.ACTION(() => this.report("unknown-edge-word", spanOf(word), word.image));
          return this.ACTION((): Condition => ({
            kind: "required",
            keyword: undefined,
            condition: undefined,
          }));
        },
      },
      {
        GATE: () => this.onSameLine(),
        ALT: () => {
          const condition = this.SUBRULE2(this.text_);
          this.ACTION(() => this.report("missing-when", condition.span, ""));
          return this.ACTION((): Condition => ({ kind: "when", keyword: undefined, condition }));
        },
      },
      {
        ALT: () =>
          this.ACTION((): Condition => ({ kind: "required", keyword: undefined, condition: undefined })),
      },
    ]),
  );

  private readonly furtherTargets = this.RULE("furtherTargets", (): void => {
    const comma = this.CONSUME(t.Comma);
    this.OPTION({ GATE: () => this.onSameLine(), DEF: () => this.SUBRULE(this.names) });
    this.ACTION(() => this.report("one-target", this.spanFrom(comma)));
  });

  // ── Names and texts ──

  /** The name behind `objective` or `param`; words that follow it on its line were meant to belong to it. */
  private readonly declaredName = this.RULE("declaredName", (what: string): ast.Name | undefined => {
    const name = this.OR([
      { GATE: () => this.nameAhead(), ALT: () => this.SUBRULE(this.name) },
      { ALT: () => this.ACTION(() => void this.report("missing-name", spanOf(this.LA(0)), what)) },
    ]);
    const more: IToken[] = [];
    this.MANY({ GATE: () => this.onSameLine(), DEF: () => this.keep(more, this.CONSUME(t.Name)) });
    return this.ACTION(() => {
      if (!name || more.length === 0) return name;
      const suggestion = [name.text, ...more.map(({ image }) => image)].join("_");
      this.report("name-in-words", this.spanTo(name.span.start), suggestion);
      return name;
    });
  });

  private readonly name = this.RULE("name", (): ast.Name =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.Name);
          return this.ACTION(() => ({ text: token.image, quoted: false, span: spanOf(token) }));
        },
      },
      {
        ALT: () => {
          const text = this.SUBRULE(this.string);
          return this.ACTION(() => {
            this.forbidParams(text);
            return { text: literalOf(text), quoted: true, span: text.span };
          });
        },
      },
      {
        ALT: () => {
          const token = this.SUBRULE(this.reserved);
          return this.ACTION(() => {
            this.report("reserved-word", spanOf(token), token.image);
            return { text: token.image, quoted: false, span: spanOf(token) };
          });
        },
      },
    ]),
  );

  private readonly reserved = this.RULE("reserved", (): IToken =>
    this.OR(reservedTokens.map((type) => ({ ALT: () => this.CONSUME(type) }))),
  );

  /** The text behind a keyword; prose without quotes is taken to the line's end and said once. */
  private readonly value = this.RULE("value", (keyword: string): ast.Text | undefined => {
    this.SUBRULE(this.assignment, { ARGS: [keyword] });
    return this.OR([
      { ALT: () => this.SUBRULE(this.text_) },
      { GATE: () => this.onSameLine(), ALT: () => this.SUBRULE(this.unquoted, { ARGS: [keyword] }) },
      { ALT: () => this.ACTION(() => void this.report("missing-text", spanOf(this.LA(0)), keyword)) },
    ]);
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

  private readonly text_ = this.RULE("text", (): ast.Text =>
    this.OR([
      { ALT: () => this.SUBRULE(this.string) },
      {
        ALT: () => {
          const token = this.CONSUME(t.Block);
          return this.ACTION(() => this.blockOf(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.MisopenedBlock);
          return this.ACTION((): ast.Text => {
            this.report("misopened-block", { start: token.startOffset, end: token.startOffset + 3 });
            return {
              form: "block",
              parts: [token.image.replace(/^"""|"""$/g, "").trim()],
              span: spanOf(token),
            };
          });
        },
      },
    ]),
  );

  private readonly string = this.RULE("string", (): ast.Text =>
    this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.String_);
          return this.ACTION(() => this.stringOf(token));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(t.UnclosedString);
          return this.ACTION(() => {
            this.report("unclosed-string", spanOf(token));
            return this.stringOf(token);
          });
        },
      },
    ]),
  );

  private readonly unquoted = this.RULE("unquoted", (keyword: string): undefined => {
    const first = this.SUBRULE(this.proseWord);
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () => this.OR(proseTokens.map((type) => ({ ALT: () => this.CONSUME(type) }))),
    });
    return this.ACTION(() => void this.report("unquoted-text", this.spanFrom(first), keyword));
  });

  private readonly proseWord = this.RULE("proseWord", (): IToken =>
    this.OR([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.Stray) }]),
  );

  /** `prompt: "x"`, `collect = a`: said, and passed over. */
  private readonly assignment = this.RULE("assignment", (keyword: string): void => {
    this.OPTION(() => {
      const sign = this.OR([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Equals) }]);
      this.ACTION(() => this.report("no-assignment", spanOf(sign), keyword, sign.image));
    });
  });

  // ── What does not belong ──

  private readonly outside = this.RULE("outside", (): undefined => {
    const first = this.SUBRULE(this.anything);
    this.MANY(() => this.SUBRULE1(this.anything));
    return this.ACTION(() => {
      const problem = first.tokenType === t.CloseBrace ? "unmatched-brace" : "outside";
      this.report(problem, spanOf(first), ...(problem === "outside" ? [excerpt(first)] : []));
      return undefined;
    });
  });

  private readonly anything = this.RULE("anything", (): IToken =>
    this.OR(outsideTokens.map((type) => ({ ALT: () => this.CONSUME(type) }))),
  );

  private readonly unexpected = this.RULE("unexpected", (): void => {
    const first = this.OR(unexpectedTokens.map((type) => ({ ALT: () => this.CONSUME(type) })));
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () => this.OR1(unexpectedTokens.map((type) => ({ ALT: () => this.CONSUME1(type) }))),
    });
    this.ACTION(() => {
      const text = isText(first);
      const problem = first.image === ";" ? "no-semicolon" : text ? "unexpected-text" : "unexpected";
      this.report(problem, spanOf(first), ...(problem === "unexpected" ? [excerpt(first)] : []));
    });
  });

  private readonly unexpectedInScenario = this.RULE("unexpectedInScenario", (): void => {
    const first = this.OR(unexpectedInScenario.map((type) => ({ ALT: () => this.CONSUME(type) })));
    this.MANY({
      GATE: () => this.onSameLine(),
      DEF: () => this.OR1(unexpectedInScenario.map((type) => ({ ALT: () => this.CONSUME1(type) }))),
    });
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

  /** Whether a declaration's keyword is next, and not meant as a name. */
  private declarationAhead(): boolean {
    return declarationTokens.includes(this.LA(1).tokenType) && !this.nameAhead();
  }

  private textOnSameLine(): boolean {
    return this.onSameLine() && isText(this.LA(1));
  }

  private textBehindName(): boolean {
    return isText(this.LA(2));
  }

  // ── Building the tree ──

  private keep<T>(list: T[], item: T): void {
    this.ACTION(() => list.push(item));
  }

  private report(problem: Problem, span: Span, ...args: string[]): void {
    this.issues.push({ code: "syntax", problem, span, arguments: args });
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

  private stringOf(token: IToken): ast.Text {
    const { parts, issues } = readString(token.image, token.startOffset);
    this.issues.push(...issues);
    return { form: "string", parts, span: spanOf(token) };
  }

  private blockOf(token: IToken): ast.Text {
    const { form, parts, issues } = readBlock(token.image, token.startOffset);
    if (isUnclosedBlock(token)) {
      this.report("unclosed-block", {
        start: token.startOffset,
        end: token.startOffset + (form === "folded" ? 4 : 3),
      });
    }
    this.issues.push(...issues);
    return { form, parts, span: spanOf(token) };
  }

  private forbidParams(text: ast.Text | undefined): void {
    for (const part of text?.parts ?? []) {
      if (typeof part === "string") continue;
      const span = { start: part.span.start - 2, end: part.span.end + 1 };
      this.issues.push({ code: "bad-escape", problem: "no-interpolation", span, arguments: [] });
    }
  }

  /** What is open after a text that runs to the end is that text's fault. */
  private checkBraces(what: string, head: Span, open: IToken | undefined, close: IToken | undefined): void {
    if (!open) this.report("missing-brace", head, what);
    else if (!close && !isUnclosedBlock(this.LA(0))) this.report("unclosed-brace", spanOf(this.LA(0)), what);
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
    for (const { text, span } of this.comments
      .filter(({ span }) => span.end <= keyword.startOffset)
      .reverse()) {
      if (!text.startsWith("///") || !/^(?:\r\n|\r|\n)[^\S\r\n]*$/.test(this.text.slice(span.end, below)))
        break;
      lines.unshift(text.slice(3).replace(/^ /, ""));
      below = span.start;
    }
    return lines.length === 0 ? undefined : lines.join("\n");
  }
}

const textTokens: TokenType[] = [t.String_, t.UnclosedString, t.Block, t.MisopenedBlock];
const signs: TokenType[] = [t.Comma, t.Equals, t.Colon, t.Stray];
const declarationTokens = Object.values(t.Declaration);
const propertyTokens = Object.values(t.Property);
const edgeTokens = Object.values(t.EdgeWord);

const reservedTokens: TokenType[] = [...declarationTokens, ...propertyTokens, ...edgeTokens];
const proseTokens: TokenType[] = [t.Name, ...signs, ...textTokens, ...propertyTokens, ...edgeTokens];
const unexpectedTokens: TokenType[] = [t.OpenBrace, ...signs, ...textTokens, ...edgeTokens];
const unexpectedInScenario: TokenType[] = [
  ...signs,
  ...propertyTokens,
  ...edgeTokens,
  t.Arrow,
  t.Block,
  t.MisopenedBlock,
];
const outsideTokens: TokenType[] = [
  t.OpenBrace,
  t.CloseBrace,
  t.Arrow,
  t.Name,
  ...signs,
  ...textTokens,
  ...propertyTokens,
  ...edgeTokens,
];

function isText(token: IToken): boolean {
  return textTokens.some((type) => tokenMatcher(token, type));
}

function isUnclosedBlock({ tokenType, image }: IToken): boolean {
  return tokenType === t.Block && !/[\r\n][^\S\r\n]*"""$/.test(image);
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: t.endOf(token) };
}

function literalOf({ parts }: ast.Text): string {
  return parts.map((part) => (typeof part === "string" ? part : `\${${part.text}}`)).join("");
}

/** The token as a message shows it: its first line, shortened. */
function excerpt({ image }: IToken): string {
  const line = image.split(/[\r\n]/, 1)[0] ?? "";
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}
