// A set as text: what a person would have written to get exactly this document.
import { BUILT_IN_DEFAULTS, type Defaults } from "../model/inherited.ts";
import { printName, printString, INDENT } from "../syntax/print.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import { normalise } from "./normalise.ts";
import {
  printCollect,
  printInheritable,
  printMeta,
  printOtherwise,
  printPrompt,
  printRequired,
  printWhen,
} from "./print-entry.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";
import type { MetaEntry } from "./read-payload.ts";

/**
 * The text of a set, as the formatter would leave it. `extras` are the keys that the platform does not have,
 * for every objective by its place; they become `meta`.
 */
export function decompile(document: SetDocument, extras: readonly (readonly MetaEntry[])[]): string {
  const { name, objectives } = normalise(document);
  const shared = sharedValues(objectives);
  const declarations = [
    `objectives ${printString(name)}`,
    ...printDefaults(shared),
    ...objectives.map((item, index) => printObjective(item, extras[index] ?? [], shared)),
  ];
  return `${declarations.join("\n\n")}\n`;
}

/** One objective's declaration, saying only what `shared` does not say for it. */
export function printObjective(item: ObjectiveItem, meta: readonly MetaEntry[], shared: Defaults): string {
  const edges = printEdges(item);
  const said = [
    ...unlessShared("modality", item.modality, shared),
    printPrompt(item.prompt),
    ...(item.variables.length === 0 ? [] : [printCollect(item.variables)]),
    ...unlessShared("confirm", item.confirmation, shared),
    ...unlessShared("callback", item.callback, shared),
    ...meta.map(([key, value]) => printMeta(key, value)),
  ];
  const gap = edges.length > 1 ? [""] : [];
  return printBlock(`objective ${printName(item.name)}`, [...said, ...gap, ...edges]);
}

function printDefaults(shared: Defaults): readonly string[] {
  const kinds = ["modality", "confirm", "callback"] as const;
  const lines = kinds.flatMap((kind) => unlessShared(kind, shared[kind], BUILT_IN_DEFAULTS));
  return lines.length === 0 ? [] : [printBlock("defaults", lines)];
}

function printBlock(head: string, lines: readonly string[]): string {
  const body = lines.map((line) => (line === "" ? "\n" : `${INDENT}${line}\n`));
  return `${head} {\n${body.join("")}}`;
}

function unlessShared(kind: keyof Defaults, value: string, shared: Defaults): readonly string[] {
  return value === shared[kind] ? [] : [printInheritable(kind, value)];
}

function printEdges({ conditional, required }: ObjectiveItem): readonly string[] {
  const last = conditional.length - 1;
  const branches = conditional.map(([target, condition], index) =>
    index > 0 && index === last && condition === OTHERWISE_CONDITION
      ? printOtherwise(target)
      : printWhen(target, condition),
  );
  return [...branches, ...required.map(printRequired)];
}

function sharedValues(objectives: readonly ObjectiveItem[]): Defaults {
  return {
    confirm: mostCommon(objectives.map((it) => it.confirmation)) ?? BUILT_IN_DEFAULTS.confirm,
    modality: mostCommon(objectives.map((it) => it.modality)) ?? BUILT_IN_DEFAULTS.modality,
    callback: mostCommon(objectives.map((it) => it.callback)) ?? BUILT_IN_DEFAULTS.callback,
  };
}

/** The value of more than half, where that makes at least three. */
function mostCommon(values: readonly string[]): string | undefined {
  const needed = Math.max(3, Math.floor(values.length / 2) + 1);
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return values.find((value) => (counts.get(value) ?? 0) >= needed);
}
