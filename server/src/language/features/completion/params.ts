// Behind `${`: the params of the set, with their values.
import type { Model } from "../../model/analyze.ts";
import { paramValues } from "../../model/params.ts";
import { snippetLiteral, type CompletionItem } from "./item.ts";

export function params({ symbols, given }: Model, brace: "missing" | "there"): readonly CompletionItem[] {
  const values = paramValues(symbols, given);
  const names = [...new Set(symbols.params.map(({ name }) => name))];
  return names.map((name) => {
    const newText = brace === "there" ? name : `${name}}`;
    const detail = values.get(name) ?? "its value comes from the target";
    return { label: name, kind: "param", detail, newText, snippet: snippetLiteral(newText) };
  });
}
