// In a scenario: the objectives that may follow the steps before, `end` where none must, and a step's variables.
import { printStep } from "../../compile/print-entry.ts";
import type { Model } from "../../model/analyze.ts";
import { following, waysAfter, waysAtStart, type OpenWays } from "../../model/walk.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName } from "../../syntax/print.ts";
import { snippet, snippetLiteral, type CompletionItem } from "./item.ts";

export function steps({ symbols, flow }: Model, before: readonly string[]): readonly CompletionItem[] {
  const open = openWays({ symbols, flow }, before);
  const names = open ? namesOf(following(open), symbols) : [...symbols.byName.keys()];
  const mayEnd = before.length > 0 && (!open || names.length === 0);
  return [...(mayEnd ? [END] : []), ...names.map(stepItem)];
}

function namesOf(indices: Iterable<number>, { objectives }: Model["symbols"]): readonly string[] {
  return Array.from(indices).flatMap((index) => objectives[index]?.name ?? []);
}

/** A step that is no objective is wrong, so a brace behind its first letters means the one that is offered. */
function stepItem(name: string): CompletionItem {
  return { label: name, kind: "objective", newText: printStep(name), chosenBy: "{" };
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
    snippet: snippet`${snippetLiteral(printName(name))} = "$1"`,
    bare: printName(name),
    then: "complete again",
  }));
}

const END: CompletionItem = { label: "end", kind: "keyword", newText: "end" };

/** What is open after these steps; undefined where they do not follow one another, so that anything may come. */
function openWays(
  { symbols, flow }: Pick<Model, "symbols" | "flow">,
  steps: readonly string[],
): OpenWays | undefined {
  let open = flow.start === undefined ? undefined : waysAtStart(flow.start);
  for (const name of steps) {
    const index = symbols.byName.get(name);
    open = open && index !== undefined ? waysAfter(open, index, symbols) : undefined;
  }
  return open;
}
