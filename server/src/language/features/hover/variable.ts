// What there is to know of a variable: who collects it, whether that was so before, and where scenarios give it a value.
import type { Model } from "../../model/analyze.ts";
import { collectedBefore } from "../../model/collected-before.ts";
import { othersOf, reachedFrom } from "../../model/ways.ts";
import { sentence } from "../../text/sentence.ts";
import { codeMarkdown, proseMarkdown } from "../markdown.ts";
import { collectorsOf } from "../name-at.ts";
import { lineOf, listOf, type Paragraph } from "./paragraphs.ts";

/** `here`: the objective in which it is asked about. */
export function describeVariable(model: Model, name: string, here: number | undefined): readonly Paragraph[] {
  const collectors = collectorsOf(model, name);
  const names = collectors.map((index) => codeMarkdown(model.symbols.objectives[index]?.name ?? ""));
  return [
    ...lineOf([`**${proseMarkdown(name)}**`, sentence`variable`]),
    ...(names.length === 0 ? [sentence`No objective collects it.`] : listOf(sentence`Collected by`, names)),
    ...(here === undefined ? [] : before(model, name, here, collectors)),
    ...listOf(sentence`Scenarios that give it a value`, scenariosWith(model, name)),
  ];
}

/** Whether it has a value already when a conversation comes to the objective. */
function before(
  model: Model,
  name: string,
  here: number,
  collectors: readonly number[],
): readonly Paragraph[] {
  const { symbols, flow } = model;
  if (collectedBefore(symbols.objectives, flow, here).includes(name))
    return [sentence`It is collected before this on every way.`];
  const leads = collectors
    .filter((index) => flow.reached[index] === 1)
    .flatMap((index) => [...othersOf(flow.next, index)]);
  if (reachedFrom(leads, flow.next)[here] !== 1) return [];
  return [sentence`It is collected before this on some ways, not on every one.`];
}

function scenariosWith({ symbols }: Model, name: string): readonly string[] {
  return symbols.scenarios
    .filter(({ steps }) => steps.some(({ variables }) => variables.some((it) => it.name === name)))
    .map((it) => `“${proseMarkdown(it.name)}”`);
}
