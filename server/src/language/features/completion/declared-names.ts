// Behind `objective` and `param`: the names that are used and not declared yet.
import type { Model } from "../../model/analyze.ts";
import { printName } from "../../syntax/print.ts";
import type { CompletionItem } from "./item.ts";

export function declaredNames(model: Model, of: "objective" | "param"): readonly CompletionItem[] {
  const names = of === "objective" ? missingObjectives(model) : missingParams(model);
  return [...new Set(names)].map((name) => ({
    label: name,
    kind: of,
    detail: of === "objective" ? "an arrow leads there" : "a text uses it",
    newText: printName(name),
  }));
}

function missingObjectives({ symbols }: Model): readonly string[] {
  return symbols.lost.map(({ name }) => name);
}

function missingParams({ symbols: { params, paramUses } }: Model): readonly string[] {
  const known = new Set(params.map(({ name }) => name));
  return paramUses.map(({ name }) => name).filter((name) => !known.has(name));
}
