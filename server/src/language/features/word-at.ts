// The word of the language at a place, with what the platform says of it.
import { FIELD } from "../compile/payload.ts";
import { startOf, unitAt, type Source } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import { shift, touches, type Span } from "../text/span.ts";
import { declarations, edgeWords, properties, type PropertyName } from "../vocabulary.ts";
import type { Paragraph } from "./hover/paragraphs.ts";
import { codeMarkdown } from "./markdown.ts";
import { declarationName, wordOf } from "./declaration-word.ts";

export interface ExplainedWord {
  readonly span: Span;
  readonly paragraphs: readonly Paragraph[];
}

/** The keyword, property or value that the offset is in or at an end of. */
export function wordAt(source: Source, offset: number): ExplainedWord | undefined {
  const unit = unitAt(source, offset);
  const start = startOf(source, unit);
  const declaration = source.units[unit]?.declarations.findLast(({ span }) => touches(span, offset - start));
  if (!declaration) return undefined;
  const word = wordsOf(declaration).find(({ span }) => touches(span, offset - start));
  return word && { ...word, span: shift(word.span, start) };
}

function wordsOf(declaration: ast.Declaration): readonly ExplainedWord[] {
  const keyword = declarationWord(declaration);
  switch (declaration.kind) {
    case "header":
    case "include":
    case "param":
      return [keyword];
    case "defaults":
      return [keyword, ...declaration.properties.flatMap(propertyWords)];
    case "objective":
      return [
        keyword,
        ...declaration.properties.flatMap(propertyWords),
        ...declaration.edges.flatMap(arrowWords),
      ];
    case "scenario":
      return [keyword, ...(declaration.end ? [explained("end", declaration.end, END)] : [])];
  }
}

const END = sentence`The conversation is over here.`;

function declarationWord(declaration: ast.Declaration): ExplainedWord {
  const word = declarationName(declaration);
  const fields = declaration.kind === "objective" ? [FIELD.name] : [];
  return explained(word, wordOf(declaration), declarations[word], fields);
}

function propertyWords(property: ast.Property): readonly ExplainedWord[] {
  if (property.kind === "unknown") return [];
  const { kind, keyword } = property;
  const words = [explained(kind, keyword, properties[kind].doc, FIELDS[kind])];
  return kind === "confirm" || kind === "modality" ? [...words, ...valueWords(property)] : words;
}

function valueWords({ kind, value }: ast.Confirm | ast.Modality): readonly ExplainedWord[] {
  const choices: Readonly<Record<string, Sentence>> = properties[kind].choices;
  const doc = value && Object.hasOwn(choices, value.text) ? choices[value.text] : undefined;
  return value && doc !== undefined ? [explained(value.text, value.span, doc)] : [];
}

function arrowWords({ kind, arrow, keyword }: ast.Edge): readonly ExplainedWord[] {
  const fields = kind === "required" ? [FIELD.requiredList, FIELD.requiredSingle] : [FIELD.conditional];
  const sign = explained("->", arrow, ARROW, fields);
  return keyword && kind !== "required" ? [sign, explained(kind, keyword, edgeWords[kind], fields)] : [sign];
}

const ARROW = sentence`Leads to an objective that follows this one.`;

/** What the platform calls what a property says. */
const FIELDS = {
  prompt: [FIELD.prompt],
  collect: [FIELD.variables],
  confirm: [FIELD.confirmation],
  modality: [FIELD.modality],
  callback: [FIELD.callback],
  meta: [],
} as const satisfies Record<PropertyName, readonly string[]>;

function explained(word: string, span: Span, doc: Sentence, fields: readonly string[] = []): ExplainedWord {
  return { span, paragraphs: [sentence`${codeMarkdown(word)}: ${doc}`, ...fieldsSaid(fields)] };
}

function fieldsSaid([field, other]: readonly string[]): readonly Sentence[] {
  if (field === undefined) return [];
  return other === undefined
    ? [sentence`Field of the platform: ${codeMarkdown(field)}`]
    : [sentence`Field of the platform: ${codeMarkdown(field)}, or ${codeMarkdown(other)}`];
}
