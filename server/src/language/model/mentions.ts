// What the rest of a set sees of a declaration: the names it declares and uses, in order.
import type * as ast from "../syntax/ast.ts";
import { literal, template } from "../syntax/written.ts";
import { sized } from "../text/sized.ts";
import type { Span } from "../text/span.ts";
import { isOdd } from "./variable-names.ts";

export type Role =
  | "header"
  | "include"
  | "param"
  | "param-use"
  | "defaults"
  /** A callback whose address depends on params; its name is the template. */
  | "callback"
  /** A prompt or a condition that says nothing but params, and nothing where these are empty; its name is the template. */
  | "filled-prompt"
  | "filled-condition"
  | "objective"
  | "required"
  | "when"
  | "otherwise"
  | "variable"
  /** A variable that is not named as one should be; it is a `variable`, too. */
  | "odd-variable"
  /** What asks something of the world around the conversation: `confirm manual`, `modality visual`. */
  | "manual"
  | "visual"
  | "scenario"
  | "step"
  | "step-variable"
  | "end";

export interface Mention {
  readonly role: Role;
  readonly name: string;
  /** Where it stands, relative to the unit. */
  readonly span: Span;
  /** The index, in the unit, of the declaration that it stands in. */
  readonly declaration: number;
  /** Of a param: its own value, where it has one. */
  readonly value?: string | undefined;
}

export function mentionsOf(declarations: readonly ast.Declaration[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const [declaration, node] of declarations.entries()) addDeclaration(node, { mentions, declaration });
  return sized(mentions);
}

/** Whether two units look alike to the rest of the set: what is mentioned and in which order, not where. */
export function sameSignature(one: readonly Mention[], other: readonly Mention[]): boolean {
  return one.length === other.length && one.every((mention, index) => isAlike(mention, other[index]));
}

function isAlike(one: Mention, other: Mention | undefined): boolean {
  return (
    other !== undefined &&
    one.role === other.role &&
    one.name === other.name &&
    one.declaration === other.declaration &&
    one.value === other.value
  );
}

/** The list that is made of a unit, at one of its declarations: lists within lists would cost more than what they hold. */
interface List {
  readonly mentions: Mention[];
  readonly declaration: number;
}

function add({ mentions, declaration }: List, role: Role, name: string, span: Span): void {
  mentions.push({ role, name, span, declaration });
}

function addDeclaration(node: ast.Declaration, list: List): void {
  switch (node.kind) {
    case "header":
      add(list, "header", template(node.title), node.title?.span ?? node.span);
      return addUses(node.title, list);
    case "include":
      // Without a path it leads nowhere, and that is said already.
      return node.path && add(list, "include", literal(node.path), node.path.span);
    case "param":
      return addParam(node, list);
    case "defaults":
      add(list, "defaults", "", wordOf(node));
      return addProperties(node.properties, list);
    case "objective":
      return addObjective(node, list);
    case "scenario":
      return addScenario(node, list);
  }
}

/** Where a declaration's keyword stands, which is what it is called. */
function wordOf({ kind, span: { start } }: ast.Declaration): Span {
  return { start, end: start + kind.length };
}

function addParam({ name, value }: ast.Param, { mentions, declaration }: List): void {
  if (!name) return;
  mentions.push({
    role: "param",
    name: name.text,
    span: name.span,
    declaration,
    value: value && literal(value),
  });
}

function addObjective(node: ast.Objective, list: List): void {
  add(list, "objective", node.name?.text ?? "", node.name?.span ?? wordOf(node));
  addProperties(node.properties, list);
  for (const { kind, target, condition } of node.edges) {
    if (target) add(list, kind, target.text, target.span);
    addFilled("filled-condition", condition, list);
    addUses(condition, list);
  }
}

function addProperties(properties: readonly ast.Property[], list: List): void {
  for (const property of properties) {
    if (property.kind === "collect") {
      for (const name of property.names) addVariable(name, list);
    } else if (property.kind === "prompt") {
      addFilled("filled-prompt", property.text, list);
      addUses(property.text, list);
    } else if (property.kind === "callback") {
      addCallback(property.text, list);
    } else if (property.kind === "confirm") {
      addWish("manual", property, list);
    } else if (property.kind === "modality") {
      addWish("visual", property, list);
    }
  }
}

function addVariable({ text, span }: ast.Name, list: List): void {
  add(list, "variable", text, span);
  if (isOdd(text)) add(list, "odd-variable", text, span);
}

function addWish(role: "manual" | "visual", { value }: ast.Confirm | ast.Modality, list: List): void {
  if (value?.text === role) add(list, role, role, value.span);
}

function addFilled(role: "filled-prompt" | "filled-condition", text: ast.Text | undefined, list: List): void {
  if (text && hasParams(text) && literal(text).trim() === "") add(list, role, template(text), text.span);
}

function addCallback(text: ast.Text | undefined, list: List): void {
  if (!text || !hasParams(text)) return;
  add(list, "callback", template(text), text.span);
  addUses(text, list);
}

function addScenario(node: ast.Scenario, list: List): void {
  add(list, "scenario", template(node.title), node.title?.span ?? wordOf(node));
  for (const { name, values } of node.steps) {
    add(list, "step", name.text, name.span);
    for (const value of values) {
      add(list, "step-variable", value.name.text, value.name.span);
      addUses(value.text, list);
    }
  }
  if (node.end) add(list, "end", "end", node.end);
}

function hasParams({ parts }: ast.Text): boolean {
  return parts.some((part) => typeof part !== "string");
}

function addUses(text: ast.Text | undefined, list: List): void {
  for (const part of text?.parts ?? []) {
    if (typeof part !== "string") add(list, "param-use", part.text, part.span);
  }
}
