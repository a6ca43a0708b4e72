// What each word is, for its colour: as patterns can tell it, and what only the flow of the whole set knows.
import { isWhole, type Model } from "../model/analyze.ts";
import { isNamed, kindOfRole } from "../model/names.ts";
import type { Unit } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { isOnOneLine } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { properties } from "../vocabulary.ts";
import { declarationName, wordOf } from "./declaration-word.ts";

/** The first five are names and values; whoever has a grammar of patterns needs no more. */
export const TOKEN_TYPES = [
  "objective",
  "variable",
  "param",
  "property",
  "enumMember",
  "keyword",
  "operator",
  "comment",
  "string",
  "prompt",
  "condition",
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** `start`, `end`, `unreachable`: where the flow has the objective that is named. */
export const TOKEN_MODIFIERS = ["declaration", "start", "end", "unreachable", "documentation"] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** How much is told: what names and values are, or every word. */
export type TokenExtent = "names" | "everything";

/** Where the flow has the objective of a name. */
export type FlowPlace = (name: string) => readonly TokenModifier[];

/** Nothing is known of the flow while parts of the set are missing. */
export function flowPlaces(model: Model): FlowPlace {
  if (!isWhole(model)) return () => NO_MODIFIERS;
  const { symbols, flow } = model;
  return (name) => {
    const index = symbols.byName.get(name);
    if (index === undefined) return NO_MODIFIERS;
    if (index === flow.start) return symbols.objectives[index]?.edges.length === 0 ? START_AND_END : START;
    if (flow.start !== undefined && flow.reached[index] === 0) return UNREACHABLE;
    return symbols.objectives[index]?.edges.length === 0 ? END : NO_MODIFIERS;
  };
}

const NO_MODIFIERS: readonly TokenModifier[] = [];
const START: readonly TokenModifier[] = ["start"];
const END: readonly TokenModifier[] = ["end"];
const START_AND_END: readonly TokenModifier[] = ["start", "end"];
const UNREACHABLE: readonly TokenModifier[] = ["unreachable"];

/** What the tokens of a unit depend on beside its text: where the flow has the objectives that it names. */
export function flowPlacesIn({ mentions }: Unit, placeOf: FlowPlace): string {
  let places = "";
  for (const { role, name } of mentions) {
    if (isNamed(role) && kindOfRole(role) === "objective") places += `${placeOf(name).join("+")},`;
  }
  return places;
}

/** The tokens of a unit in order, each on one line and none over another; spans are relative to the unit. */
export function unitTokens(unit: Unit, placeOf: FlowPlace, extent: TokenExtent): readonly SemanticToken[] {
  const list: List = { text: unit.text, placeOf, extent, tokens: [] };
  for (const declaration of unit.declarations) addDeclaration(declaration, list);
  for (const comment of unit.comments) addComment(comment, list);
  return apart(list.tokens);
}

/** What is broken may be read as two things at once: the first of them counts. */
function apart(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  let end = 0;
  return tokens
    .toSorted((one, other) => one.span.start - other.span.start)
    .filter(({ span }) => {
      if (span.start < end || span.start >= span.end) return false;
      end = span.end;
      return true;
    });
}

/** The list that is made of a unit. */
interface List {
  readonly text: string;
  readonly placeOf: FlowPlace;
  readonly extent: TokenExtent;
  readonly tokens: SemanticToken[];
}

// ── Declarations ──

function addDeclaration(node: ast.Declaration, list: List): void {
  addDeclarationWord(node, list);
  switch (node.kind) {
    case "header":
      return addText(node.title, "string", list);
    case "include":
      return addText(node.path, "string", list);
    case "param":
      addName(node.name, "param", DECLARED, list);
      return addText(node.value, "string", list);
    case "defaults":
      return node.properties.forEach((property) => addProperty(property, list));
    case "objective":
      addObjectiveName(node.name, DECLARED, list);
      node.properties.forEach((property) => addProperty(property, list));
      return node.edges.forEach((edge) => addEdge(edge, list));
    case "scenario":
      addText(node.title, "string", list);
      node.steps.forEach((step) => addStep(step, list));
      return addWord(node.end, list);
  }
}

const DECLARED: readonly TokenModifier[] = ["declaration"];

function addProperty(property: ast.Property, list: List): void {
  if (property.kind === "unknown") return; // a finding marks it
  addWord(property.keyword, list);
  switch (property.kind) {
    case "prompt":
      return addText(property.text, "prompt", list);
    case "collect":
      return property.names.forEach((name) => addName(name, "variable", NO_MODIFIERS, list));
    case "confirm":
    case "modality":
      return addValue(property, list);
    case "callback":
      return addText(property.text, "string", list);
    case "meta":
      addName(property.key, "property", NO_MODIFIERS, list);
      return addText(property.text, "string", list);
  }
}

/** One that the platform does not know is no value, which a finding says. */
function addValue({ kind, value }: ast.Confirm | ast.Modality, list: List): void {
  if (value && !value.quoted && Object.hasOwn(properties[kind].choices, value.text))
    addName(value, "enumMember", NO_MODIFIERS, list);
}

function addEdge({ arrow, target, keyword, condition }: ast.Edge, list: List): void {
  if (list.extent === "everything") add(arrow, "operator", NO_MODIFIERS, list);
  addObjectiveName(target, NO_MODIFIERS, list);
  addWord(keyword, list);
  addText(condition, "condition", list);
}

function addStep({ name, values }: ast.Step, list: List): void {
  addObjectiveName(name, NO_MODIFIERS, list);
  for (const value of values) {
    addName(value.name, "variable", NO_MODIFIERS, list);
    addText(value.text, "string", list);
  }
}

function addComment({ span, text }: ast.Comment, list: List): void {
  if (list.extent === "names") return;
  const isDoc = /^\/\/\/(?!\/)/.test(text);
  add(span, "comment", isDoc ? ["documentation"] : NO_MODIFIERS, list);
}

// ── Words, names and texts ──

/** What is misspelt is no word of the language. */
function addDeclarationWord(node: ast.Declaration, list: List): void {
  if (list.text.startsWith(declarationName(node), node.span.start)) addWord(wordOf(node), list);
}

function addWord(word: Span | undefined, list: List): void {
  if (word && list.extent === "everything") add(word, "keyword", NO_MODIFIERS, list);
}

function addObjectiveName(name: ast.Name | undefined, modifiers: readonly TokenModifier[], list: List): void {
  if (name) addName(name, "objective", [...modifiers, ...list.placeOf(name.text)], list);
}

/** Of a quoted name what stands in the quotes, without escapes. */
function addName(
  name: ast.Name | undefined,
  type: TokenType,
  modifiers: readonly TokenModifier[],
  list: List,
): void {
  if (!name) return;
  if (!name.quoted) return add(name.span, type, modifiers, list);
  const { start, end } = name.span;
  for (const { 0: piece, index } of list.text.slice(start, end).matchAll(PIECES)) {
    const from = start + index;
    if (!/^[\\"]/.test(piece)) add({ start: from, end: from + piece.length }, type, modifiers, list);
  }
}

/** Of a quoted name: its quotes, its escapes, and what is between them. */
const PIECES = /"|\\(?:u\{[^}"]*\}?|.)?|[^"\\]+/gs;

/** The params in a text, and where everything is told its lines between them. */
function addText(text: ast.Text | undefined, type: TokenType, list: List): void {
  if (!text) return;
  let from = text.span.start;
  for (const part of text.parts) {
    if (typeof part === "string") continue;
    addLines({ start: from, end: part.span.start }, type, list);
    add(part.span, "param", NO_MODIFIERS, list);
    from = part.span.end;
  }
  addLines({ start: from, end: text.span.end }, type, list);
}

/** Each line without the blanks around it. */
function addLines({ start, end }: Span, type: TokenType, list: List): void {
  if (list.extent === "names") return;
  for (const { 0: line, index } of list.text.slice(start, end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g))
    add({ start: start + index, end: start + index + line.length }, type, NO_MODIFIERS, list);
}

/** Names that are said in several words may break over lines: these have a finding, and no colour. */
function add(span: Span, type: TokenType, modifiers: readonly TokenModifier[], list: List): void {
  if (isOnOneLine(list.text, span)) list.tokens.push({ span, type, modifiers });
}
