// The properties of an objective, each one rule.
import { sized } from "../../text/sized.ts";
import { properties as vocabulary } from "../../vocabulary.ts";
import type * as ast from "../ast.ts";
import * as t from "../tokens.ts";
import { Names } from "./names.ts";

type Choice = ast.Confirm | ast.Modality;

export class Properties extends Names {
  readonly prompt = this.RULE("prompt", (): ast.Prompt => {
    const keyword = this.CONSUME(t.Property.prompt);
    const text = this.value("prompt");
    return { kind: "prompt", keyword: t.spanOf(keyword), text, span: this.spanFrom(keyword) };
  });

  readonly callback = this.RULE("callback", (): ast.Callback => {
    const keyword = this.CONSUME(t.Property.callback);
    const text = this.value("callback");
    return { kind: "callback", keyword: t.spanOf(keyword), text, span: this.spanFrom(keyword) };
  });

  readonly confirm = this.RULE("confirm", (): ast.Confirm => {
    const keyword = this.CONSUME(t.Property.confirm);
    const value = this.choice("confirm");
    return { kind: "confirm", keyword: t.spanOf(keyword), value, span: this.spanFrom(keyword) };
  });

  readonly modality = this.RULE("modality", (): ast.Modality => {
    const keyword = this.CONSUME(t.Property.modality);
    const value = this.choice("modality");
    return { kind: "modality", keyword: t.spanOf(keyword), value, span: this.spanFrom(keyword) };
  });

  choice(keyword: Choice["kind"]): ast.Name | undefined {
    const sign = this.sign();
    const token = this.name();
    if (sign) this.report("no-assignment", t.spanOf(sign), keyword, sign.image);
    if (token) return this.nameOf(token);
    const choices = Object.keys(vocabulary[keyword].choices).join(" or ");
    this.report("missing-value", t.spanOf(this.LA(0)), keyword, choices);
    return undefined;
  }

  readonly collect = this.RULE("collect", (): ast.Collect => {
    const keyword = this.CONSUME(t.Property.collect);
    const sign = this.sign();
    this.names = [];
    if (!this.wrapped()) this.listNames();
    if (sign) this.report("no-assignment", t.spanOf(sign), "collect", sign.image);
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
    if (sign) this.report("no-assignment", t.spanOf(sign), "meta", sign.image);
    if (!entry?.isSaid) this.report("missing-meta", t.spanOf(entry?.key ?? keyword));
    else if (entry.sign) {
      const { key, sign: second } = entry;
      this.report("no-assignment", t.spanOf(second), `meta ${key.image}`, second.image);
    }
    const text = entry?.token && this.textOf(entry.token);
    this.forbidParams(text);
    if (text && text.form !== "string") this.report("plain-string", text.span);
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

  readonly signBehindKey = this.optionalToken(t.Sign);
}
