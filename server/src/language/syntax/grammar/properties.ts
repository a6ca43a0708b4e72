// The properties of an objective, each one rule.
import { sized } from "../../text/sized.ts";
import { properties as vocabulary } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { NameLists } from "./name-lists.ts";

export class Properties extends NameLists {
  readonly prompt = this.RULE("prompt", (): ast.Prompt => this.textProperty("prompt"));
  readonly callback = this.RULE("callback", (): ast.Callback => this.textProperty("callback"));
  readonly confirm = this.RULE("confirm", (): ast.Confirm => this.choiceProperty("confirm"));
  readonly modality = this.RULE("modality", (): ast.Modality => this.choiceProperty("modality"));

  textProperty<Kind extends "prompt" | "callback">(kind: Kind) {
    const keyword = this.CONSUME(t.Property[kind]);
    const text = this.value(kind);
    return { kind, keyword: t.spanOf(keyword), text, span: this.spanFrom(keyword) };
  }

  choiceProperty<Kind extends "confirm" | "modality">(kind: Kind) {
    const keyword = this.CONSUME(t.Property[kind]);
    const value = this.choice(kind);
    return { kind, keyword: t.spanOf(keyword), value, span: this.spanFrom(keyword) };
  }

  choice(keyword: "confirm" | "modality"): ast.Name | undefined {
    const sign = this.sign();
    const token = this.name();
    if (sign) this.forbidSign(sign, keyword);
    if (token) return this.nameOf(token);
    const choices = Object.keys(vocabulary[keyword].choices).join(" ");
    this.report("missing-value", t.spanOf(this.LA(0)), keyword, choices);
    return undefined;
  }

  readonly collect = this.RULE("collect", (): ast.Collect => {
    const keyword = this.CONSUME(t.Property.collect);
    const sign = this.sign();
    this.names = [];
    this.isApart = false;
    const isWrapped = this.wrapped();
    if (!isWrapped) this.listNames();
    if (sign && !isWrapped) this.forbidSign(sign, "collect");
    return {
      kind: "collect",
      keyword: t.spanOf(keyword),
      names: sized(this.names),
      span: this.spanFrom(keyword),
    };
  });

  readonly meta = this.RULE("meta", (): ast.Meta => {
    const keyword = this.CONSUME(t.Property.meta);
    const sign = this.sign();
    const entry = this.entry();
    if (!entry) this.entriesInBraces();
    if (sign) this.forbidSign(sign, "meta");
    if (!entry?.isSaid) this.report("missing-meta", t.spanOf(entry?.key ?? keyword));
    else if (entry.sign) this.forbidSign(entry.sign, `meta ${entry.key.image}`);
    const text = entry?.token && this.textOf(entry.token);
    this.checkPlain(text);
    const key = entry && this.nameOf(entry.key);
    return { kind: "meta", keyword: t.spanOf(keyword), key, text, span: this.spanFrom(keyword) };
  });

  readonly entry = this.optional((index) => {
    const key = this.consume(index, t.AnyName);
    const sign = this.signBehindKey();
    const token = this.anyText();
    const prose = token ? undefined : this.prose();
    if (prose) this.report("unquoted-text", prose, `meta ${key.image}`);
    return { key, sign, token, isSaid: token !== undefined || prose !== undefined };
  }, this.nameAhead);

  /** `meta { owner "Ana" }` */
  readonly entriesInBraces = this.optionalRule(
    this.braces,
    () => this.LA(1).tokenType === t.OpenBrace && this.bracesAhead(),
  );

  readonly signBehindKey = this.optionalToken(t.Sign);
}
