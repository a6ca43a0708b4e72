// What there is to know of the word at a place: an objective, a variable, a param, or a word of the language.
import { arrowsOf, isSameRef, objectiveNode, sourceOf, type Model } from "../model/analyze.ts";
import { applied, BUILT_IN_DEFAULTS, defaultsByFile, promptOf } from "../model/inherited.ts";
import { collectedBefore } from "../model/collected-before.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import type { EdgeRole, ObjectiveSymbol, Ref } from "../model/symbols.ts";
import { othersOf } from "../model/ways.ts";
import type * as ast from "../syntax/ast.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import { codeMarkdown, proseMarkdown } from "./markdown.ts";
import { collectorsOf, nameAt, type NameAt } from "./name-at.ts";
import { wordAt } from "./word-at.ts";

export interface Hover {
  readonly span: Span;
  /** It never runs anything: only the author's doc comments are Markdown of their own. */
  readonly markdown: string;
}

/** What the word at the place means; undefined where there is nothing to say. */
export function hover(model: Model, point: Point): Hover | undefined {
  const name = nameAt(model, point);
  const source = sourceOf(model, point.file);
  if (!name) return source && wordAt(source, point.offset);
  const paragraphs = describe(model, name);
  return paragraphs.length === 0 ? undefined : { span: name.span, markdown: paragraphs.join("\n\n") };
}

function describe(model: Model, { role, name, at }: NameAt): readonly string[] {
  switch (role) {
    case "objective":
      return describeObjective(model, objectiveAt(model, name, at));
    case "required":
    case "when":
    case "otherwise":
    case "step":
      return describeObjective(model, model.symbols.byName.get(name));
    case "variable":
    case "step-variable":
      return describeVariable(model, name);
    case "param":
    case "param-use":
      return describeParam(model, name);
  }
}

/** Of several objectives of one name the one that is declared there. */
function objectiveAt({ symbols }: Model, name: string, declared: Ref): number | undefined {
  const index = symbols.objectives.findIndex(({ at }) => isSameRef(at, declared));
  return index < 0 ? symbols.byName.get(name) : index;
}

function describeObjective(model: Model, index: number | undefined): readonly string[] {
  const symbol = index === undefined ? undefined : model.symbols.objectives[index];
  const node = symbol && objectiveNode(model, symbol);
  if (index === undefined || !symbol || !node) return [];
  const params = paramValues(model.symbols, model.given);
  const text = interpolate(promptOf(node), params);
  return [
    `**${proseMarkdown(symbol.name)}**${kindOf(model, index)}`,
    ...(node.doc === undefined ? [] : [node.doc]),
    ...(text === "" ? [] : [quotation(text)]),
    ...detailsOf(model, symbol, node, params),
    ...known(model, index),
    ...listOf("Comes from", waysIn(model, index, params)),
    ...listOf("Leads to", waysOut(model, symbol, params)),
  ];
}

function kindOf({ flow }: Model, index: number): string {
  const isEnd = othersOf(flow.next, index).length === 0 && flow.ends.includes(index);
  if (flow.start === index) return isEnd ? " · the start and the end" : " · the start";
  return isEnd ? " · an end" : "";
}

function quotation(text: string): string {
  return proseMarkdown(text).replace(/^/gm, "> ");
}

function detailsOf(
  model: Model,
  { at, variables }: ObjectiveSymbol,
  { properties }: ast.Objective,
  params: ParamValues,
): readonly string[] {
  const inherited = defaultsByFile(model, params)[at.file] ?? BUILT_IN_DEFAULTS;
  const { confirm, modality, callback } = applied(properties, inherited, params);
  const details = [
    ...(variables.length === 0
      ? []
      : [`collects ${variables.map(({ name }) => codeMarkdown(name)).join(", ")}`]),
    ...(confirm === BUILT_IN_DEFAULTS.confirm ? [] : [`confirm ${codeMarkdown(confirm)}`]),
    ...(modality === BUILT_IN_DEFAULTS.modality ? [] : [`modality ${codeMarkdown(modality)}`]),
    ...(callback === "" ? [] : [`callback ${codeMarkdown(callback)}`]),
  ];
  return details.length === 0 ? [] : [details.join(" · ")];
}

/** What a conversation has collected for certain when it comes to the objective. */
function known({ symbols, flow }: Model, index: number): readonly string[] {
  const variables = collectedBefore(symbols.objectives, flow, index);
  if (variables.length === 0) return [];
  const more = variables.length > MOST ? ` and ${variables.length - MOST} more` : "";
  return [
    `Collected before it on every way: ${variables.slice(0, MOST).map(codeMarkdown).join(", ")}${more}`,
  ];
}

/** Ways or variables shown; a hover is no list of a hundred. */
const MOST = 8;

function listOf(title: string, ways: readonly string[]): readonly string[] {
  if (ways.length === 0) return [];
  const more = ways.length > MOST ? [`- and ${ways.length - MOST} more`] : [];
  return [[`${title}`, "", ...ways.slice(0, MOST).map((way) => `- ${way}`), ...more].join("\n")];
}

function waysIn(model: Model, index: number, params: ParamValues): readonly string[] {
  return [...othersOf(model.flow.previous, index)].flatMap((from) => {
    const symbol = model.symbols.objectives[from];
    if (!symbol) return [];
    const edges = edgesOf(model, symbol).filter(({ name }) => model.symbols.byName.get(name) === index);
    return edges.map(({ kind, condition }) => wayOf(symbol.name, kind, interpolate(condition, params)));
  });
}

function waysOut(model: Model, symbol: ObjectiveSymbol, params: ParamValues): readonly string[] {
  return edgesOf(model, symbol).map(({ name, kind, condition }) =>
    wayOf(name, kind, interpolate(condition, params)),
  );
}

interface Way {
  readonly name: string;
  readonly kind: EdgeRole;
  readonly condition: ast.Text | undefined;
}

function edgesOf(model: Model, symbol: ObjectiveSymbol): readonly Way[] {
  const arrows = arrowsOf(model, symbol);
  return symbol.edges.map(({ name, kind }, index) => ({
    name,
    kind,
    condition: arrows[index]?.condition,
  }));
}

function wayOf(name: string, kind: EdgeRole, condition: string): string {
  switch (kind) {
    case "required":
      return codeMarkdown(name);
    case "when":
      return `${codeMarkdown(name)} when “${proseMarkdown(condition)}”`;
    case "otherwise":
      return `${codeMarkdown(name)} otherwise${condition === "" || condition === OTHERWISE_CONDITION ? "" : `: “${proseMarkdown(condition)}”`}`;
  }
}

function describeVariable(model: Model, name: string): readonly string[] {
  const names = collectorsOf(model, name).map((index) => model.symbols.objectives[index]?.name ?? "");
  const by =
    names.length === 0 ? ["No objective collects it."] : listOf("Collected by", names.map(codeMarkdown));
  return [`**${proseMarkdown(name)}** · variable`, ...by];
}

function describeParam({ symbols, given }: Model, name: string): readonly string[] {
  const declared = symbols.params.find((it) => it.name === name);
  if (!declared) return [];
  const value = given.get(name) ?? declared.value;
  const said = value === undefined ? "Its value comes from the target." : `Its value: ${codeMarkdown(value)}`;
  const uses = symbols.paramUses.filter((use) => use.name === name).length;
  return [`**${proseMarkdown(name)}** · param`, said, `Used ${uses === 1 ? "once" : `${uses} times`}.`];
}
