// What the tree of a declaration says, as entries in the order in which they are written.
import type * as ast from "../../syntax/ast.ts";
import { foldedLines, INDENT, isPlainName, printLines } from "../../syntax/print.ts";
import type { Span } from "../../text/span.ts";
import { properties } from "../../vocabulary.ts";
import type { Entry, Word } from "./entry.ts";

/** The declaration, whose spans count in `text`, and in which everything could be read and has a meaning. */
export function entryOf(text: string, declaration: ast.Declaration): Entry {
  switch (declaration.kind) {
    case "header":
      return line(declaration.span, [
        keyword(declaration, "objectives"),
        ...textWords(text, declaration.title, ""),
      ]);
    case "include":
      return line(declaration.span, [
        keyword(declaration, "include"),
        ...textWords(text, declaration.path, ""),
      ]);
    case "param":
      return line(declaration.span, [
        keyword(declaration, "param"),
        ...valueWords(text, declaration.name, declaration.value, ""),
      ]);
    case "defaults":
      return block(
        declaration.span,
        [keyword(declaration, "defaults")],
        [propertyEntries(text, declaration.properties)],
      );
    case "objective":
      return objectiveEntry(text, declaration);
    case "scenario":
      return scenarioEntry(text, declaration);
  }
}

function objectiveEntry(text: string, objective: ast.Objective): Entry {
  const said = propertyEntries(text, objective.properties);
  const edges = objective.edges.map((edge) => edgeEntry(text, edge));
  const groups = edges.length > 1 ? [said, edges] : [[...said, ...edges]];
  return block(objective.span, [keyword(objective, "objective"), ...nameWords(text, objective.name)], groups);
}

function propertyEntries(text: string, said: readonly ast.Property[]): readonly Entry[] {
  return said.toSorted((a, b) => rankOf(a) - rankOf(b)).map((property) => propertyEntry(text, property));
}

/** The vocabulary's order. */
const ORDER: readonly string[] = Object.keys(properties);

function rankOf({ kind }: ast.Property): number {
  return ORDER.indexOf(kind);
}

function propertyEntry(text: string, property: ast.Property): Entry {
  const first: Word = {
    span: property.keyword,
    text: text.slice(property.keyword.start, property.keyword.end),
  };
  switch (property.kind) {
    case "prompt":
    case "callback":
      return line(property.span, [first, ...textWords(text, property.text, INDENT)]);
    case "collect":
      return { ...line(property.span, [first, ...listWords(text, property.names)]), wrap: "fill" };
    case "confirm":
    case "modality":
      return line(property.span, [first, ...choiceWords(text, property)]);
    case "meta":
      return line(property.span, [
        first,
        ...nameWords(text, property.key),
        ...textWords(text, property.text, INDENT),
      ]);
    case "unknown":
      return line(property.span, [asWritten(text, property.span)]);
  }
}

function edgeEntry(text: string, edge: ast.Edge): Entry {
  return line(edge.span, [
    { span: edge.arrow, text: "->" },
    ...nameWords(text, edge.target),
    ...(edge.keyword === undefined ? [] : [asWritten(text, edge.keyword)]),
    ...textWords(text, edge.condition, INDENT),
  ]);
}

function scenarioEntry(text: string, scenario: ast.Scenario): Entry {
  const steps = scenario.steps.map((step) => stepEntry(text, step));
  const end = scenario.end === undefined ? [] : [line(scenario.end, [asWritten(text, scenario.end)])];
  return block(
    scenario.span,
    [keyword(scenario, "scenario"), ...textWords(text, scenario.title, "")],
    [[...steps, ...end]],
  );
}

function stepEntry(text: string, step: ast.Step): Entry {
  // Without its quotes the name `end` would end the scenario.
  const name = step.name.text === "end" ? [asWritten(text, step.name.span)] : nameWords(text, step.name);
  if (step.span.end === step.name.span.end) return line(step.span, name);
  const values = step.values.map((it) => line(it.span, valueWords(text, it.name, it.text, INDENT + INDENT)));
  return block(step.span, name, [values]);
}

function line(span: Span, words: readonly Word[]): Entry {
  return { span, words, wrap: "never", block: undefined };
}

function block(span: Span, words: readonly Word[], groups: readonly (readonly Entry[])[]): Entry {
  return { span, words, wrap: "never", block: groups };
}

function keyword({ span }: ast.Declaration, word: string): Word {
  return { span: { start: span.start, end: span.start + word.length }, text: word };
}

function nameWords(text: string, name: ast.Name | undefined): readonly Word[] {
  if (name === undefined) return [];
  return name.quoted && isPlainName(name.text)
    ? [{ span: name.span, text: name.text }]
    : [asWritten(text, name.span)];
}

function listWords(text: string, names: readonly ast.Name[]): readonly Word[] {
  const words = names.flatMap((name) => nameWords(text, name));
  return words.map((word, index) => (index < words.length - 1 ? { ...word, text: `${word.text},` } : word));
}

/** Quotes stay around a word that the platform does not know. */
function choiceWords(text: string, { kind, value }: ast.Confirm | ast.Modality): readonly Word[] {
  if (value === undefined) return [];
  const known = Object.hasOwn(properties[kind].choices, value.text);
  return [known ? { span: value.span, text: value.text } : asWritten(text, value.span)];
}

function valueWords(
  text: string,
  name: ast.Name | undefined,
  value: ast.Text | undefined,
  indentation: string,
): readonly Word[] {
  const [said] = textWords(text, value, indentation);
  if (said === undefined) return nameWords(text, name);
  const sign: Word = { span: { start: said.span.start, end: said.span.start }, text: "=" };
  return [...nameWords(text, name), sign, said];
}

function textWords(text: string, value: ast.Text | undefined, indentation: string): readonly Word[] {
  if (value === undefined) return [];
  const written = asWritten(text, value.span);
  if (value.form === "string") return [written];
  return [{ span: value.span, text: printRawLines(written.text, value.form, indentation + INDENT) }];
}

/** The same string with another indentation, and re-filled if it is folded; escapes and params stay as they are. */
function printRawLines(written: string, form: "block" | "folded", indentation: string): string {
  const [, ...lines] = written.split("\n");
  const closing = lines.pop() ?? "";
  const cut = closing.length - closing.trimStart().length;
  const content = lines.map((it) => (it.trim() === "" ? "" : it.slice(cut).trimEnd()));
  if (form === "block") return printLines('"""', content, indentation);
  return printLines('""">', foldedLines(unfolded(content).split("\n"), indentation), indentation);
}

/** Folded lines as they count: a space where a line follows another, a line end for every blank line. */
function unfolded(lines: readonly string[]): string {
  const pieces = lines.map((it, index) => {
    if (it === "") return "\n";
    return (lines[index - 1] ?? "") === "" ? it : ` ${it}`;
  });
  return pieces.join("");
}

function asWritten(text: string, span: Span): Word {
  return { span, text: text.slice(span.start, span.end).replace(/\r\n?/g, "\n") };
}
