// The file at a glance: the set, its params, its objectives with their variables and ways on, its scenarios with their steps.
import { declarationsOf, type Source } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { literal, template } from "../syntax/written.ts";
import { shift, type Span } from "../text/span.ts";

export interface OutlineItem {
  readonly kind: "set" | "include" | "param" | "defaults" | "objective" | "variable" | "scenario" | "step";
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The name in it. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Every declaration in order; one without its name yet is shown by its keyword. */
export function outline(source: Source): readonly OutlineItem[] {
  return Array.from(declarationsOf(source), ({ node, offset }) => shifted(itemOf(node), offset));
}

function shifted(item: OutlineItem, offset: number): OutlineItem {
  return {
    ...item,
    span: shift(item.span, offset),
    selection: shift(item.selection, offset),
    children: item.children.map((child) => shifted(child, offset)),
  };
}

function itemOf(node: ast.Declaration): OutlineItem {
  switch (node.kind) {
    case "header":
      return leaf("set", titled(node.title, "objectives"), node.span, node.title?.span);
    case "include":
      return leaf("include", titled(node.path, "include"), node.span, node.path?.span);
    case "param":
      return {
        ...leaf("param", node.name?.text ?? "param", node.span, node.name?.span),
        detail: literal(node.value),
      };
    case "defaults":
      return leaf("defaults", "defaults", node.span, undefined);
    case "objective":
      return objective(node);
    case "scenario":
      return {
        ...leaf("scenario", titled(node.title, "scenario"), node.span, node.title?.span),
        detail: node.steps.map(({ name }) => name.text).join(" → "),
        children: node.steps.map(step),
      };
  }
}

/** What the text says, with its params as they are written: an outline is of one file, and their values may be another's. */
function titled(text: ast.Text | undefined, keyword: string): string {
  const title = template(text);
  return title.trim() === "" ? keyword : title;
}

function objective({ name, span, edges, properties }: ast.Objective): OutlineItem {
  const targets = [...new Set(edges.flatMap(({ target }) => (target ? [target.text] : [])))];
  const variables = properties.flatMap((it) => (it.kind === "collect" ? it.names : []));
  return {
    ...leaf("objective", name?.text ?? "", span, name?.span),
    detail: targets.length === 0 ? "" : `→ ${targets.join(", ")}`,
    children: variables.map((it) => leaf("variable", it.text, it.span, it.span)),
  };
}

function step({ name, values, span }: ast.Step): OutlineItem {
  const given = values.map(({ name: variable, text }) => `${variable.text} = ${template(text)}`);
  return { ...leaf("step", name.text, span, name.span), detail: given.join(", ") };
}

function leaf(kind: OutlineItem["kind"], name: string, span: Span, selection: Span | undefined): OutlineItem {
  const shown = name.trim() === "" ? kind : name; // an editor refuses a symbol without a name
  return { kind, name: shown, detail: "", span, selection: selection ?? keywordOf(span), children: [] };
}

/** Where nothing is named yet, the cursor goes to the beginning. */
function keywordOf({ start }: Span): Span {
  return { start, end: start };
}
