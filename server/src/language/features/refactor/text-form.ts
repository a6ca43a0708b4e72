// A text in another form: on one line, as a block of lines, or folded. What it says stays the same.
import { laidOut } from "../../compile/pull/site.ts";
import type * as ast from "../../syntax/ast.ts";
import {
  contentLines,
  CONTINUATION,
  printBlockString,
  printFolded,
  printStringParts,
} from "../../syntax/print.ts";
import { indentationAt, lineBreakOf } from "../../text/lines.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { covers, type Span } from "../../text/span.ts";
import { edit, foundIn, type Found } from "../fixes/found.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

type Form = ast.Text["form"];

export function turnText({ sets, selection }: Asking): readonly Refactoring[] {
  const [{ model }] = sets;
  const found = foundIn(model, selection);
  const text = found?.declaration && textAround(found.declaration, found.span);
  if (!found || !text || found.unit.issues.some(({ span }) => covers(text.span, span))) return [];
  return FORMS.filter((form) => form !== text.form).map((form) => inForm(found, text, form));
}

const FORMS: readonly Form[] = ["string", "block", "folded"];

const TITLES: Readonly<Record<Form, Sentence>> = {
  string: sentence`Write this text on one line`,
  block: sentence`Write this text as a block`,
  folded: sentence`Write this text as a folded block`,
};

function inForm(found: Found, text: ast.Text, form: Form): Refactoring {
  const written = writtenIn(form, text);
  if (written === undefined)
    return refused(TITLES[form], sentence`Blanks at the end of a line would be lost in a folded block.`);
  const { start } = found;
  const indentation = indentationAt(found.text, start + text.span.start);
  const newText = laidOut(written, indentation, lineBreakOf(found.text));
  return offered(TITLES[form], () => ({ edits: [edit(found, text.span, newText)], keeps: "everything" }));
}

function writtenIn(form: Form, { parts }: ast.Text): string | undefined {
  if (form === "string") return printStringParts(parts);
  const lines = contentLines(parts);
  return form === "block" ? printBlockString(lines, CONTINUATION) : printFolded(lines, CONTINUATION);
}

/** The text that a span is in, where one may have several lines: in an objective, defaults, a step or the header. */
function textAround(node: ast.Declaration, span: Span): ast.Text | undefined {
  return textsOf(node).find((it) => it !== undefined && covers(it.span, span));
}

function textsOf(node: ast.Declaration): readonly (ast.Text | undefined)[] {
  switch (node.kind) {
    case "header":
      return [node.title];
    case "objective":
      return [...node.properties.map(proseOf), ...node.edges.map(({ condition }) => condition)];
    case "defaults":
      return node.properties.map(proseOf);
    case "scenario":
      return node.steps.flatMap(({ values }) => values.map(({ text }) => text));
    case "include":
    case "param":
      return [];
  }
}

function proseOf(property: ast.Property): ast.Text | undefined {
  return property.kind === "prompt" || property.kind === "callback" ? property.text : undefined;
}
