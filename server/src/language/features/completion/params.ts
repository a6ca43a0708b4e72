// Behind `${`: the params of the set, with their values.
import type { Model } from "../../model/analyze.ts";
import { paramValues } from "../../model/params.ts";
import { isName } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { snippet, snippetLiteral, type CompletionItem } from "./item.ts";

export function params({ symbols, given }: Model, brace: "missing" | "there"): readonly CompletionItem[] {
  const values = paramValues(symbols, given);
  const names = [...new Set(symbols.params.map(({ name }) => name))].filter(isName);
  return names.map((name) => {
    const newText = brace === "there" ? name : `${name}}`;
    const value = values.get(name);
    const detail = value === undefined ? sentence`its value comes from the target` : sentence`${value}`;
    // Typed where a brace was put in by itself, this one goes over it.
    const chosen = brace === "there" ? { chosenBy: "}" } : {};
    return {
      label: name,
      kind: "param",
      detail,
      newText,
      snippet: snippet`${snippetLiteral(newText)}`,
      ...chosen,
    };
  });
}
