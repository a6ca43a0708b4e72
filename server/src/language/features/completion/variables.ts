// Variables for `collect`: those that other objectives collect, the most used first.
import type { Model } from "../../model/analyze.ts";
import { spanAt } from "../../model/analyze.ts";
import { printName } from "../../syntax/print.ts";
import { touches } from "../../text/span.ts";
import type { CompletionItem } from "./item.ts";
import { isInSpot, type Spot } from "./spot.ts";

export function variables(model: Model, spot: Spot): readonly CompletionItem[] {
  const { objectives } = model.symbols;
  const own = objectives.find((it) => isInSpot(it, spot));
  const said = (own?.variables ?? []).filter((it) => !touches(spanAt(model, it), spot.typed.end));
  const saidNames = new Set(said.map(({ name }) => name));
  const collectors = new Map<string, string[]>();
  for (const { name, variables } of objectives.filter((it) => it !== own)) {
    for (const variable of variables)
      collectors.set(variable.name, [...(collectors.get(variable.name) ?? []), name]);
  }
  return [...collectors]
    .filter(([name]) => !saidNames.has(name))
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name, by]) => ({
      label: name,
      kind: "variable",
      detail: `also in ${by[0] ?? ""}${by.length > 1 ? ` and ${by.length - 1} more` : ""}`,
      newText: printName(name),
    }));
}
