// What there is to know of an objective: what it asks for, what is known before it, where it comes from and leads to.
import type { Finding } from "../../diagnostics/finding.ts";
import { messageOf } from "../../diagnostics/codes.ts";
import { idOf, objectiveNode, type Model } from "../../model/analyze.ts";
import { collectedBefore } from "../../model/collected-before.ts";
import {
  applied,
  BUILT_IN_DEFAULTS,
  defaultsByFile,
  promptOf,
  type Defaults,
} from "../../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../../model/params.ts";
import type { EdgeRole, ObjectiveSymbol } from "../../model/symbols.ts";
import { othersOf } from "../../model/ways.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Point } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, touches } from "../../text/span.ts";
import { arrowWordsOf } from "../arrow-words.ts";
import { FLOW_ROLES, flowRolesOf } from "../flow-role.ts";
import { codeMarkdown, proseMarkdown } from "../markdown.ts";
import { declarationSpan } from "../name-at.ts";
import { lineOf, listOf, MOST, type Paragraph, type Said } from "./paragraphs.ts";

/** A set with its findings, as its project wants these. */
export interface View {
  readonly model: Model;
  readonly findings: readonly Finding[];
}

/** `asked` is where somebody hovers. */
export function describeObjective(view: View, index: number | undefined, asked: Point): readonly Paragraph[] {
  const { model } = view;
  const symbol = model.symbols.objectives[index ?? -1];
  const node = symbol && objectiveNode(model, symbol);
  if (index === undefined || !symbol || !node) return [];
  const params = paramValues(model.symbols, model.given);
  const text = interpolate(promptOf(node), params);
  return [
    ...lineOf([
      `**${proseMarkdown(symbol.name)}**`,
      ...flowRolesOf(model, index).map((it) => FLOW_ROLES[it]),
    ]),
    ...(node.doc === undefined ? [] : [node.doc]),
    ...(text === "" ? [] : [quotation(text)]),
    ...lineOf(detailsOf(model, symbol, node, params)),
    ...known(model, index),
    ...listOf(sentence`Comes from`, waysIn(model, index, params)),
    ...listOf(sentence`Leads to`, waysOut(model, symbol, params)),
    ...listOf(sentence`Findings`, messagesIn(view, symbol, asked), "plain"),
  ];
}

function quotation(text: string): string {
  return proseMarkdown(text).replace(/^/gm, "> ");
}

function detailsOf(
  model: Model,
  { at, variables }: ObjectiveSymbol,
  { properties }: ast.Objective,
  params: ParamValues,
): readonly Said[] {
  const below = defaultsByFile(model, params)[at.file] ?? BUILT_IN_DEFAULTS;
  const values = applied(properties, below, params);
  const names = variables.map(({ name }) => codeMarkdown(name)).join(", ");
  return [
    ...(names === "" ? [] : [sentence`collects ${names}`]),
    ...(["confirm", "modality", "callback"] as const).flatMap((property) =>
      values[property] === BUILT_IN_DEFAULTS[property] ? [] : [valueOf(property, values, properties)],
    ),
  ];
}

/** A value that is not the platform's own, and whether the objective itself says it. */
function valueOf(property: keyof Defaults, values: Defaults, properties: readonly ast.Property[]): Said {
  const own = `${property} ${codeMarkdown(values[property])}`;
  return properties.some(({ kind }) => kind === property) ? own : sentence`${own} (from the defaults)`;
}

/** What a conversation has collected for certain when it comes to the objective. */
function known({ symbols, flow }: Model, index: number): readonly Paragraph[] {
  const variables = collectedBefore(symbols.objectives, flow, index);
  const names = variables.slice(0, MOST).map(codeMarkdown).join(", ");
  if (variables.length === 0) return [];
  return variables.length > MOST
    ? [sentence`Collected before it on every way: ${names} and ${variables.length - MOST} more`]
    : [sentence`Collected before it on every way: ${names}`];
}

function waysIn(model: Model, index: number, params: ParamValues): readonly Said[] {
  const { objectives, byName } = model.symbols;
  return [...othersOf(model.flow.previous, index)].flatMap((from) => {
    const symbol = objectives[from];
    const arrows = symbol && from !== index ? arrowWordsOf(model, symbol, params) : [];
    return arrows
      .filter(({ target }) => byName.get(target) === index)
      .map(({ kind, condition }) => wayOf(symbol?.name ?? "", kind, condition));
  });
}

function waysOut(model: Model, symbol: ObjectiveSymbol, params: ParamValues): readonly Said[] {
  return arrowWordsOf(model, symbol, params).map(({ target, kind, condition }) =>
    wayOf(target, kind, condition),
  );
}

function wayOf(name: string, kind: EdgeRole, condition: string): Said {
  const [code, text] = [codeMarkdown(name), proseMarkdown(condition)];
  switch (kind) {
    case "required":
      return code;
    case "when":
      return sentence`${code} when “${text}”`;
    case "otherwise":
      return text === "" ? sentence`${code} otherwise` : sentence`${code} otherwise: “${text}”`;
  }
}

/** What is found in the objective, but for what an editor shows of itself at the place. */
function messagesIn({ model, findings }: View, { at }: ObjectiveSymbol, asked: Point): readonly Said[] {
  const [file, declaration] = [idOf(model, at), declarationSpan(model, at)];
  return findings
    .filter((it) => it.file === file && covers(declaration, it.span))
    .filter((it) => it.file !== asked.file || !touches(it.span, asked.offset))
    .map(({ code, arguments: args }) => messageOf(code, args));
}
