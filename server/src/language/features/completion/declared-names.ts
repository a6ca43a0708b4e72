// Behind `objective` and `param`: the names that are used and not declared yet.
import type { Model } from "../../model/analyze.ts";
import { printName } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { snippet, snippetLiteral, type CompletionItem } from "./item.ts";

/** Names shown at once: each is tried in its place. */
const MOST = 50;

export function declaredNames(model: Model, of: "objective" | "param"): readonly CompletionItem[] {
  const names = of === "objective" ? missingObjectives(model) : missingParams(model);
  return [...new Set(names)].slice(0, MOST).map(DECLARED[of]);
}

const DECLARED = {
  objective: (name: string): CompletionItem => ({
    ...named(name, "objective"),
    detail: sentence`an arrow leads there`,
    snippet: snippet`${snippetLiteral(printName(name))} {\n  prompt "$1"\n  $0\n}`,
  }),
  param: (name: string): CompletionItem => ({
    ...named(name, "param"),
    detail: sentence`a text uses it`,
    snippet: snippet`${snippetLiteral(printName(name))} = "$1"`,
  }),
} as const;

function named(label: string, kind: "objective" | "param"): CompletionItem {
  return { label, kind, newText: printName(label), bare: printName(label) };
}

function missingObjectives({ symbols }: Model): readonly string[] {
  return symbols.lost.map(({ name }) => name);
}

function missingParams({ symbols: { params, paramUses } }: Model): readonly string[] {
  const known = new Set(params.map(({ name }) => name));
  return paramUses.map(({ name }) => name).filter((name) => !known.has(name));
}
