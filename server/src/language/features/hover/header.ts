// A set at a glance: how much of everything there is, and where it begins and ends.
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { flowRolesOf } from "../flow-role.ts";
import { codeMarkdown, proseMarkdown } from "../markdown.ts";
import { counted } from "./counted.ts";
import { lineOf, listOf, type Paragraph, type Said } from "./paragraphs.ts";

export function describeSet(model: Model, name: string): readonly Paragraph[] {
  const { symbols, flow, files } = model;
  const start = symbols.objectives[flow.start ?? -1];
  const ends = flow.ends.map((index) => codeMarkdown(symbols.objectives[index]?.name ?? ""));
  return [
    ...lineOf([...(name === "" ? [] : [`**${proseMarkdown(name)}**`]), sentence`set`]),
    ...lineOf(countsOf(model)),
    ...(files.length === 1 ? [] : lineOf([...counted("files", files.length)])),
    ...(start ? [sentence`Starts with ${codeMarkdown(start.name)}`] : []),
    ...listOf(sentence`Ends with`, ends),
  ];
}

function countsOf(model: Model): readonly Said[] {
  const { objectives, params, scenarios } = model.symbols;
  const variables = new Set(objectives.flatMap((it) => it.variables.map(({ name }) => name)));
  const isLost = (_: unknown, index: number): boolean => flowRolesOf(model, index).includes("unreachable");
  return [
    ...counted("objectives", objectives.length),
    ...counted("unreachable", objectives.filter(isLost).length),
    ...counted("variables", variables.size),
    ...counted("params", params.length),
    ...counted("scenarios", scenarios.length),
  ];
}
