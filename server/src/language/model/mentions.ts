// What the rest of a set sees of a declaration: the names it declares and uses, in order.
import type * as ast from "../syntax/ast.ts";
import { literal, template } from "../syntax/written.ts";
import type { Span } from "../text/span.ts";

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
  return declarations.flatMap((declaration, index) =>
    [...mentionsIn(declaration)].map((mention) => ({ ...mention, declaration: index })),
  );
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

type Found = Omit<Mention, "declaration">;

function mentionsIn(declaration: ast.Declaration): Iterable<Found> {
  switch (declaration.kind) {
    case "header":
      return header(declaration);
    case "include":
      return include(declaration);
    case "param":
      return param(declaration);
    case "defaults":
      return inDefaults(declaration);
    case "objective":
      return inObjective(declaration);
    case "scenario":
      return inScenario(declaration);
  }
}

function* header({ title, span }: ast.Header): Iterable<Found> {
  yield { role: "header", name: literal(title), span: title?.span ?? span };
  yield* uses(title);
}

function* include({ path }: ast.Include): Iterable<Found> {
  if (path) yield { role: "include", name: literal(path), span: path.span };
}

function* inDefaults({ span, properties }: ast.Defaults): Iterable<Found> {
  yield { role: "defaults", name: "", span: { start: span.start, end: span.start + "defaults".length } };
  yield* inProperties(properties);
}

function* param({ name, value }: ast.Param): Iterable<Found> {
  if (name) yield { role: "param", name: name.text, span: name.span, value: value && literal(value) };
}

function* inObjective({ name, span, properties, edges }: ast.Objective): Iterable<Found> {
  yield {
    role: "objective",
    name: name?.text ?? "",
    span: name?.span ?? { start: span.start, end: span.start + "objective".length },
  };
  yield* inProperties(properties);
  for (const { kind, target, condition } of edges) {
    if (target) yield { role: kind, name: target.text, span: target.span };
    yield* filled("filled-condition", condition);
    yield* uses(condition);
  }
}

function* inProperties(properties: readonly ast.Property[]): Iterable<Found> {
  for (const property of properties) {
    if (property.kind === "collect") {
      for (const { text, span } of property.names) yield { role: "variable", name: text, span };
    } else if (property.kind === "prompt") {
      yield* filled("filled-prompt", property.text);
      yield* uses(property.text);
    } else if (property.kind === "callback" && property.text) {
      yield* callback(property.text);
    } else if (property.kind === "confirm") {
      yield* wish("manual", property);
    } else if (property.kind === "modality") {
      yield* wish("visual", property);
    }
  }
}

function* wish(role: "manual" | "visual", { value }: ast.Confirm | ast.Modality): Iterable<Found> {
  if (value?.text === role) yield { role, name: role, span: value.span };
}

function* filled(role: "filled-prompt" | "filled-condition", text: ast.Text | undefined): Iterable<Found> {
  if (!text || literal(text).trim() !== "" || text.parts.every((part) => typeof part === "string")) return;
  yield { role, name: template(text), span: text.span };
}

function* callback(text: ast.Text): Iterable<Found> {
  if (!text.parts.some((part) => typeof part !== "string")) return;
  yield { role: "callback", name: template(text), span: text.span };
  yield* uses(text);
}

function* inScenario({ title, span, steps, end }: ast.Scenario): Iterable<Found> {
  yield {
    role: "scenario",
    name: literal(title),
    span: title?.span ?? { start: span.start, end: span.start + "scenario".length },
  };
  for (const step of steps) {
    yield { role: "step", name: step.name.text, span: step.name.span };
    for (const { name, text } of step.values) {
      yield { role: "step-variable", name: name.text, span: name.span };
      yield* uses(text);
    }
  }
  if (end) yield { role: "end", name: "end", span: end };
}

function* uses(text: ast.Text | undefined): Iterable<Found> {
  for (const part of text?.parts ?? []) {
    if (typeof part !== "string") yield { role: "param-use", name: part.text, span: part.span };
  }
}
