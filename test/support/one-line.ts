// A text's tree in one line, and its problems, for pairs that one can read.
import { describeProblem } from "./sentences.ts";
import { declarationsOf, parse } from "../../server/src/language/model/source.ts";
import type * as ast from "../../server/src/language/syntax/ast.ts";

/** The tree in one line. */
export function treeInOneLine(text: string): string {
  return [...declarationsOf(parse(text))].map(({ node }) => declaration(node)).join(" ");
}

/** The tree in one line, and behind `!` each problem with the text it is about. */
export function inOneLine(text: string): string {
  const problems = parse(text).units.flatMap((unit) =>
    unit.issues.map(({ span, problem, arguments: args }) => {
      const about = unit.text.slice(span.start, span.end).replace(/\r\n|\r|\n/g, "⏎");
      return ` ! ${about === "" ? "·" : about}: ${describeProblem(problem, args)}`;
    }),
  );
  return treeInOneLine(text) + problems.join("");
}

function declaration(node: ast.Declaration): string {
  switch (node.kind) {
    case "header":
      return `(objectives ${text(node.title)})`;
    case "include":
      return `(include ${text(node.path)})`;
    case "param":
      return `(param ${name(node.name)}${node.value ? ` ${text(node.value)}` : ""})`;
    case "defaults":
      return `(defaults${node.properties.map(property).join("")})`;
    case "objective":
      return `(objective ${name(node.name)}${node.doc === undefined ? "" : ` doc:${JSON.stringify(node.doc)}`}${node.properties.map(property).join("")}${node.edges.map(edge).join("")})`;
    case "scenario":
      return `(scenario ${text(node.title)}${node.steps.map(step).join("")}${node.end ? " end" : ""})`;
  }
}

function property(node: ast.Property): string {
  switch (node.kind) {
    case "prompt":
    case "callback":
      return ` ${node.kind}:${text(node.text)}`;
    case "collect":
      return ` collect:[${node.names.map(name).join(" ")}]`;
    case "confirm":
    case "modality":
      return ` ${node.kind}:${name(node.value)}`;
    case "meta":
      return ` meta:${name(node.key)}=${text(node.text)}`;
    case "unknown":
      return ` unknown:${node.name}`;
  }
}

function edge({ kind, target, condition }: ast.Edge): string {
  return ` ->${name(target)}${kind === "required" ? "" : ` ${kind}`}${condition ? ` ${text(condition)}` : ""}`;
}

function step({ name: objective, values }: ast.Step): string {
  return ` ${name(objective)}${values.map((value) => ` ${name(value.name)}=${text(value.text)}`).join("")}`;
}

function name(node: ast.Name | undefined): string {
  if (!node) return "?";
  return node.quoted ? `"${node.text}"` : node.text;
}

function text(node: ast.Text | undefined): string {
  if (!node) return "?";
  const mark = { string: "", block: "block", folded: "folded" }[node.form];
  return (
    mark +
    JSON.stringify(node.parts.map((part) => (typeof part === "string" ? part : `⟨${part.text}⟩`)).join(""))
  );
}
