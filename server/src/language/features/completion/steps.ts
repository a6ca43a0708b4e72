// In a scenario: the objectives that may follow the steps before, `end` where none must, and a step's variables.
import type { Model } from "../../model/analyze.ts";
import { paramValues } from "../../model/params.ts";
import { following, waysAfter, waysAtStart, type OpenWays } from "../../model/walk.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName, printString } from "../../syntax/print.ts";
import { snippetLiteral, type CompletionItem } from "./item.ts";
import { objectiveItem } from "./targets.ts";

export function steps(model: Model, before: readonly string[]): readonly CompletionItem[] {
  const open = openWays(model, before);
  const params = paramValues(model.symbols, model.given);
  const next = open ? following(open) : [...model.symbols.byName.values()];
  const items = next.flatMap((index) => objectiveItem(model, index, "", params));
  const named = items.map((item) => (item.label === "end" ? { ...item, newText: printString("end") } : item));
  const mayEnd = before.length > 0 && (!open || following(open).length === 0);
  return mayEnd ? [END, ...named] : named;
}

export function stepVariables({ symbols }: Model, step: ast.Step | undefined): readonly CompletionItem[] {
  const index = symbols.byName.get(step?.name.text ?? "");
  const said = new Set(step?.values.map(({ name }) => name.text));
  const collected = index === undefined ? [] : (symbols.objectives[index]?.variables ?? []);
  const names = [...new Set(collected.map(({ name }) => name))].filter((name) => !said.has(name));
  return names.map((name) => ({
    label: name,
    kind: "variable",
    newText: `${printName(name)} = `,
    snippet: `${snippetLiteral(printName(name))} = "$1"`,
  }));
}

const END: CompletionItem = {
  label: "end",
  kind: "keyword",
  documentation: "The conversation is over here.",
  newText: "end",
};

/** What is open after these steps; undefined where they do not follow one another, so that anything may come. */
function openWays({ symbols, flow }: Model, steps: readonly string[]): OpenWays | undefined {
  let open = flow.start === undefined ? undefined : waysAtStart(flow.start);
  for (const name of steps) {
    const index = symbols.byName.get(name);
    open = open && index !== undefined ? waysAfter(open, index, symbols) : undefined;
  }
  return open;
}
